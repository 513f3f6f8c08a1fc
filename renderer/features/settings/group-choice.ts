import type { GroupRule, GroupsState } from '../../../shared/model/group.ts'

/** One group of the source as the form has it. */
export interface GroupChoice {
  readonly from: string
  /** How many people the source has in it; 0 of a group that it no longer has. */
  readonly people: number
  readonly chosen: boolean
  /** The group of K2 it leads to, by display name. */
  readonly to: string
}

/** The source's groups, and those that a rule names although the source no longer has them. */
export function choicesOf({ source, rules }: GroupsState): GroupChoice[] {
  const byFrom = new Map(rules.rules.map((rule) => [rule.from, rule.to]))
  const there = (source ?? []).map(({ name, people }) => ({
    from: name,
    people,
    chosen: byFrom.has(name),
    to: byFrom.get(name) ?? name,
  }))
  const known = new Set(there.map(({ from }) => from))
  const gone = rules.rules
    .filter(({ from }) => !known.has(from))
    .map(({ from, to }) => ({ from, people: 0, chosen: true, to }))
  return [...there, ...gone]
}

/** The rules that choices stand for. */
export const rulesOf = (choices: readonly GroupChoice[]): GroupRule[] =>
  choices.filter(({ chosen }) => chosen).map(({ from, to }) => ({ from, to: to.trim() }))

/** Whether a chosen group lacks the name of the group it leads to. */
export const lacksName = ({ chosen, to }: GroupChoice): boolean => chosen && to.trim() === ''

const folded = (name: string): string => name.trim().toLowerCase()

/** Finds K2's groups of a display name. */
export function k2GroupsByName({ k2 }: GroupsState): (name: string) => GroupsState['k2'] {
  const byName = Map.groupBy(k2, ({ name }) => folded(name))
  return (name) => byName.get(folded(name)) ?? []
}
