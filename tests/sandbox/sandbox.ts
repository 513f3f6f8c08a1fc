import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../shared/model/json.ts'
import type { Login } from './oidc/interactions.ts'
import type { Tampering } from './oidc/tamper.ts'
import { completeOptions, type SandboxOptions } from './options.ts'
import { createProvider, type ProviderCounts, type TenantProvider } from './provider.ts'
import { type QuirkName, Quirks } from './quirks.ts'
import { Directory } from './scim/directory.ts'
import { Journal, type JournalEntry } from './scim/journal.ts'
import { ScimService } from './scim/service.ts'
import { seedAccounts, seedGroups } from './seed/accounts.ts'
import { peopleCsv, seedPeople } from './seed/people.ts'

/** The JSON document that Nintex sends an admin, here for the sandbox. */
interface NintexSettings {
  readonly client: {
    readonly authority: string
    readonly clientId: string
    readonly redirectUri: string
    readonly scope: string
  }
  readonly scim: { readonly baseUrl: string; readonly token: string }
}

/** A running tenant sandbox, with what a test needs to look into it and to make trouble. */
export interface Sandbox {
  readonly settings: NintexSettings
  readonly login: Login
  /** The admin's name in the id token. */
  readonly adminName: string
  /** Path of a CSV file with the seeded people. */
  readonly peopleFile: string
  /** The client for client credentials (scope `https://scim.onk2.com/write` alone). */
  readonly confidential: { readonly clientId: string; readonly clientSecret: string }
  /** A POST to this address ends the sandbox. */
  readonly stopUrl: string
  /** Resolves when the sandbox has ended, whoever ended it. */
  readonly stopped: Promise<void>
  /** The accounts as they are stored now, whatever the quirks would show of them. */
  accounts(): JsonObject[]
  /** The same for groups, every member included. */
  groups(): JsonObject[]
  /** The SCIM requests served last, oldest first. */
  requests(): JournalEntry[]
  /** How many SCIM requests were served since the start or the last {@link Sandbox.clearRequests}. */
  requestCount(): number
  clearRequests(): void
  /** Turns exactly these switches on; an unknown name is refused with the list of those that exist. */
  setQuirks(names: readonly string[]): void
  /** The switches that are on. */
  quirks(): QuirkName[]
  /** Sign-ins, refreshes and the like since the start. */
  counts(): ProviderCounts
  /** See {@link TenantProvider}. */
  expireRefreshTokens(): void
  revokeAccessTokens(): void
  tamperNextToken(how: Tampering): void
  /** Every secret in use: path token, password, tokens, codes, client secret. */
  secrets(): { name: string; value: string }[]
  /** Ends the sandbox: open connections are cut, the people file is deleted. */
  stop(): Promise<void>
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; 0 takes a free one.`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const address: AddressInfo | string | null = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The sandbox has no port.')
  return `http://127.0.0.1:${address.port}`
}

async function fill(directory: Directory, options: SandboxOptions): Promise<{ folder: string; file: string }> {
  const people = seedPeople({ count: options.people, seed: options.seed })
  const seeding = { seed: options.seed, oddIds: options.quirks.includes('odd-ids') }
  const accounts = seedAccounts(people, { ...seeding, count: options.accounts })
  directory.load('User', accounts)
  directory.load('Group', seedGroups(accounts, seeding))
  const folder = await mkdtemp(join(tmpdir(), 'muster-sandbox-'))
  const file = join(folder, 'people.csv')
  await writeFile(file, peopleCsv(people))
  return { folder, file }
}

const refuse = (response: ServerResponse, status: number) =>
  response.writeHead(status, { 'content-type': 'text/plain' }).end('There is nothing here.\n')

/**
 * Starts a K2-like tenant on loopback: an OpenID provider below `/{TENANT_GUID}` and a SCIM service, both at one origin.
 * @throws Error with one sentence when an option is wrong or the port is taken.
 */
export async function startSandbox(given: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const options = completeOptions(given)
  const quirks = new Quirks(options.quirks)
  const journal = new Journal(options.journal)
  const tenant = randomUUID()
  const token = randomUUID()
  const stopPath = `/sandbox/stop/${randomUUID()}`
  const login = { user: 'dana.adeyemi@contoso.example', password: randomBytes(9).toString('base64url') }
  const adminName = 'Dana Adeyemi'
  const clientId = `idt.scim.${tenant.slice(0, 8)}`
  const confidential = { clientId: `${clientId}.service`, clientSecret: randomBytes(24).toString('base64url') }

  let route: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (_request, response) => {
    refuse(response, 503)
  }
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      response.destroy()
    })
  })
  const origin = await listen(server, options.port)
  const provider: TenantProvider = createProvider({
    issuer: `${origin}/${tenant}`,
    clientId,
    confidential,
    login: { ...login, name: adminName },
    accessTtl: options.accessTtl,
    refreshTtl: options.refreshTtl,
    rotates: () => !quirks.has('no-rotation'),
    slides: () => quirks.has('sliding-lifetime'),
  })
  const directory = new Directory({ quirks, base: `${origin}/tokens/${token}/scim/v2` })
  const { folder, file } = await fill(directory, options)
  const scim = new ScimService({ provider, directory, quirks, journal, token, origin })

  const ended = Promise.withResolvers<void>()
  let stopping: Promise<void> | null = null
  const end = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await rm(folder, { recursive: true, force: true })
    ended.resolve()
  }
  const stop = () => {
    stopping ??= end()
    return stopping
  }
  route = async (request, response) => {
    const { url = '/' } = request
    if (url.startsWith('/tokens/') || url.startsWith('/scim/')) return scim.handle(request, response)
    if (await provider.handle(request, response)) return
    if (url !== stopPath) return void refuse(response, 404)
    if (request.method !== 'POST') return void refuse(response, 405)
    response.on('close', () => void stop())
    response.writeHead(204, { connection: 'close' }).end()
  }

  return {
    settings: {
      client: {
        authority: `${origin}/${tenant}`,
        clientId,
        redirectUri: 'http://127.0.0.1/callback',
        scope: 'openid profile https://scim.onk2.com/write offline_access',
      },
      scim: { baseUrl: origin, token },
    },
    login,
    adminName,
    peopleFile: file,
    confidential,
    stopUrl: origin + stopPath,
    stopped: ended.promise,
    accounts: () => directory.snapshot('User'),
    groups: () => directory.snapshot('Group'),
    requests: () => journal.entries(),
    requestCount: () => journal.total,
    clearRequests: () => journal.clear(),
    setQuirks: (names) => quirks.set(names),
    quirks: () => quirks.on,
    counts: () => ({ ...provider.counts }),
    expireRefreshTokens: () => provider.expireRefreshTokens(),
    revokeAccessTokens: () => provider.revokeAccessTokens(),
    tamperNextToken: (how) => provider.tamperNext(how),
    secrets: () => [
      { name: 'path token', value: token },
      { name: 'password', value: login.password },
      { name: 'client secret', value: confidential.clientSecret },
      ...provider.secrets(),
    ],
    stop,
  }
}
