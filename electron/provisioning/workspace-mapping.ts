import { MusterError } from '../../shared/errors.ts'
import { writeMappingFile } from '../../shared/mapping/mapping-file.ts'
import { type Mapping, mappingSchema } from '../../shared/model/mapping.ts'
import type { MappingState } from '../../shared/model/mapping-preview.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { keptValue } from '../store/kept.ts'
import { checkMapping } from './check-mapping.ts'
import { defaultMappingOf } from './default-mapping.ts'
import { countMapping, previewMapping } from './mapping-preview.ts'
import { exportedMapping } from './reports/export.ts'
import { productOf, type WorkspaceContext } from './workspace-context.ts'
import type { PlansGroup } from './workspace-plans.ts'
import type { Workspace } from './workspace-types.ts'

/** `mapping.*` */
export function mappingGroup(context: WorkspaceContext, plansGroup: PlansGroup): Workspace['mapping'] {
  const { roster, overview, events, mapping, ownMapping, plans, service } = context
  const draft = keptValue<Mapping | null>(context.database, 'mapping-draft')
  /** The count under way. */
  let counting: AbortController | null = null

  const usual = (): Mapping => defaultMappingOf(productOf(roster))
  const state = (): MappingState => ({
    saved: mapping(),
    draft: mappingSchema.nullable().safeParse(draft.get()).data ?? null,
    usual: usual(),
  })
  const stopCounting = (): void => counting?.abort(new MusterError('count-cancelled'))

  return {
    state,
    keepDraft: ({ mapping: next }) => {
      draft.set(next === null || sameJson(next, mapping()) ? null : next)
      return state()
    },
    save: async ({ mapping: next }) => {
      checkMapping(next)
      stopCounting()
      // Waits for a plan in the making: none may be frozen of what the mapping before made.
      return plansGroup.alone(async () => {
        // A mapping that is the source's default goes on following it, should the next file come from elsewhere.
        ownMapping.set(sameJson(next, usual()) ? null : next)
        draft.set(null)
        plans.outdate()
        overview.peopleRead()
        events.peopleChanged()
        return state()
      })
    },
    preview: async ({ mapping: next, person }) =>
      previewMapping(await overview.view(), person, next, service.capabilities),
    count: async ({ mapping: next }) => {
      stopCounting()
      const control = new AbortController()
      counting = control
      try {
        const view = await overview.view()
        control.signal.throwIfAborted()
        return await countMapping(view, next, service.capabilities, control.signal)
      } finally {
        if (counting === control) counting = null
      }
    },
    export: ({ mapping: next }) => exportedMapping(writeMappingFile(next), context),
  }
}
