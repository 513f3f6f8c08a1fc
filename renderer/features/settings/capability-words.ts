import type { CapabilityAnswer, CapabilityNumber } from '../../../shared/model/capabilities.ts'
import { t, texts } from '../../../shared/words/text.ts'

/** What the capabilities of a service are called, in the order Settings shows them. */
export const capabilityWords: Record<CapabilityAnswer | CapabilityNumber, string> = texts({
  patch: 'Change single attributes (PATCH)',
  put: 'Replace accounts (PUT)',
  delete: 'Delete accounts',
  filter: 'Look an account up by its sign-in name',
  filterIgnoresCase: 'Look-up ignores upper and lower case',
  filterExternalId: 'Look an account up by its identifier',
  paging: 'Lists beyond the first page',
  cursor: 'Lists by cursor',
  pageSize: 'Accounts on one page',
  etag: 'Tells versions apart (ETag)',
  bulk: 'Several changes in one request',
  bulkOperations: 'Changes in one such request',
  bulkBytes: 'Bytes in one such request',
  groups: 'Groups',
  schema: 'Says which attributes accounts have (Schemas)',
})

/** What the two answers mean for this service, where “Yes” and “No” do not say it. */
export const answerWords = (what: CapabilityAnswer): { yes: string; no: string } =>
  what === 'schema' ? { yes: t('Yes, keep to them'), no: t('No, push all attributes') } : { yes: t('Yes'), no: t('No') }
