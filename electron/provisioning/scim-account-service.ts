import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/account.ts'
import type { Written as ScimWritten } from '../../shared/scim/operation.ts'
import { operations } from '../../shared/scim/operations.ts'
import { type ScimUser, versionOf } from '../../shared/scim/schemas.ts'
import { systemClock } from '../clock.ts'
import type { Clock } from '../ports.ts'
import { bulkLimitsOf, withBulkFact } from '../scim/bulk-limits.ts'
import { learnCapabilities } from '../scim/capabilities.ts'
import type { ScimClient, ScimReply } from '../scim/client.ts'
import { findUsers } from '../scim/find.ts'
import { readAll } from '../scim/paging.ts'
import { updateUser } from '../scim/update.ts'
import type { AccountService, Written } from './account-service.ts'

/** An {@link AccountService} that speaks SCIM 2.0 (RFC 7644). */
export function createAccountService(client: ScimClient, clock: Pick<Clock, 'now'> = systemClock): AccountService {
  let capabilities: Capabilities | null = null
  client.shareRequests({
    limits: () => bulkLimitsOf(capabilities),
    learnt: (fact) => {
      if (capabilities !== null) capabilities = withBulkFact(capabilities, fact)
    },
  })
  return {
    get capabilities() {
      return capabilities
    },
    adopt: (learnt) => {
      capabilities = learnt
    },
    learn: async (options) => {
      capabilities = await learnCapabilities(client, clock, options)
      return capabilities
    },
    list: async function* (options) {
      for await (const { resources, total, end } of readAll(client, operations.listUsers, options)) {
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
        onLearnt: ({ what, value: answer, from }) => {
          if (capabilities !== null) capabilities = { ...capabilities, [what]: { value: answer, from } }
        },
      })
      return writtenOf(reply)
    },
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
