import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../electron/provisioning/canonical.ts'
import { sortedPositions } from '../../../electron/provisioning/sorted.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Person } from '../../../shared/model/person.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const few = { numRuns: 60 }
const word = fc.stringMatching(/^[\p{L}\p{N} '’.-]{1,12}$/u)
const value = fc.option(word, { nil: undefined })

/** One name of a directory: what the source and the service know of it. */
const entry = fc.record({
  inSource: fc.boolean(),
  inK2: fc.boolean(),
  active: fc.boolean(),
  activeInK2: fc.boolean(),
  matchedById: fc.boolean(),
  upperCase: fc.boolean(),
  manager: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
  title: value,
  department: value,
  phone: value,
  email: fc.option(fc.emailAddress(), { nil: undefined }),
  before: fc.record({ title: value, department: value, emails: fc.array(word, { maxLength: 2 }) }),
})
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never
const directory = fc.array(entry, { minLength: 1, maxLength: 8 })

const withoutUndefined = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, inner]) => inner !== undefined))

function personOf(one: Entry, n: number): Person {
  const { title, department, phone, email, manager } = one
  const boss = manager === undefined ? undefined : `id-p${manager}`
  return person(`p${n}`, {
    active: one.active,
    attributes: withoutUndefined({ title, department, phone, email, manager: boss }),
  })
}

function accountOf(one: Entry, n: number): JsonObject {
  const { title, department, emails } = one.before
  const userName = `p${n}@contoso.example`
  return withoutUndefined({
    userName: one.upperCase ? userName.toUpperCase() : userName,
    externalId: one.matchedById ? `id-p${n}` : undefined,
    active: one.activeInK2,
    title,
    emails: emails.length === 0 ? undefined : emails.map((value, at) => ({ type: at === 0 ? 'work' : 'other', value })),
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': department === undefined ? undefined : { department },
    nickName: 'not in the mapping',
  }) as JsonObject
}

async function desk(entries: readonly Entry[], etags: boolean) {
  const made = setUp()
  made.service.etags = etags
  for (const [n, one] of entries.entries()) if (one.inK2) made.service.seed(accountOf(one, n))
  await made.people(...entries.flatMap((one, n) => (one.inSource ? [personOf(one, n)] : [])))
  await made.workspace.accounts.refresh()
  return made
}

const tryPush = async ({ pushAll }: Awaited<ReturnType<typeof desk>>): Promise<string | null> => {
  try {
    return await pushAll()
  } catch (error) {
    expect(error).toMatchObject({ code: 'plan-empty' })
    return null
  }
}

test('after a push there is nothing left to plan, whether from memory or from accounts read again', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.boolean(), async (entries, etags) => {
      const made = await desk(entries, etags)
      const run = await tryPush(made)
      if (run !== null) {
        const { total, outcomes } = made.workspace.runs.get({ run }).run
        expect(outcomes.done).toBe(total)
      }
      expect(await tryPush(made)).toBeNull()
      await made.workspace.accounts.refresh()
      expect(await tryPush(made)).toBeNull()
    }),
    few,
  )
})

test('undoing a push gives every account back what it had; accounts that it made end up inactive', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.boolean(), async (entries, etags) => {
      const made = await desk(entries, etags)
      const before = made.service.state()
      const run = await tryPush(made)
      if (run === null) return
      const verified = await made.workspace.runs.verify({ run })
      expect(verified.verified?.asIntended).toBe(verified.total)
      const undo = await made.workspace.runs.undo({ run })
      await made.workspace.runs.start({ plan: undo.id, hash: undo.hash, typed: undo.safety.typeToConfirm })
      expect((await made.over(undo.id)).outcomes.done).toBe(undo.total)
      const after = new Map(
        Object.entries(made.service.state()).map(([name, account]) => [name.toLowerCase(), account]),
      )
      for (const [name, account] of Object.entries(before)) {
        expect(after.get(name.toLowerCase())).toEqual(account)
        after.delete(name.toLowerCase())
      }
      for (const account of after.values()) expect(account.active).toBe(false)
    }),
    few,
  )
})

test('the same picks from the same state give the same changes', async () => {
  await fc.assert(
    fc.asyncProperty(directory, async (entries) => {
      const made = await desk(entries, false)
      const people = await made.ids()
      const hashes = []
      for (let n = 0; n < 2; n++) {
        const plan = await made.workspace.plans.create({ people, deactivate: [] }).catch(() => null)
        hashes.push(plan?.hash ?? null)
      }
      expect(hashes[0]).toBe(hashes[1])
    }),
    few,
  )
})

test('canonical JSON is the same for equal values, and different for different ones', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const shuffled = JSON.parse(JSON.stringify(one), (_key, inner) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).reverse())
          : inner,
      )
      expect(canonicalJson(shuffled)).toBe(canonicalJson(JSON.parse(JSON.stringify(one))))
      expect(canonicalJson(one as never) === canonicalJson(other as never)).toBe(
        JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
      )
    }),
  )
})

/** Another way to the same: every object as a sorted list of pairs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)]
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}

test('sorting in slices gives what sorting at once gives, equal items in the order they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 50 }), { maxLength: 2000 }), async (numbers) => {
      const compare = (one: number, other: number) => (numbers[one] ?? 0) - (numbers[other] ?? 0)
      const expected = numbers.map((_, at) => at).sort(compare)
      expect([...(await sortedPositions(numbers.length, compare))]).toEqual(expected)
    }),
    few,
  )
})
