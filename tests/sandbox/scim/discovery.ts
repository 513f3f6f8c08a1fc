import type { Quirks } from '../quirks.ts'
import { Refusal } from './refusal.ts'
import { customUrn, describedSchemas, enterpriseUrn } from './schema.ts'

/** Most operations in one bulk request. */
export const bulkOperations = 100
/** Most bytes in one bulk request. */
export const bulkBytes = 1_048_576
const pageSize = 100

/** Whether the switches say that Bulk is supported. */
export const hasBulk = (quirks: Quirks): boolean =>
  (['bulk', 'bulk-verbose', 'bulk-partial', 'bulk-cap', 'bulk-refused'] as const).some((name) => quirks.has(name))

function serviceProviderConfig(base: string, quirks: Quirks): object {
  const claims = quirks.has('config-overstates')
  const filters = (['no-filter', 'filter-refused', 'filter-not-implemented'] as const).some((name) => quirks.has(name))
  const cursor = quirks.has('cursor-paging')
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    documentationUri: 'https://help.nintex.com/en-US/k2cloud/userguide/current/Content/IdProviders/SCIMReference.htm',
    patch: { supported: claims || !quirks.has('no-patch') },
    bulk: {
      supported: claims || hasBulk(quirks),
      maxOperations: bulkOperations,
      maxPayloadSize: bulkBytes,
    },
    filter: { supported: claims || !filters, maxResults: pageSize },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: claims || !quirks.has('no-etag') },
    // RFC 9865 section 4.
    ...(cursor
      ? { pagination: { cursor: true, index: false, defaultPaginationMethod: 'cursor', maxPageSize: pageSize } }
      : {}),
    authenticationSchemes: [
      { type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'An access token with the write scope.' },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  }
}

function resourceTypes(base: string, quirks: Quirks): object[] {
  const extensions = extensionsShown(quirks).map((schema) => ({ schema, required: false }))
  const type = (name: string, schema: string, schemaExtensions: object[]) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    endpoint: `/${name}s`,
    schema,
    schemaExtensions,
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  })
  return [
    type('User', 'urn:ietf:params:scim:schemas:core:2.0:User', extensions),
    type('Group', 'urn:ietf:params:scim:schemas:core:2.0:Group', []),
  ]
}

/** The extensions of accounts that discovery tells of. */
const extensionsShown = (quirks: Quirks): string[] => [
  ...(quirks.has('no-enterprise-schema') ? [] : [enterpriseUrn]),
  ...(quirks.has('custom-schema') ? [customUrn] : []),
]

/** A schema's description, with what the switches say of it. */
function described(schema: object, quirks: Quirks): object {
  if (!quirks.has('required-title')) return schema
  const { attributes, ...rest }: { attributes?: { name: string }[] } = JSON.parse(JSON.stringify(schema))
  return { ...rest, attributes: attributes?.map((one) => (one.name === 'title' ? { ...one, required: true } : one)) }
}

/** A list or, where `id` is given, the one entry of it. */
function listOrOne(entries: { id: string; entry: object }[], id: string | null): object {
  if (id === null) {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: entries.length,
      itemsPerPage: entries.length,
      startIndex: 1,
      Resources: entries.map(({ entry }) => entry),
    }
  }
  const found = entries.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (!found) throw new Refusal(404, `There is no ${id}.`)
  return found.entry
}

/**
 * Answers the discovery endpoints (RFC 7644 section 4); null for any other path. `segments` is what follows the base.
 * @throws Refusal 404 for a schema or a resource type that does not exist.
 */
export function discover(segments: readonly string[], base: string, quirks: Quirks): object | null {
  const [name = '', id = null] = segments
  const known = ['serviceproviderconfig', 'schemas', 'resourcetypes'].includes(name.toLowerCase())
  if (!known || segments.length > 2) return null
  if (quirks.has('no-config')) throw new Refusal(404, `There is no ${name}.`)
  if (name.toLowerCase() === 'serviceproviderconfig') return serviceProviderConfig(base, quirks)
  if (name.toLowerCase() === 'resourcetypes') {
    return listOrOne(
      resourceTypes(base, quirks).map((entry) => ({ id: 'id' in entry ? String(entry.id) : '', entry })),
      id,
    )
  }
  return listOrOne(
    describedSchemas
      .filter(({ id: urn }) => ![enterpriseUrn, customUrn].includes(urn) || extensionsShown(quirks).includes(urn))
      .map((schema) => ({ id: schema.id, entry: described(schema.describe(`${base}/Schemas`), quirks) })),
    id,
  )
}
