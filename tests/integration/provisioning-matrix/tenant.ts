import { setTimeout as sleep } from 'node:timers/promises'
import { readPeopleFile } from '../../../electron/sources/file.ts'
import type { GroupRules } from '../../../shared/model/group.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { patchOf, scimCaller } from '../../sandbox/scim-caller.ts'
import type { Cell } from './cells.ts'

/** A sandbox with a directory in which everything occurs, and the people of a source. */
export interface Tenant {
  readonly sandbox: Sandbox
  readonly summary: SourceSummary
  readonly people: readonly Person[]
  /** Keys of the people who are picked. */
  readonly picked: ReadonlySet<string>
}

/** A group that is there, one that the push has to make, and one with more members than the service shows. */
export const groupRules: GroupRules = {
  rules: ['Sales', 'K2 Users', 'Everybody'].map((name) => ({ from: name, to: name })),
  removes: true,
}
/** What the source says of those who are picked, by turns. */
const memberships = [['Sales', 'K2 Users'], ['K2 Users', 'Everybody'], []]

/** More accounts than one page holds, so that a list that is cut off is cut off. */
const accounts = 130
const seededPeople = 170

/** What accounts hold that nobody maps and nobody may lose. */
const unmapped: readonly JsonObject[] = [
  { nickName: 'Nick', preferredLanguage: 'de-DE' },
  { emails: [{ type: 'home', value: 'home@elsewhere.example' }] },
  { phoneNumbers: [{ type: 'fax', value: '+49 30 0000' }] },
  { roles: [{ value: 'approver' }], entitlements: [{ value: 'k2-designer' }] },
  { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { costCenter: '4711', division: 'EMEA' } },
]

/**
 * Starts a sandbox, gives its accounts what nobody maps and its people managers, picks `count` people, and only then turns
 * the cell's switches on. The same for every cell, but for ids.
 */
export async function prepareTenant(cell: Cell, count: number): Promise<Tenant> {
  const quirks = cell.filter((name) => name === 'odd-ids')
  const sandbox = await startSandbox({ people: seededPeople, accounts, seed: 7, quirks, journal: 20_000 })
  const call = await scimCaller(sandbox)
  for (const [index, { id }] of sandbox.accounts().entries()) {
    const more = unmapped[index % (unmapped.length + 1)]
    if (more === undefined) continue
    const operations = Object.entries(more).map(([path, value]) => ({ op: 'add', path, value }))
    const { status, text } = await call('PATCH', `/Users/${encodeURIComponent(String(id))}`, {
      body: patchOf(...operations),
    })
    if (status !== 200) throw new Error(`The tenant could not be prepared: ${text}`)
  }
  const read = await readPeopleFile(sandbox.peopleFile)
  const all: Person[] = []
  for await (const person of read.people) all.push(person)
  const chosen = choose(all, sandbox.accounts(), count)
  const keys = chosen.map(({ key }) => key)
  // Every second has a manager among those picked: some have an account already, some get it by the same push.
  const managed = new Map(keys.flatMap((key, at) => (at % 2 === 0 ? [[key, keys[(at * 5 + 3) % keys.length]]] : [])))
  const places = new Map(keys.map((key, at) => [key, at]))
  // A few have lost their title at the source, which the mapping of the flow takes away in K2 too.
  const untitled = new Set(keys.filter((_, at) => at % 7 === 3))
  const people = all.map((person) => {
    const place = places.get(person.key)
    const manager = managed.get(person.key)
    const groups = place === undefined ? undefined : memberships[place % memberships.length]
    const { title, ...rest } = person.attributes
    const titled = untitled.has(person.key) || title === undefined ? rest : { ...rest, title }
    const attributes = manager === undefined ? titled : { ...titled, manager }
    return { ...person, attributes, ...(groups === undefined ? {} : { groups }) }
  })
  // What was prepared has to show before the flow begins.
  if (cell.includes('visible-later')) await sleep(2100)
  sandbox.setQuirks(cell)
  sandbox.clearRequests()
  return { sandbox, summary: read.summary, people, picked: new Set(keys) }
}

/** A third without an account; of those with one, early and late in the list; in each part those with a peculiarity first. */
function choose(people: readonly Person[], existing: readonly JsonObject[], count: number): Person[] {
  const byName = new Map(existing.map((account, place) => [String(account.userName).toLowerCase(), { account, place }]))
  const found = (person: Person) => byName.get(person.attributes.userName?.toLowerCase() ?? '')
  const isPeculiar = (person: Person): boolean => {
    const { email, userName } = person.attributes
    const account = found(person)?.account
    return (
      !person.active ||
      !email ||
      !userName ||
      account?.active === false ||
      (account !== undefined && account.userName !== userName)
    )
  }
  const part = (share: number, where: (place: number | undefined) => boolean): Person[] => {
    const those = people.filter((person) => where(found(person)?.place))
    return [
      ...those.filter(isPeculiar).slice(0, (count * share) / 2),
      ...those.filter((one) => !isPeculiar(one)),
    ].slice(0, count * share)
  }
  return [
    ...part(1 / 3, (place) => place === undefined),
    ...part(1 / 6, (place) => place !== undefined && place >= 100),
    ...part(1 / 2, (place) => place !== undefined && place < 100),
  ]
}
