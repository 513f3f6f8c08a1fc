import { isManagerRule, ruleProblems } from '../../shared/mapping/rule-problems.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Mapping, MappingRule } from '../../shared/model/mapping.ts'
import type { MappingCounts, MappingPreview, RuleEffect } from '../../shared/model/mapping-preview.ts'
import type { Unplanned } from '../../shared/model/service-schema.ts'
import { readPath } from '../../shared/scim/path.ts'
import { createSlices } from '../store/slices.ts'
import { textOf } from './account-text.ts'
import { type AssessWorld, atOnce, type Paired, type Worked, workOut } from './assess.ts'
import { heedSchema } from './heed-schema.ts'
import { clearsManager, compileMapping, managerPathOf } from './mapping.ts'
import type { View } from './overview.ts'

/** A rule of a mapping that is being edited, with what is the same of it for everybody. */
interface TriedRule {
  readonly rule: MappingRule
  /** Whether it can be used. */
  readonly usable: boolean
  readonly isManager: boolean
  /** What the service's schema says against it; null for nothing. */
  readonly objection: Unplanned['why'] | null
}

/** A mapping that is being edited, ready to be tried on people. */
interface Tried {
  /** All rules, in their order. */
  readonly rules: readonly TriedRule[]
  /** Knows those rules alone that can be used. */
  readonly world: AssessWorld
}

/** Who is shown: the one with the id, else the first. Null when there is nobody. */
export function previewMapping(
  view: View,
  id: number | null,
  mapping: Mapping,
  capabilities: Capabilities | null,
): MappingPreview | null {
  const { entries } = view.people
  const at = (id === null ? 0 : view.people.positionOf(id)) ?? 0
  const entry = entries[at]
  const tried = tryOn(view, mapping, capabilities)
  const [worked] = workOut([{ at, account: view.standings.account(at) }], view.standings.account, tried.world)
  if (entry === undefined || worked === undefined) return null
  return {
    person: {
      id: entry.id,
      name: entry.name,
      userName: entry.userName,
      active: entry.active,
      hasAccount: worked.account !== null,
    },
    before: entries[at - 1]?.id ?? null,
    after: entries[at + 1]?.id ?? null,
    place: at + 1,
    people: entries.length,
    values: tried.rules.map((one) => ({ to: one.rule.to, ...givenBy(one, worked), now: nowOf(one, worked) })),
  }
}

/**
 * Counts over everybody whom the source has as active what a mapping would change, in slices. Whose account is whose stays
 * as it is found with the mapping in use.
 * @throws what the signal was aborted with.
 */
export async function countMapping(
  view: View,
  mapping: Mapping,
  capabilities: Capabilities | null,
  signal: AbortSignal,
): Promise<MappingCounts> {
  const slices = createSlices()
  const tried = tryOn(view, mapping, capabilities)
  const counts = { people: 0, accounts: 0, changes: 0, changesNow: 0, invalid: 0 }
  const rules = mapping.rules.map(({ to }) => ({ to, changes: 0, nothing: 0 }))
  const further = new Set<string>()
  const take = (some: readonly Paired[]): void => {
    for (const worked of workOut(some, view.standings.account, tried.world)) {
      for (const name of further.size < 500 ? Object.keys(worked.person.more ?? {}) : []) further.add(name)
      counts.people++
      if (worked.decision.invalid.length > 0) counts.invalid++
      if (worked.account !== null) {
        counts.accounts++
        if (worked.decision.diff.length > 0) counts.changes++
        if (view.standings.state(worked.at) === 'differs') counts.changesNow++
      }
      for (const [position, one] of tried.rules.entries()) {
        const tally = rules[position]
        if (tally === undefined || !one.usable) continue
        const { effect, value } = givenBy(one, worked)
        if (value === null) tally.nothing++
        if (effect === 'changes' || effect === 'clears') tally.changes++
      }
    }
  }
  let open: Paired[] = []
  for (const [at, entry] of view.people.entries.entries()) {
    if (entry.active) open.push({ at, account: view.standings.account(at) })
    if (open.length >= atOnce) {
      take(open)
      open = []
    }
    if ((at & 31) === 0 && slices.due()) {
      await slices.rest()
      signal.throwIfAborted()
    }
  }
  take(open)
  return { ...counts, rules, further: [...further] }
}

function tryOn(view: View, mapping: Mapping, capabilities: Capabilities | null): Tried {
  const refused = new Set(ruleProblems(mapping).map(({ rule }) => rule))
  const heeded = heedSchema({ rules: mapping.rules.filter((_, position) => !refused.has(position)) }, capabilities)
  const rules = mapping.rules.map((rule, position) => ({
    rule,
    usable: !refused.has(position),
    isManager: isManagerRule(rule),
    objection: heeded.unplanned.find(({ path }) => path === rule.to)?.why ?? null,
  }))
  const world: AssessWorld = {
    ...view.world,
    apply: compileMapping(heeded.mapping, heeded.typeOf),
    managerPath: managerPathOf(heeded.mapping),
    clearsManager: clearsManager(heeded.mapping),
    missing: heeded.missing,
    membershipsOf: null,
  }
  return { rules, world }
}

type Given = MappingPreview['values'][number]

/** What K2 has where a rule puts something; null for nothing, and for a rule that can't be used. */
function nowOf({ rule, usable }: TriedRule, { account }: Worked): Given['now'] {
  return usable && account !== null ? textOf(readPath(account, rule.to)) : null
}

/** What one rule gives one person. */
function givenBy(
  { rule, usable, isManager, objection }: TriedRule,
  { account, person, desired, decision, manager }: Worked,
): Pick<Given, 'value' | 'effect'> {
  const { to } = rule
  if (!usable) return { value: null, effect: 'invalid' }
  if (objection !== null && objection !== 'create-only') return { value: null, effect: 'not-pushed' }
  const wanted = desired.find(({ path }) => path === to)
  const value = wanted === undefined ? null : textOf(wanted.value)
  if (value === null && isManager && person.attributes.manager) {
    return { value: manager?.entry.name ?? person.attributes.manager, effect: 'waits' }
  }
  const effect = (): RuleEffect => {
    if (decision.invalid.some(({ where }) => where === to)) return 'invalid'
    const differs = decision.diff.some(({ path }) => path === to || to.startsWith(`${path}.`))
    if (!person.active) return differs ? 'changes' : 'kept'
    if (value === null) return differs ? 'clears' : 'nothing'
    if (account === null) return 'sets'
    if (rule.when === 'create' || objection === 'create-only') return 'kept'
    return differs ? 'changes' : 'same'
  }
  return { value, effect: effect() }
}
