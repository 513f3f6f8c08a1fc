import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { createRoster } from '../../../electron/store/roster.ts'
import { WrittenPeople } from '../../../electron/store/written-people.ts'
import type { Person } from '../../../shared/model/person.ts'
import { silentLog } from '../../support/silent-log.ts'
import { summary } from '../../support/workspace-desk.ts'

const separator = '\u001f'
const person = (key: string, attributes: Person['attributes'] = {}, rest: Partial<Person> = {}): Person => ({
  key,
  line: 2,
  active: true,
  attributes,
  ...rest,
})

/** What a source can bring: keys of each kind, and people who do not fit into the ordinary form. */
const everyKind: readonly Person[] = [
  person('an-id', { externalId: 'an-id', userName: 'Jane@x.example' }),
  person('jane@x.example', { userName: 'Jane@x.example', displayName: '大阪 Łódź 😀' }),
  person('line 7', {}, { line: null, active: false }),
  person('grouped', { userName: 'grouped' }, { groups: ['Sales', 'IT, Berlin'] }),
  person('kept', { externalId: 'other' }, { more: { costCenter: '4711', '': 'nameless' } }),
  person('divided', { title: `one${separator}two` }),
  person('half a pair', { title: '\ud83d' }),
  person(`odd${separator}key`, { userName: 'odd' }),
]

it('gives back who was added, in their order, with the key each is known by', () => {
  const people = new WrittenPeople()
  for (const [position, each] of everyKind.entries()) expect(people.add(each)).toBe(position)
  expect([...people]).toEqual(everyKind)
  expect([...people.entries()].map(({ key }) => key)).toEqual(everyKind.map(({ key }) => key))
  expect(people).toHaveLength(everyKind.length)
})

it('has room for many, and for one who is longer than all of them', () => {
  const people = new WrittenPeople()
  const some = Array.from({ length: 600 }, (_none, at) => person(`p${at}`, { displayName: `ü${at}`.repeat(500) }))
  const long = person('long', { title: '大'.repeat(2_000_000) })
  const all = [...some, long, ...some]
  for (const each of all) people.add(each)
  expect([...people]).toEqual(all)
  expect(people.keyAt(600)).toBe('long')
})

it('becomes the roster as a list of people does, with an id for each of those who share a key', async () => {
  const twins = [person('ada', {}, { line: 3 }), person('ada', {}, { line: 8 }), person('ada', {}, { line: 9 })]
  const all = [...Array.from({ length: 70 }, (_none, at) => person(`p${at}`)), ...twins, ...everyKind.slice(0, -2)]
  const written = new WrittenPeople()
  for (const each of all) written.add(each)
  const [ofBytes, ofList] = [written, all].map(async (people) => {
    const roster = createRoster(openDatabase(':memory:', { log: silentLog }))
    await roster.replace(summary, people, [])
    await roster.replace(summary, people, [])
    return roster.after(0, 1_000)
  })
  expect((await ofBytes)?.map((entry) => entry.person)).toEqual(all)
  expect(await ofBytes).toEqual(await ofList)
})

it('puts a person in the place of another and leaves everybody else', () => {
  const people = new WrittenPeople()
  for (const each of everyKind) people.add(each)
  const changed = person('jane@x.example', { userName: 'Jane@x.example', manager: 'an-id'.repeat(50) })
  people.set(1, changed)
  expect([...people]).toEqual(everyKind.with(1, changed))
  expect(() => people.at(everyKind.length)).toThrow(RangeError)
})
