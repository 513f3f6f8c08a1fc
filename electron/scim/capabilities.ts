import type { Capabilities } from '../../shared/model/account.ts'
import type { ServiceProviderConfig } from '../../shared/scim/messages.ts'
import { operations } from '../../shared/scim/operations.ts'
import type { Clock } from '../ports.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { isAnswer, probeEtag, probeFilter, probePaging } from './probes.ts'

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
  const { config, from } = await readConfig(client, hooks)
  const { value: page } = await client.send(operations.listUsers, { startIndex: 1, count: probeCount }, hooks)
  const said = (flag: boolean | null | undefined, what: string) =>
    flag === null || flag === undefined
      ? { value: 'unknown' as const, from: `${from} Nothing about ${what} was found.` }
      : {
          value: flag ? ('yes' as const) : ('no' as const),
          from: `${from} It says that ${what} is ${flag ? '' : 'not '}supported.`,
        }
  const unprobed = { value: 'unknown' as const, from: 'Only a change would show it, and probing changes nothing.' }
  const total = page.totalResults
  const size = page.resources.length
  const bulk = said(config?.bulk.supported, 'Bulk')
  return {
    learntAt: clock.now(),
    patch: said(config?.patch, 'PATCH'),
    put: unprobed,
    delete: unprobed,
    paging: await probePaging(client, page, hooks),
    pageSize: {
      value: size,
      from: `A page of ${probeCount} was asked for and ${size} came${total === null ? '' : `, of ${total}`}.`,
    },
    ...(await probeFilter(client, page, config?.filter.supported ?? null, hooks)),
    etag: await probeEtag(client, page, config?.etag ?? null, hooks),
    bulk,
    bulkOperations: { value: bulk.value === 'yes' ? (config?.bulk.maxOperations ?? 0) : 0, from: bulk.from },
    bulkBytes: { value: bulk.value === 'yes' ? (config?.bulk.maxPayloadSize ?? 0) : 0, from: bulk.from },
  }
}

/** K2 keeps its ServiceProviderConfig beside the tenants (k2.md); other services within. */
async function readConfig(
  client: ScimClient,
  hooks: SendHooks,
): Promise<{ config: ServiceProviderConfig | null; from: string }> {
  for (const place of ['root', 'tenant'] as const) {
    try {
      const { value } = await client.send(operations.readConfig, { place }, hooks)
      return { config: value, from: 'The service’s ServiceProviderConfig was read.' }
    } catch (error) {
      if (!isAnswer(error)) throw error
    }
  }
  return { config: null, from: 'The service has no ServiceProviderConfig that can be read.' }
}
