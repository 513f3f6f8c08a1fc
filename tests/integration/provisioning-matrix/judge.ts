import type { JsonObject } from '../../../shared/model/json.ts'
import type { Change } from '../../../shared/model/plan.ts'
import type { RunChange } from '../../../shared/model/run.ts'
import { failureOf, isKeptBack, type Limits, limitsOf } from './expected.ts'
import { covers, delta, flatPath } from './flatten.ts'
import type { Pushed, Seen } from './flow.ts'
import { groupsBroken } from './judge-groups.ts'

type Accounts = ReadonlyMap<string, JsonObject>

const byId = (accounts: readonly JsonObject[]): Accounts => new Map(accounts.map((one) => [String(one.id), one]))
const nameOf = (account: JsonObject | undefined): string => String(account?.userName).toLowerCase()

/** How often an account was written, as the service counts it. */
function versionOf({ meta }: JsonObject): number {
  const version = typeof meta === 'object' && meta !== null && !Array.isArray(meta) ? meta.version : null
  return Number(/\d+/.exec(String(version))?.[0])
}

/**
 * Everything that should hold of a flow and does not, one sentence each.
 * @param baseline what was seen on a service without switches: what is planned there is what should be planned.
 */
export function broken(seen: Seen, baseline: Seen): string[] {
  const limits = limitsOf(seen.cell)
  return [
    ...planBroken(seen, baseline, limits),
    ...runBroken('push', seen.push, seen.before, seen.between, limits),
    ...doubles(seen.between),
    ...againBroken(seen),
    ...undoBroken(seen, limits),
    ...doubles(seen.after),
    ...groupsBroken(seen, limits),
    ...seen.secrets.filter((secret) => seen.shown.includes(secret)).map(() => 'A secret is in what is kept or shown.'),
  ]
}

/** A change as text, with accounts by their sign-in name, since ids differ from tenant to tenant. */
function changeText({ kind, pass, userName, accountId, diff }: Change, accounts: Accounts): string[] {
  const name = userName?.toLowerCase() ?? nameOf(accounts.get(accountId ?? ''))
  return diff.map(({ path, after }) => {
    const manager = path.endsWith('manager.value') ? accounts.get(String(after)) : undefined
    return `${pass} ${kind} ${name} ${path} = ${manager ? nameOf(manager) : JSON.stringify(after)}`
  })
}

function planBroken(seen: Seen, baseline: Seen, limits: Limits): string[] {
  const planned = new Set(seen.push.changes.flatMap((change) => changeText(change, byId(seen.before))))
  const all = baseline.push.changes
  const isExpected = (change: Change, path: string): boolean => !isKeptBack(change, path, limits, all)
  const expected = new Set(
    all.flatMap((change) => {
      const diff = change.diff.filter(({ path }) => isExpected(change, path))
      return changeText({ ...change, diff }, byId(baseline.before))
    }),
  )
  const hidden = limits.cutOff
    ? new Set(baseline.push.changes.filter(isRemoval).map(({ userName }) => userName))
    : new Set()
  const wrong = [...planned].filter((text) => !expected.has(text)).map((text) => `Planned, and should not be: ${text}`)
  if (limits.cannotTell) {
    const creates = [...planned].filter((text) => text.includes(' create '))
    const visible = seen.accounts.total
    const blocked = seen.push.plan.blocked.filter(({ reasons }) =>
      reasons.some(({ code }) => code === 'accounts-incomplete'),
    )
    return [
      ...wrong,
      ...creates.map((text) => `Planned although nobody can tell whether it is there: ${text}`),
      ...(blocked.length === 0 ? ['Nobody is blocked for a list that is cut off.'] : []),
      ...(seen.accounts.complete ? [`A list of ${visible} that is cut off is called complete.`] : []),
    ]
  }
  const missing = [...expected].filter(
    (text) => !planned.has(text) && ![...hidden].some((name) => text.includes(` ${name} `)),
  )
  return [...wrong, ...missing.map((text) => `Not planned, and should be: ${text}`)]
}

const isRemoval = ({ reason }: Change): boolean => reason.startsWith('picked-for-')

function runBroken(
  what: string,
  { changes, outcomes, run }: Pushed,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  limits: Limits,
): string[] {
  const was = byId(before)
  const is = byId(after)
  const say: string[] = []
  const add = (sentence: string): void => {
    say.push(`${what}: ${sentence}`)
  }
  const done = new Map<string, Change[]>()
  const failed = new Set<number>()
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  for (const change of changes) {
    const outcome = outcomeOf.get(change.id)
    const id = outcome?.accountId ?? change.accountId
    if (outcome?.outcome === 'done' && id !== null) done.set(id, [...(done.get(id) ?? []), change])
    const about = change.kind === 'create' ? undefined : (was.get(change.accountId ?? '') ?? is.get(id ?? ''))
    const wanted = failureOf(change, about, limits)
    if (wanted !== null && change.pass === 1) failed.add(change.personId ?? -1)
    const needs = change.pass === 2 && (failed.has(change.personId ?? -1) || isManagerMissing(change, changes, failed))
    const told = toldOf(outcome)
    const expected =
      needs && change.accountId === null ? ['not-sent'] : needs ? ['not-sent', wanted ?? 'done'] : [wanted ?? 'done']
    if (!expected.includes(told))
      add(`${change.kind} of ${change.userName} ended as ${told}, not ${expected[0]}${noteOf(outcome)}.`)
  }
  if (run.status !== 'done') add(`The run ended as ${run.status}.`)
  const { verified } = run
  const deleted = changes.filter(({ kind, id }) => kind === 'delete' && outcomeOf.get(id)?.outcome === 'done')
  const kept = limits.keepsDeleted ? deleted.length : 0
  if (verified?.checked !== run.outcomes.done) add(`${verified?.checked} of ${run.outcomes.done} were verified.`)
  if (verified?.keptInactive !== kept) add(`${verified?.keptInactive} of ${kept} are told to be kept as inactive.`)
  const told = verified === null ? 0 : verified.asIntended + verified.unseen + kept
  if (told !== verified?.checked || verified.pending !== 0) {
    const drift = outcomes.flatMap(({ drift }) => drift ?? []).map(({ path }) => path)
    add(`Verified ${JSON.stringify(verified)}, drift in ${[...new Set(drift)].join(', ')}.`)
  }
  for (const [id, account] of was) {
    const now = is.get(id)
    const isDeleted = done.get(id)?.some(({ kind }) => kind === 'delete') ?? false
    if (isDeleted && limits.keepsDeleted) {
      if (now === undefined || delta(account, now).length > 0) add(`${nameOf(account)} is not as it was.`)
    } else if (isDeleted !== (now === undefined)) {
      add(`The account ${nameOf(account)} is ${isDeleted ? 'still there' : 'gone'}.`)
    } else if (now !== undefined)
      say.push(...accountBroken(account, now, done.get(id) ?? []).map((sentence) => `${what}: ${sentence}`))
  }
  for (const [id, account] of is) {
    if (was.has(id)) continue
    const makers = done.get(id) ?? []
    if (makers[0]?.kind !== 'create') add(`The account ${nameOf(account)} was made by no change that says so.`)
    else say.push(...madeBroken(account, makers).map((sentence) => `${what}: ${sentence}`))
  }
  const creates = changes.filter(({ kind, id }) => kind === 'create' && outcomeOf.get(id)?.outcome === 'done').length
  const more = creates - (deleted.length - kept)
  if (is.size !== was.size + more) add(`There should be ${more} more accounts, and there are ${is.size - was.size}.`)
  return say
}

/** Whether the manager of a pass-2 change is a person whose create had to fail: told by name, as the change tells it. */
function isManagerMissing({ diff }: Change, changes: readonly Change[], failed: ReadonlySet<number>): boolean {
  const said = String(diff[0]?.after)
  return changes.some(
    ({ kind, name, personId }) => kind === 'create' && failed.has(personId ?? -1) && said.startsWith(`${name} (`),
  )
}

const toldOf = (outcome: RunChange | undefined): string =>
  outcome === undefined
    ? 'nothing'
    : outcome.outcome === 'failed'
      ? (outcome.failure?.code ?? 'failed')
      : outcome.outcome

const noteOf = (outcome: RunChange | undefined): string =>
  [outcome?.failure?.detail, outcome?.note].map((text) => (text ? ` (${text})` : '')).join('')

/** What a change may touch beside the paths of its diff: what comes with a new element or extension. */
function mayTouch(path: string, changes: readonly Change[]): boolean {
  if (changes.some(({ diff }) => diff.some(({ path: planned }) => covers(planned, path)))) return true
  const paths = changes.flatMap(({ diff }) => diff.map(({ path: planned }) => flatPath(planned)))
  if (path === 'schemas') return paths.some((one) => one.startsWith('urn:'))
  const element = /^(.*\[[^\]]*\])\.(type|primary)$/.exec(path)?.[1]
  if (element !== undefined) return paths.includes(`${element}.value`)
  return /\.manager\.(\$ref|displayName)$/.test(path) && paths.some((one) => one.endsWith('.manager.value'))
}

function accountBroken(was: JsonObject, is: JsonObject, changes: readonly Change[]): string[] {
  const name = nameOf(was)
  const touched = delta(was, is)
  const writes = versionOf(is) - versionOf(was)
  const paths = new Set(changes.flatMap(({ diff }) => diff.map(({ path }) => flatPath(path))))
  return [
    ...touched
      .filter((path) => !mayTouch(path, changes))
      .map((path) => `${name} has another ${path}, which nobody planned.`),
    ...[...paths].filter((path) => !touched.includes(path)).map((path) => `${name} should have another ${path}.`),
    ...(writes === changes.length ? [] : [`${name} was written ${writes} times for ${changes.length} changes.`]),
  ]
}

function madeBroken(account: JsonObject, makers: readonly Change[]): string[] {
  const name = nameOf(account)
  const writes = versionOf(account)
  const touched = delta({}, account).filter((path) => path !== 'id' && path !== 'schemas')
  return [
    ...(writes === makers.length ? [] : [`${name} was written ${writes} times for ${makers.length} changes.`]),
    ...touched.filter((path) => !mayTouch(path, makers)).map((path) => `${name} has ${path}, which nobody planned.`),
  ]
}

function doubles(accounts: readonly JsonObject[]): string[] {
  const seen = new Set<string>()
  return accounts.flatMap(({ userName, externalId }) =>
    [
      `userName ${String(userName).toLowerCase()}`,
      ...(typeof externalId === 'string' ? [`externalId ${externalId}`] : []),
    ]
      .filter((key) => seen.size === seen.add(key).size)
      .map((key) => `Two accounts have the ${key}.`),
  )
}

/** After a push only what failed is left to plan. */
function againBroken({ again, push, cell }: Seen): string[] {
  const { keepsDeleted } = limitsOf(cell)
  const open = new Set(push.outcomes.filter(({ outcome }) => outcome !== 'done').map(({ userName }) => userName))
  return again
    .filter(({ resource }) => resource === 'User')
    .filter(({ userName, kind }) => !open.has(userName) && !(keepsDeleted && kind === 'delete'))
    .map(
      ({ kind, userName, diff }) => `Planned again: ${kind} of ${userName}, ${diff.map(({ path }) => path).join(', ')}`,
    )
}

function undoBroken({ push, undo, before, between, after }: Seen, limits: Limits): string[] {
  if (undo === null) return push.run.outcomes.done > 0 ? ['There is nothing to undo.'] : []
  const was = byId(before)
  const is = byId(after)
  const undone = new Set(undo.outcomes.filter(({ outcome }) => outcome === 'done').map(({ accountId }) => accountId))
  const done = push.outcomes.filter(({ outcome }) => outcome === 'done')
  const pushed = new Set(done.filter(({ kind }) => kind !== 'delete').map(({ accountId }) => accountId))
  const deleted = limits.keepsDeleted ? [] : done.filter(({ kind }) => kind === 'delete')
  const anew = new Map(undo.changes.filter(({ kind }) => kind === 'create').map((change) => [change.userName, change]))
  const wayOf = ({ id }: { id: number }) => undo.outcomes.find((outcome) => outcome.id === id)
  const planned = new Set(undo.changes.map(({ accountId }) => accountId))
  return [
    ...runBroken('undo', undo, between, after, limits),
    ...[...pushed].filter((id) => !planned.has(id)).map((id) => `The undo leaves out ${nameOf(is.get(String(id)))}.`),
    ...deleted.flatMap(({ userName, accountId }) => {
      const change = anew.get(userName)
      if (change === undefined) return [`The undo does not make ${userName} anew.`]
      const id = wayOf(change)?.accountId ?? ''
      if (wayOf(change)?.outcome !== 'done') return []
      const wrong = delta(was.get(String(accountId)) ?? {}, is.get(id) ?? {}).filter((path) => path !== 'id')
      return wrong.map((path) => `${userName} was made anew without its ${path}.`)
    }),
    ...[...undone].flatMap((id) => {
      const account = is.get(String(id))
      const target = was.get(String(id))
      if (account === undefined) return []
      if (target === undefined)
        return account.active === false ? [] : [`${nameOf(account)} was made, undone, and is active.`]
      return delta(target, account).map((path) => `${nameOf(account)} did not get back its ${path}.`)
    }),
  ]
}
