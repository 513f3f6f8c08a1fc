import type { Capabilities } from '../../shared/model/account.ts'
import { operations } from '../../shared/scim/operations.ts'
import { systemClock } from '../clock.ts'
import type { Clock } from '../ports.ts'
import { learnCapabilities } from '../scim/capabilities.ts'
import type { ScimClient } from '../scim/client.ts'
import { findUsers } from '../scim/find.ts'
import { readAll } from '../scim/paging.ts'
import { updateUser } from '../scim/update.ts'
import type { AccountService } from './account-service.ts'

/** An {@link AccountService} that speaks SCIM 2.0 (RFC 7644). */
export function createAccountService(client: ScimClient, clock: Pick<Clock, 'now'> = systemClock): AccountService {
  let capabilities: Capabilities | null = null
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
      const { value, status } = await client.send(
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
      return { id: value.id, account: value.resource, status }
    },
    update: async (base, version, diffs, kind, options) => {
      const { value, status } = await updateUser(client, base.id, diffs, {
        ...options,
        kind,
        capabilities,
        fresh: base,
        ifMatch: version,
        onLearnt: ({ what, value: answer, from }) => {
          if (capabilities !== null) capabilities = { ...capabilities, [what]: { value: answer, from } }
        },
      })
      return { id: value.id, account: value.resource, status }
    },
  }
}
