import { MusterError } from '../../shared/errors.ts'
import type { PersonDetail } from '../../shared/model/person.ts'
import { textOf, textsOf } from './account-text.ts'
import { workOut } from './assess.ts'
import { isAsWanted } from './diff.ts'
import { findPeople } from './find-people.ts'
import type { View } from './overview.ts'
import { createPeopleQueries, personRow, weigh } from './people-query.ts'
import { createSinceIndex } from './since-index.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { Workspace } from './workspace-types.ts'

/** `source.*` */
export function sourceGroup({
  roster,
  overview,
  events,
  mapping,
  sourceSettings,
}: WorkspaceContext): Workspace['source'] {
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
    mapping,
  }
}

/** `people.*` */
export function peopleGroup(context: WorkspaceContext): Workspace['people'] {
  const { overview, compare, runChanges, roster } = context
  const queries = createPeopleQueries(compare, createSinceIndex(roster))
  return {
    query: async ({ query, offset, limit }) => {
      const view = await overview.view()
      const { positions, counts } = await queries.find(view, query)
      const rows = positions.slice(offset, offset + limit).flatMap((at) => personRow(view, at))
      return { total: positions.length, rows, counts, since: roster.since.counts() }
    },
    gone: ({ offset, limit }) => roster.since.gone(offset, limit),
    ids: async ({ query }) => {
      const view = await overview.view()
      const { positions } = await queries.find(view, query)
      return positions.flatMap((at) => view.people.entries[at]?.id ?? [])
    },
    get: async ({ id }) => {
      const view = await overview.view()
      const detail = detailOf(view, id)
      if (detail === null) throw new MusterError('person-not-found')
      return { ...detail, lastPush: runChanges.lastPush(id) }
    },
    weigh: async ({ ids }) => weigh(await overview.view(), ids),
    find: async ({ text }) => {
      const view = await overview.view()
      const { found, notFound, ambiguous } = await findPeople(text, view.people)
      return {
        found: found.flatMap((at) => view.people.entries[at]?.id ?? []),
        notFound: [...notFound],
        ambiguous: ambiguous.map(({ text: asked, positions }) => ({
          text: asked,
          people: positions.flatMap((at) => personRow(view, at)),
        })),
      }
    },
  }
}

function detailOf(view: View, id: number): Omit<PersonDetail, 'lastPush'> | null {
  const at = view.people.positionOf(id)
  const standing = at === undefined ? null : view.standings.get(at)
  if (at === undefined || standing === null) return null
  const [row] = personRow(view, at)
  const { account: position, reason, state, conflicts, invalid } = standing
  const [worked] = workOut([{ at, account: position }], view.standings.account, view.world)
  if (row === undefined || worked === undefined) return null
  const { person, account, desired, decision } = worked
  return {
    row,
    line: person.line,
    active: person.active,
    attributes: person.attributes,
    match: position < 0 ? 'none' : reason,
    account: account === null ? null : { id: account.id, attributes: textsOf(account) },
    // Of somebody who may have an account nobody has seen, there is nothing to compare with.
    diff: state === 'unknown' ? [] : [...decision.diff],
    same: desired.flatMap(({ path, value }) => {
      const text = textOf(value)
      return account !== null && text !== null && isAsWanted(account, path, value) ? [{ path, value: text }] : []
    }),
    blocked: state === 'unknown' ? [] : [...conflicts, ...invalid],
  }
}
