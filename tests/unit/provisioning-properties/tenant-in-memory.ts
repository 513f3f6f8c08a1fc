import type { Http } from '../../../electron/ports.ts'
import type { AccountService } from '../../../electron/provisioning/account-service.ts'
import { createAccountService } from '../../../electron/provisioning/scim-account-service.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { createScimClient } from '../../../electron/scim/client.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import { type QuirkName, Quirks } from '../../sandbox/quirks.ts'
import { type Answer, Directory } from '../../sandbox/scim/directory.ts'
import { Refusal } from '../../sandbox/scim/refusal.ts'
import { refusalReply } from '../../sandbox/scim/refusal-reply.ts'
import { placeOf } from '../../sandbox/scim/route.ts'
import { silentLog } from '../../support/silent-log.ts'
import { quickClock } from '../../support/workspace-desk.ts'

const token = '3f2a9c1e-77aa-4b5e-9d1c-0c5d2b8ef7f4'

/** The sandbox's directory, whose schema, PATCH and PUT are not Muster's own, behind Muster's own SCIM client, without a network. */
export interface TenantInMemory {
  readonly service: AccountService
  readonly directory: Directory
  readonly clock: ReturnType<typeof quickClock>
  accounts(): Map<string, JsonObject>
  /** Refuses writes for as long as it says so; asked before each is carried out. */
  refuses: () => boolean
  /** Carries writes out and loses their replies for as long as it says so; asked after each. */
  loses: () => boolean
  /** Methods of all requests so far. */
  readonly methods: string[]
  readonly quirks: Quirks
}

/** A {@link TenantInMemory} that holds these accounts. */
export function tenantInMemory(names: readonly QuirkName[], accounts: readonly JsonObject[]): TenantInMemory {
  const quirks = new Quirks(names)
  const directory = new Directory({ quirks, base: `https://scim.test/tokens/${token}/scim/v2` })
  for (const account of accounts) directory.create('User', account)
  const clock = quickClock()
  const http: Http = async ({ method, url, headers = {}, body = '' }) => {
    tenant.methods.push(method)
    const answer = answerOf(method, new URL(url), headers['if-match'], body)
    if (method !== 'GET' && tenant.loses()) throw new MusterError('unreachable', { detail: 'ECONNRESET' })
    return { status: answer.status, headers: new Headers(answer.headers), text: answer.body ?? '' }
  }

  function answerOf(method: string, { pathname, search }: URL, ifMatch: string | undefined, body: string): Answer {
    try {
      const { kind, id, parameters } = placeOf(pathname + search, token)
      const conditions = { ifMatch, ifNoneMatch: undefined }
      if (kind === null) throw new Refusal(404, 'There is nothing at this path.')
      if (method === 'GET') {
        return id === '' ? directory.list(kind, parameters) : directory.read(kind, id, parameters, conditions)
      }
      if (tenant.refuses()) throw new Refusal(400, 'The service does not like this.', 'invalidValue')
      if (method === 'DELETE') return directory.delete(kind, id, conditions)
      const given: JsonObject = JSON.parse(body)
      if (method === 'POST') return directory.create(kind, given)
      if (method === 'PUT') return directory.replace(kind, id, given, conditions)
      return directory.patch(kind, id, given, conditions)
    } catch (error) {
      return refusalReply(error, quirks)
    }
  }

  const tenant: TenantInMemory = {
    service: createAccountService(
      createScimClient({
        http,
        tokens: { current: async () => 'an-access-token', renew: async () => 'an-access-token' },
        clock,
        settings: { baseUrl: 'https://scim.test', path: '/tokens/{token}/scim/v2', lowerCase: false },
        pathToken: token,
        log: silentLog,
        redactor: createRedactor(),
      }),
      clock,
    ),
    directory,
    clock,
    accounts: () => new Map(directory.snapshot('User').map((account) => [String(account.id), account])),
    refuses: () => false,
    loses: () => false,
    methods: [],
    quirks,
  }
  return tenant
}
