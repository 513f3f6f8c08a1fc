import type { Sandbox } from './sandbox.ts'
import { coreUrns } from './scim/schema.ts'
import { serviceToken } from './sign-in.ts'

/** A reply of the SCIM service, read to its end. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; throws where the body is not JSON. */
  json(): Record<string, unknown>
}

/** How one call differs from the ordinary one. */
interface CallOptions {
  readonly body?: unknown
  /** Headers to add; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** Sends one request to the SCIM service, `path` being what follows the tenant's base, such as `/Users`. */
export type Call = (method: string, path: string, options?: CallOptions) => Promise<Reply>

/** Where a sandbox's resources are: `http://…/tokens/{token}/scim/v2`. */
export const baseOf = ({ settings }: Pick<Sandbox, 'settings'>): string =>
  `${settings.scim.baseUrl}/tokens/${settings.scim.token}/scim/v2`

/** A caller with a token of its own that adds nothing to what it is told: no retries, no paging, no judgement. */
export async function scimCaller(sandbox: Sandbox): Promise<Call> {
  const token = await serviceToken(sandbox)
  return async (method, path, { body, headers = {} } = {}) => {
    const all = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const url = path.startsWith('http') ? path : baseOf(sandbox) + path
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await fetch(url, { method, headers: given, redirect: 'manual', ...content })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }
}

/** A user resource with a sign-in name and an address, and whatever else is given. */
export const newUser = (userName: string, more: object = {}): Record<string, unknown> => ({
  schemas: [coreUrns.User],
  userName,
  active: true,
  emails: [{ value: `${userName}@mail.example`, type: 'work', primary: true }],
  ...more,
})

/** A PatchOp message (RFC 7644 section 3.5.2). */
export const patchOf = (...operations: readonly object[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
})
