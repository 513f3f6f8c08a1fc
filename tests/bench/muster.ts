import { systemClock } from '../../electron/clock.ts'
import { createHttp } from '../../electron/net/http.ts'
import type { AccessTokens, Http } from '../../electron/ports.ts'
import type { AccountService } from '../../electron/provisioning/account-service.ts'
import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import { createWorkspace } from '../../electron/provisioning/workspace.ts'
import type { Workspace, WorkspaceEvents } from '../../electron/provisioning/workspace-types.ts'
import { createRedactor } from '../../electron/redact.ts'
import { createScimClient } from '../../electron/scim/client.ts'
import { type Database, openDatabase } from '../../electron/store/database.ts'
import type { Connection, ScimSettings } from '../../shared/model/connection.ts'
import type { SessionState } from '../../shared/model/session.ts'
import { silentLog } from '../support/silent-log.ts'

/** Where a service is, and the token to use it with. */
export interface Place {
  /** Origin of the service. */
  readonly baseUrl: string
  readonly pathToken: string
  readonly accessToken: string
}

/** How the parts are put together. */
export interface MusterOptions {
  /** Path of the database. */
  readonly file: string
  readonly place: Place
  readonly events?: Partial<WorkspaceEvents>
  /** Looks at requests on their way. */
  readonly throughHttp?: (http: Http) => Http
  /** Looks at what is asked of the database. */
  readonly throughDatabase?: (database: Database) => Database
}

const id = '00000000-0000-4000-8000-000000000000'
const signedIn: SessionState = {
  connection: id,
  status: 'signed-in',
  admin: { name: 'Bench', email: null },
  signedInAt: 0,
  endsAt: null,
  deadline: null,
  keptIn: 'memory',
  failure: null,
}
const same = <T>(part: T): T => part
const settingsOf = ({ baseUrl }: Place): ScimSettings => ({
  baseUrl,
  path: '/tokens/{token}/scim/v2',
  lowerCase: false,
})

/** The app's own way to a service, with a token that is there already. */
export function openService(place: Place, throughHttp: (http: Http) => Http = same): AccountService {
  const redactor = createRedactor()
  const tokens: AccessTokens = { current: async () => place.accessToken, renew: async () => place.accessToken }
  return createAccountService(
    createScimClient({
      http: throughHttp(createHttp({ fetch: globalThis.fetch, redactor })),
      tokens,
      clock: systemClock,
      settings: settingsOf(place),
      pathToken: place.pathToken,
      log: silentLog,
      redactor,
    }),
  )
}

/** The workspace of one connection, put together as electron/open-connections.ts does, but for the session. */
export function openMuster({
  file,
  place,
  events = {},
  throughHttp = same,
  throughDatabase = same,
}: MusterOptions): Workspace {
  const connection: Connection = {
    id,
    name: 'Bench',
    environment: '',
    colour: 'gray',
    identity: {
      grant: 'authorization-code',
      authority: place.baseUrl,
      clientId: 'bench',
      redirectUri: 'http://127.0.0.1',
      scopes: ['openid'],
    },
    scim: settingsOf(place),
    safety: { number: 1_000_000, percent: 100 },
    readOnly: false,
    managed: [],
    tokenHint: place.pathToken.slice(-4),
    createdAt: 0,
  }
  return createWorkspace({
    connection: () => connection,
    database: throughDatabase(openDatabase(file, { log: silentLog })),
    service: openService(place, throughHttp),
    session: { state: () => signedIn, onChange: () => () => undefined },
    clock: systemClock,
    log: silentLog,
    events: { accountsChanged: () => {}, peopleChanged: () => {}, runProgress: () => {}, ...events },
  })
}
