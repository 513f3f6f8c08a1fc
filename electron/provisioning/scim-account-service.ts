import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Written as ScimWritten } from '../../shared/scim/operation.ts'
import { operations } from '../../shared/scim/operations.ts'
import { type ScimUser, versionOf } from '../../shared/scim/schemas.ts'
import { systemClock } from '../clock.ts'
import type { Clock } from '../ports.ts'
import { bulkLimitsOf, withBulkFact } from '../scim/bulk-limits.ts'
import { learnCapabilities } from '../scim/capabilities.ts'
import type { ScimClient, ScimReply } from '../scim/client.ts'
import { deleteUser } from '../scim/delete.ts'
import { findUsers } from '../scim/find.ts'
import { pagingOf, readAll } from '../scim/paging.ts'
import { type Learnt, updateUser } from '../scim/update.ts'
import type { AccountService, CallOptions, Written } from './account-service.ts'
import { effectiveOf, noOverrides } from './effective.ts'
import { createGroupService } from './scim-group-service.ts'

/** An {@link AccountService} that speaks SCIM 2.0 (RFC 7644). */
export function createAccountService(client: ScimClient, clock: Pick<Clock, 'now'> = systemClock): AccountService {
  let learnt: Capabilities | null = null
  let overrides = noOverrides
  let capabilities: Capabilities | null = null
  const follow = (news: Capabilities | null): void => {
    learnt = news
    capabilities = learnt && effectiveOf(learnt, overrides)
  }
  const onLearnt = ({ what, value, from }: Learnt): void => {
    if (learnt !== null) follow({ ...learnt, [what]: { value, from } })
  }
  client.shareRequests({
    limits: () => bulkLimitsOf(capabilities),
    learnt: (fact) => {
      if (learnt !== null) follow(withBulkFact(learnt, fact))
    },
  })
  /** The first deletion of all, while nobody knows whether the service deletes: the others wait for what it is told. */
  let trial: Promise<unknown> | null = null

  async function deleteOne(id: string, version: string | null, options?: CallOptions): Promise<number | null> {
    const isOpen = (): boolean => capabilities?.delete.value !== 'yes' && capabilities?.delete.value !== 'no'
    while (trial !== null && isOpen()) await trial
    const known = capabilities?.delete
    if (known?.value === 'no') throw new MusterError('scim-no-delete', { detail: known.from })
    const sent = deleteUser(client, id, { ...options, capabilities, ifMatch: version, onLearnt })
    if (isOpen()) {
      const over = sent
        .catch(() => {})
        .finally(() => {
          if (trial === over) trial = null
        })
      trial = over
    }
    return (await sent).status
  }

  return {
    get capabilities() {
      return capabilities
    },
    get learnt() {
      return learnt
    },
    adopt: (known, byHand) => {
      overrides = byHand
      follow(known)
    },
    learn: async (options) => follow(await learnCapabilities(client, clock, options)),
    list: async function* (options) {
      const how = { ...options, ...pagingOf(capabilities) }
      for await (const { resources, total, end } of readAll(client, operations.listUsers, how)) {
        yield { users: resources, total, complete: end === null ? null : end.complete }
      }
    },
    read: async (id, options) => (await client.send(operations.getUser, { id }, options)).value,
    find: (wanted, options) => findUsers(client, wanted, capabilities, options),
    create: async (attributes, settle, options) => {
      const reply = await client.send(
        operations.createUser,
        { attributes },
        {
          ...options,
          settle: async () => {
            const account = await settle()
            return account === null ? null : { id: account.id, resource: account }
          },
        },
      )
      return writtenOf(reply)
    },
    update: async (base, version, diffs, kind, options) => {
      const reply = await updateUser(client, base.id, diffs, {
        ...options,
        kind,
        capabilities,
        fresh: base,
        ifMatch: version,
        onLearnt,
      })
      return writtenOf(reply)
    },
    delete: deleteOne,
    groups: createGroupService(client, () => capabilities),
    reach: async (options) => {
      try {
        await client.send(operations.listUsers, { startIndex: 1, count: 1 }, options)
      } catch (error) {
        if (!(error instanceof MusterError) || error.status === null) throw error
      }
    },
  }
}

function writtenOf({ value: { id, resource }, status, etag }: ScimReply<ScimWritten<ScimUser>>): Written {
  return { id, account: resource, version: (resource && versionOf(resource)) ?? etag, status }
}
