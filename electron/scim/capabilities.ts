import type { Capabilities } from '../../shared/model/capabilities.ts'
import { operations } from '../../shared/scim/operations.ts'
import { t } from '../../shared/words/text.ts'
import type { Clock } from '../ports.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { learnDescriptions, readDescription } from './descriptions.ts'
import { probeEtag, probeExternalId, probeFilter, probePaging } from './probes.ts'

/** What is asked for when probing: a full page of K2's. */
const probeCount = 100

/**
 * Learns what a service supports, by reading only: what it says about itself, and probes of what it does. What neither
 * tells stays `unknown`.
 * @throws MusterError as {@link ScimClient.send} does when the accounts can't be listed at all.
 */
export async function learnCapabilities(
  client: ScimClient,
  clock: Pick<Clock, 'now'>,
  hooks: SendHooks = {},
): Promise<Capabilities> {
  const config = await readDescription(client, operations.readConfig, hooks)
  const from =
    config === null
      ? t('The service has no ServiceProviderConfig that can be read.')
      : t('The service’s ServiceProviderConfig was read.')
  const { value: page } = await client.send(operations.listUsers, { startIndex: 1, count: probeCount }, hooks)
  const said = (flag: boolean | null | undefined, what: string) =>
    flag === null || flag === undefined
      ? { value: 'unknown' as const, from: [from, t('Nothing about {what} was found.', { what })].join(' ') }
      : {
          value: flag ? ('yes' as const) : ('no' as const),
          from: [
            from,
            flag
              ? t('It says that {what} is supported.', { what })
              : t('It says that {what} is not supported.', { what }),
          ].join(' '),
        }
  const unprobed = { value: 'unknown' as const, from: t('Only a change would show it, and probing changes nothing.') }
  const total = page.totalResults
  const size = page.resources.length
  const isCut = total !== null && total > size && size > 0
  const bulk = said(config?.bulk.supported, 'Bulk')
  const byCursor = { value: 'yes' as const, from: t('The first page came with a cursor that leads to the next.') }
  return {
    learntAt: clock.now(),
    patch: said(config?.patch, 'PATCH'),
    put: unprobed,
    delete: unprobed,
    paging: page.nextCursor === null ? await probePaging(client, page, hooks) : byCursor,
    cursor: page.nextCursor === null ? said(config?.cursor, t('paging by cursor')) : byCursor,
    pageSize: {
      // A page that holds all there is does not show how many it could hold.
      value: isCut ? size : probeCount,
      from: [
        total === null
          ? t('A page of {asked} was asked for and {size} came.', { asked: String(probeCount), size: String(size) })
          : t('A page of {asked} was asked for and {size} came, of {total}.', {
              asked: String(probeCount),
              size: String(size),
              total: String(total),
            }),
        ...(size < probeCount && !isCut ? [t('That does not show how many a page can hold.')] : []),
      ].join(' '),
    },
    ...(await probeFilter(client, page, config?.filter.supported ?? null, hooks)),
    filterExternalId: await probeExternalId(client, page, hooks),
    etag: await probeEtag(client, page, config?.etag ?? null, hooks),
    bulk,
    bulkOperations: { value: bulk.value === 'yes' ? (config?.bulk.maxOperations ?? 0) : 0, from: bulk.from },
    bulkBytes: { value: bulk.value === 'yes' ? (config?.bulk.maxPayloadSize ?? 0) : 0, from: bulk.from },
    ...(await learnDescriptions(client, hooks)),
  }
}
