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

/** What rests on a capability, where setting it by hand is more than a matter of speed: what is known of K2 (docs/k2.md). */
export const capabilityReasons: Partial<Record<keyof typeof capabilityWords, string>> = texts({
  patch: 'Without it the whole account is sent, over what was read just before.',
  put: 'Used where single attributes can’t be changed.',
  delete: 'Offered for inactive accounts alone: what is deleted can only be made anew.',
  filter: 'K2 may show only some of its accounts: this tells whether somebody has one all the same.',
  filterIgnoresCase: 'Without it somebody who is written otherwise may have an account already.',
  paging: 'K2 gives at most 100 accounts at a time. Whether it goes on after them has to be tried.',
  etag: 'With it the service itself refuses to change what has changed since it was read.',
  groups: 'K2 shows at most 100 members of a group: members are added and taken out, never replaced.',
})

/** What the two answers mean for this service, where “Yes” and “No” do not say it. */
export const answerWords = (what: CapabilityAnswer): { yes: string; no: string } =>
  what === 'schema' ? { yes: t('Yes, keep to them'), no: t('No, push all attributes') } : { yes: t('Yes'), no: t('No') }
