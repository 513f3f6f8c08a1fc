import type { PeopleRule } from '../../shared/model/person-query.ts'
import type { SavedSelection, SelectionContent } from '../../shared/model/saved-selection.ts'
import type { KeptSelection, ListedInSelection } from '../store/selections.ts'
import { createSlices } from '../store/slices.ts'
import type { View } from './overview.ts'
import type { PeopleQueries } from './people-query.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { Workspace } from './workspace-types.ts'

/** `selections.*` */
export function selectionsGroup(
  { selections, overview, clock, compare }: WorkspaceContext,
  queries: Pick<PeopleQueries, 'among'>,
): Workspace['selections'] {
  /** What a saved selection finds now. */
  async function withCounts(view: View, { id, name, rule, savedAt }: KeptSelection): Promise<SavedSelection> {
    if (rule !== null) {
      const { length: found } = await queries.among(view, rule)
      return { id, name, rule, found, gone: 0, savedAt }
    }
    const people = await selections.people(id)
    const gone = people.filter((person) => isGone(view, person)).length
    return { id, name, rule, found: people.length - gone, gone, savedAt }
  }

  /** What of a content is written down: a rule, or people with their names. Who is in the source no more can't be ticked. */
  function partsOf(view: View, content: SelectionContent): { rule: PeopleRule | null; people: ListedInSelection[] } {
    if (content.kind === 'rule') return { rule: content.rule, people: [] }
    const people = content.people.flatMap((id) => {
      const entry = view.people.entries[view.people.positionOf(id) ?? -1]
      return entry === undefined ? [] : [{ id, name: entry.name }]
    })
    return { rule: null, people }
  }

  return {
    list: async () => {
      const view = await overview.view()
      const slices = createSlices()
      const list: SavedSelection[] = []
      for (const kept of selections.all()) {
        list.push(await withCounts(view, kept))
        if (slices.due()) await slices.rest()
      }
      return list.sort((one, other) => compare(one.name, other.name))
    },
    save: async ({ name, content }) => {
      const view = await overview.view()
      const { rule, people } = partsOf(view, content)
      const id = await selections.add(name, rule, people, clock.now())
      return withCounts(view, selections.get(id))
    },
    update: async ({ selection, name, content }) => {
      const view = await overview.view()
      if (name !== undefined) selections.rename(selection, name)
      if (content !== undefined) {
        const { rule, people } = partsOf(view, content)
        await selections.replace(selection, rule, people, clock.now())
      }
      return withCounts(view, selections.get(selection))
    },
    remove: async ({ selection }) => {
      await selections.remove(selection)
      return null
    },
    apply: async ({ selection }) => {
      const view = await overview.view()
      const { rule } = selections.get(selection)
      if (rule !== null) {
        const positions = await queries.among(view, rule)
        return { people: positions.flatMap((at) => view.people.entries[at]?.id ?? []), rule, gone: [] }
      }
      const people = await selections.people(selection)
      return {
        people: people.filter((person) => !isGone(view, person)).map(({ id }) => id),
        rule,
        gone: people.filter((person) => isGone(view, person)).map(({ name }) => name),
      }
    },
  }
}

const isGone = ({ people }: View, { id }: ListedInSelection): boolean => people.positionOf(id) === undefined
