import type { Unplanned } from '../../shared/model/service-schema.ts'

/** What the service's schema says against pushing an attribute, in few words. */
export const unplannedWords: Record<Unplanned['why'], string> = {
  'not-defined': 'The service does not define it',
  'read-only': 'Only the service writes it',
  'create-only': 'Only for new accounts',
}
