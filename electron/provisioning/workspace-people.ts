import { MusterError } from '../../shared/errors.ts'
import type { Mapping } from '../../shared/model/mapping.ts'
import type { ListedPerson, Person, PersonDetail } from '../../shared/model/person.ts'
import type { Unplanned } from '../../shared/model/service-schema.ts'
import { textOf, textsOf } from './account-text.ts'
import { workOut } from './assess.ts'
import { type AttributeIndex, attributeOf } from './attribute-index.ts'
import { candidatesOf } from './candidates.ts'
import { warningsOf } from './decide.ts'
import { isAsWanted } from './diff.ts'
import { emptiedBy } from './emptied-by.ts'
import { createPeopleValues, filterableBy } from './filter-values.ts'
import { findPeople } from './find-people.ts'
import { compileMapping, managerPathOf } from './mapping.ts'
import type { View } from './overview.ts'
import { listedPerson, type PeopleQueries, personRow, weigh } from './people-query.ts'
import { isApart, isEmailElsewhere } from './planning.ts'
import { copiedPeople } from './reports/copied-lists.ts'
import { resolve } from './resolve.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { PlansGroup } from './workspace-plans.ts'
import type { Workspace } from './workspace-types.ts'

/** `source.*` */
export function sourceGroup(context: WorkspaceContext): Workspace['source'] {
  const { roster, overview, events, sourceSettings } = context
  return {
    summary: roster.summary,
    settings: () => sourceSettings.get() ?? { use: 'file', ldap: null, scim: null },
    keep: sourceSettings.set,
    store: async ({ summary, people, problems }) => {
      await roster.replace(summary, people, problems)
      overview.peopleRead()
      events.peopleChanged()
      return roster.summary() ?? summary
    },
    problems: ({ offset, limit }) => roster.problems(offset, limit),
  }
}

/** `people.*` */
export function peopleGroup(
  context: WorkspaceContext,
  plansGroup: PlansGroup,
  queries: PeopleQueries,
  attributes: AttributeIndex,
): Workspace['people'] {
  const { overview, compare, runChanges, events, roster } = context
  const values = createPeopleValues(attributes, compare)
  return {
    query: async ({ query, columns = [], offset, limit }) => {
      const view = await overview.view()
      const { positions, counts } = await queries.find(view, query)
      const shown = positions.slice(offset, offset + limit)
      const valuesAt = columnValues(view, shown, columns, roster)
      const rows = shown.flatMap((at) => listedPerson(view, at, valuesAt(at)))
      return { total: positions.length, rows, counts, since: roster.since.counts() }
    },
    gone: ({ offset, limit }) => roster.since.gone(offset, limit),
    ids: async ({ query }) => {
      const view = await overview.view()
      const { positions } = await queries.find(view, query)
      return positions.flatMap((at) => view.people.entries[at]?.id ?? [])
    },
    copied: async ({ ids, sort, columns }) => {
      const view = await overview.view()
      const wanted = new Set(ids)
      const { positions } = await queries.find(view, { search: '', state: null, sort })
      const picked = positions.filter((at) => wanted.has(view.people.entries[at]?.id ?? -1))
      return copiedPeople(columns, listedIn(view, picked, columns, roster))
    },
    filterable: async () => filterableBy((await overview.view()).people, attributes),
    values: async ({ of, search }) => values.of(of, search, (await overview.view()).people),
    emptiedBy: async ({ rule }) => emptiedBy(await overview.view(), rule, queries),
    get: async ({ id }) => {
      const view = await overview.view()
      const detail = detailOf(view, id, context)
      if (detail === null) throw new MusterError('person-not-found')
      return { ...detail, lastPush: runChanges.lastPush(id) }
    },
    weigh: async ({ ids }) => weigh(await overview.view(), ids),
    find: async ({ text }) => {
      const view = await overview.view()
      const ids = await attributes.columns(view.people, ['externalId', 'employeeNumber'])
      const { found, notFound, ambiguous } = await findPeople(text, view.people, [...ids.values()])
      return {
        found: found.flatMap((at) => view.people.entries[at]?.id ?? []),
        notFound: [...notFound],
        ambiguous: ambiguous.map(({ text: asked, positions }) => ({
          text: asked,
          people: positions.flatMap((at) => personRow(view, at)),
        })),
      }
    },
    candidates: async ({ id }) => {
      const view = await overview.view()
      const found = candidatesOf(view, view.people.positionOf(id) ?? -1)
      if (found === null) throw new MusterError('person-not-found')
      return found
    },
    resolve: (asked) =>
      plansGroup.alone(async (view) => {
        const changed = await resolve(asked, view, context)
        overview.decisionsChanged()
        await overview.fresh()
        events.peopleChanged()
        return { changed }
      }),
  }
}

/** People whose values are read at once. */
const atOnce = 200

/** People by position, with the values of these columns, a few at a time. */
function* listedIn(
  view: View,
  positions: readonly number[],
  columns: readonly string[],
  roster: WorkspaceContext['roster'],
): Generator<ListedPerson> {
  const attributes = columns.filter((id) => id !== 'name' && id !== 'userName' && id !== 'state')
  for (let from = 0; from < positions.length; from += atOnce) {
    const some = positions.slice(from, from + atOnce)
    const valuesAt = columnValues(view, some, attributes, roster)
    for (const at of some) yield* listedPerson(view, at, valuesAt(at))
  }
}

/** The values of the columns that are shown, for the rows that are: read from the store, which is a few rows' work. */
function columnValues(
  { people }: View,
  positions: readonly number[],
  columns: readonly string[],
  roster: WorkspaceContext['roster'],
): (at: number) => Record<string, string> {
  const idOf = (at: number): number => people.entries[at]?.id ?? 0
  const persons = roster.many(columns.length === 0 ? [] : positions.map(idOf))
  return (at) => {
    const person = persons.get(idOf(at))
    if (person === undefined) return {}
    return Object.fromEntries(
      columns.flatMap((name) => {
        const value = attributeOf(person, name)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
}

function detailOf(
  view: View,
  id: number,
  { mapping, heeded }: Pick<WorkspaceContext, 'mapping' | 'heeded'>,
): Omit<PersonDetail, 'lastPush'> | null {
  const at = view.people.positionOf(id)
  const standing = at === undefined ? null : view.standings.get(at)
  if (at === undefined || standing === null) return null
  const [row] = personRow(view, at)
  const { account: position, reason, state, conflicts, invalid } = standing
  const [worked] = workOut([{ at, account: position }], view.standings.account, view.world)
  if (row === undefined || worked === undefined) return null
  const { person, account, desired, decision, memberships } = worked
  const stuck = isApart(state)
  return {
    row,
    line: person.line,
    active: person.active,
    attributes: person.attributes,
    more: person.more,
    match: position < 0 ? 'none' : reason,
    account: account === null ? null : { id: account.id, attributes: textsOf(account) },
    // Of somebody who may have an account nobody has seen, there is nothing to compare with; who is left out stays as they are.
    diff: state === 'unknown' || state === 'left-out' ? [] : [...decision.diff],
    same: desired.flatMap(({ path, value }) => {
      const text = textOf(value)
      return account !== null && text !== null && isAsWanted(account, path, value) ? [{ path, value: text }] : []
    }),
    unplanned: unplannedFor(person, mapping(), heeded().unplanned),
    blocked: state === 'unknown' ? [] : [...conflicts, ...invalid],
    memberships: stuck
      ? []
      : memberships.flatMap(({ target, change }) => (target.problem === null ? [{ group: target.name, change }] : [])),
    decided: view.world.decided.made(id),
    warnings: stuck ? [] : warningsOf(decision, () => isEmailElsewhere(view, row, position)),
  }
}

/** What a person has for rules that are not pushed. A manager stands there as the source names them. */
function unplannedFor(person: Person, mapping: Mapping, unplanned: readonly Unplanned[]): PersonDetail['unplanned'] {
  if (unplanned.length === 0) return []
  const values = new Map(compileMapping(mapping)(person).map(({ path, value }) => [path, textOf(value)]))
  const managerPath = managerPathOf(mapping)
  if (managerPath !== null) values.set(managerPath, person.attributes.manager ?? null)
  return unplanned.flatMap((one) => {
    const value = values.get(one.path) ?? null
    return value === null ? [] : [{ ...one, value }]
  })
}
