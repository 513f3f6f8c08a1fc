import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Operation } from '../../shared/scim/operation.ts'
import { operations, type PlaceInput } from '../../shared/scim/operations.ts'
import { type ResourceTypes, resourceTypesOf, userSchemaOf } from '../../shared/scim/user-schema.ts'
import { t } from '../../shared/words/text.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { isAnswer } from './probes.ts'

/**
 * Reads where a service describes itself: K2 does beside the tenants (k2.md), other services within. Null where there is
 * no such description, none that can be understood, or none that comes in time.
 * @throws MusterError where the service can't be asked at all, as against having nothing to say.
 */
export async function readDescription<T>(
  client: ScimClient,
  operation: Operation<PlaceInput, T>,
  hooks: SendHooks,
): Promise<T | null> {
  for (const place of ['root', 'tenant'] as const) {
    try {
      return (await client.send(operation, { place }, hooks)).value
    } catch (error) {
      if (!tellsNothing(error)) throw error
    }
  }
  return null
}

/** Nothing here is needed: what does not come in time counts as not being there. */
const tellsNothing = (error: unknown): error is MusterError =>
  isAnswer(error) || (error instanceof MusterError && error.code === 'timeout')

type Learnt = Pick<Capabilities, 'schema' | 'userSchema' | 'groups'>

/** What the service says of the attributes of accounts, and whether it has groups. */
export async function learnDescriptions(client: ScimClient, hooks: SendHooks): Promise<Learnt> {
  const listedTypes = await readDescription(client, operations.readResourceTypes, hooks)
  const types = listedTypes === null ? null : resourceTypesOf(listedTypes)
  const listed = await readDescription(client, operations.readSchemas, hooks)
  const userSchema = listed === null ? null : userSchemaOf(listed, types)
  const from =
    listed === null
      ? t('The service has no Schemas that can be read.')
      : userSchema === null
        ? t('The service’s Schemas were read, and do not describe accounts in a way that can be relied on.')
        : types === null
          ? t('The service’s Schemas were read.')
          : t('The service’s Schemas were read, and its ResourceTypes.')
  return {
    schema: { value: userSchema === null ? 'unknown' : 'yes', from },
    userSchema,
    groups: await learnGroups(client, types, hooks),
  }
}

async function learnGroups(
  client: ScimClient,
  types: ResourceTypes | null,
  hooks: SendHooks,
): Promise<Capabilities['groups']> {
  if (types?.hasGroups) return { value: 'yes', from: t('The service’s ResourceTypes name groups.') }
  try {
    await client.send(operations.listGroups, { startIndex: 1, count: 1 }, hooks)
    return { value: 'yes', from: t('Asked for its groups, the service gave a list.') }
  } catch (error) {
    if (!tellsNothing(error)) throw error
    const said = t('Asked for its groups, the service answered {status}.', {
      status: String(error.status ?? error.code),
    })
    // Forbidden, or failed: there may be groups all the same.
    const absent = error.code === 'scim-address' || error.code === 'scim-unsupported'
    return { value: absent ? 'no' : 'unknown', from: said }
  }
}
