import SCIMMY from 'scimmy'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { PatchRequest } from '../../../shared/scim/patch.ts'

SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition)

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value))

/** Without `meta`, which scimmy makes up. */
function bare(value: object): JsonObject {
  const { meta: _made, ...rest } = plain(value)
  return rest
}

/** A User as scimmy, an independent implementation of RFC 7643 and 7644, accepts it. */
export function accepted(body: JsonObject): JsonObject {
  return bare(new SCIMMY.Schemas.User(body, 'both'))
}

/** A User after scimmy has applied a PATCH; throws scimmy's SCIM error where it refuses one. */
export async function patched(resource: JsonObject, request: PatchRequest): Promise<JsonObject> {
  return apply(new SCIMMY.Schemas.User(resource, 'both'), request)
}

/** A Group after scimmy has applied a PATCH. */
export async function patchedGroup(resource: JsonObject, request: PatchRequest): Promise<JsonObject> {
  return apply(new SCIMMY.Schemas.Group(resource, 'both'), request)
}

async function apply(before: SCIMMY.Types.Schema, request: PatchRequest): Promise<JsonObject> {
  const message = new SCIMMY.Messages.PatchOp(structuredClone(request))
  return bare((await message.apply(before)) ?? before)
}
