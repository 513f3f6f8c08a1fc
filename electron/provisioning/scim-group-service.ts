import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Written } from '../../shared/scim/operation.ts'
import { operations } from '../../shared/scim/operations.ts'
import { type ScimGroup, versionOf } from '../../shared/scim/schemas.ts'
import type { ScimClient, ScimReply, SendOptions } from '../scim/client.ts'
import { findGroups } from '../scim/find-group.ts'
import { readAll } from '../scim/paging.ts'
import type { GroupService, GroupWritten } from './group-service.ts'

/** A {@link GroupService} that speaks SCIM 2.0 (RFC 7644). `capabilities` gives what is known about the service now. */
export function createGroupService(client: ScimClient, capabilities: () => Capabilities | null): GroupService {
  return {
    list: async function* (options) {
      for await (const { resources, end } of readAll(client, operations.listGroups, options)) {
        yield { groups: resources, complete: end === null ? null : end.complete }
      }
    },
    read: async (id, options) => (await client.send(operations.getGroup, { id }, options)).value,
    find: (displayName, options) => findGroups(client, displayName, capabilities(), options),
    create: async (displayName, settle, options) =>
      writtenOf(await client.send(operations.createGroup, { displayName }, { ...options, settle: settledBy(settle) })),
    changeMembers: async (id, version, { add, remove }, settle, options) =>
      writtenOf(
        await client.send(
          operations.patchGroup,
          { id, add, remove },
          { ...options, ifMatch: version, settle: settledBy(settle) },
        ),
      ),
  }
}

type Settle = NonNullable<SendOptions<Written<ScimGroup>>['settle']>

const settledBy =
  (settle: () => Promise<ScimGroup | null>): Settle =>
  async () => {
    const group = await settle()
    return group === null ? null : { id: group.id, resource: group }
  }

function writtenOf({ value: { id, resource }, status, etag }: ScimReply<Written<ScimGroup>>): GroupWritten {
  return { id, version: (resource && versionOf(resource)) ?? etag, status }
}
