import * as openid from 'openid-client'
import { systemClock } from '../../electron/clock.ts'
import { createHttp, type Fetch } from '../../electron/net/http.ts'
import type { AccessTokens } from '../../electron/ports.ts'
import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import { createRedactor } from '../../electron/redact.ts'
import { createScimClient, type ScimClient, type ScimClientParts } from '../../electron/scim/client.ts'
import { readPeopleFile } from '../../electron/sources/file.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { silentLog } from '../support/silent-log.ts'
import { workspaceOn } from '../support/workspace-on.ts'

/** What is different about a client: its parts, and the `fetch` below them. */
type ClientChanges = Partial<ScimClientParts> & { readonly fetch?: Fetch }

/** A client with the app's own network and redaction, on any service at an origin. */
export function clientAt(
  baseUrl: string,
  pathToken: string,
  tokens: AccessTokens,
  { fetch = globalThis.fetch, ...changes }: ClientChanges = {},
): ScimClient {
  const redactor = createRedactor()
  return createScimClient({
    http: createHttp({ fetch, redactor }),
    tokens,
    clock: systemClock,
    settings: { baseUrl, path: '/tokens/{token}/scim/v2', lowerCase: false },
    pathToken,
    log: silentLog,
    redactor,
    limits: { base: 20, attempts: 8 },
    ...changes,
  })
}

/** A client on a tenant sandbox, with an access token that its provider gave for client credentials. */
export async function tenantClient(sandbox: Sandbox, changes: ClientChanges = {}): Promise<ScimClient> {
  const { baseUrl, token } = sandbox.settings.scim
  return clientAt(baseUrl, token, await tenantTokens(sandbox), changes)
}

/** A workspace on a tenant sandbox that has read its people and accounts. */
export async function tenantWorkspace(sandbox: Sandbox, changes: ClientChanges = {}): Promise<Workspace> {
  const workspace = workspaceOn(createAccountService(await tenantClient(sandbox, changes)))
  await workspace.source.store(await readPeopleFile(sandbox.peopleFile))
  await workspace.accounts.learn()
  await workspace.accounts.refresh()
  return workspace
}

/** Access tokens from the sandbox's provider; each renewal is a new grant. */
export async function tenantTokens({ settings, confidential }: Sandbox): Promise<AccessTokens> {
  const issuer = new URL(settings.client.authority)
  const options = { execute: [openid.allowInsecureRequests] }
  const { clientId, clientSecret } = confidential
  const config = await openid.discovery(issuer, clientId, clientSecret, undefined, options)
  const grant = async () => {
    const { access_token } = await openid.clientCredentialsGrant(config, { scope: 'https://scim.onk2.com/write' })
    return access_token
  }
  let current = await grant()
  return {
    current: async () => current,
    renew: async (rejected) => {
      if (rejected === current) current = await grant()
      return current
    },
  }
}
