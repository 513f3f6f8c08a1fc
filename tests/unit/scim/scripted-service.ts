import type { Clock, Http, HttpRequest, Redactor } from '../../../electron/ports.ts'
import { createScimClient, type ScimClient } from '../../../electron/scim/client.ts'
import type { RetryLimits } from '../../../electron/scim/retry.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Json } from '../../../shared/model/json.ts'
import { silentLog } from '../../support/silent-log.ts'

/** What a scripted service answers: a reply, or the network failing. */
export type Answer = { status: number; body?: Json | string; headers?: Record<string, string> } | MusterError

/** A client on a service that answers as it is told, with a clock that only moves when someone waits. */
export interface Scripted {
  readonly client: ScimClient
  readonly requests: HttpRequest[]
  /** Milliseconds of each wait. */
  readonly waits: number[]
  /** Access tokens that were refused and renewed. */
  readonly renewed: string[]
  readonly clock: Clock
}

/** Takes known secrets out, as the real one does. */
function plainRedactor(): Redactor {
  const secrets: string[] = []
  return {
    learn: (secret) => void secrets.push(secret),
    clean: (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '••••••'), text),
  }
}

export const pathToken = '11111111-2222-3333-4444-55555555f7f4'
export const accessToken = 'access-token-1'

/** A {@link Scripted} service; `answer` gets each request and its number, counted from 1. `renewal` is how renewing a token fails. */
export function scripted(
  answer: (request: HttpRequest, number: number) => Answer,
  limits: Partial<RetryLimits> = {},
  renewal: MusterError | null = null,
): Scripted {
  const requests: HttpRequest[] = []
  const waits: number[] = []
  const renewed: string[] = []
  let now = 1_750_000_000_000
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms)
      now += ms
    },
  }
  const http: Http = async (request) => {
    requests.push(request)
    const given = answer(request, requests.length)
    if (given instanceof MusterError) throw given
    const { status, body = '', headers = {} } = given
    return { status, headers: new Headers(headers), text: typeof body === 'string' ? body : JSON.stringify(body) }
  }
  const redactor = plainRedactor()
  redactor.learn(accessToken)
  const tokens = {
    current: async () => (renewed.length === 0 ? accessToken : `access-token-${renewed.length + 1}`),
    renew: async (rejected: string) => {
      if (renewal !== null) throw renewal
      renewed.push(rejected)
      return `access-token-${renewed.length + 1}`
    },
  }
  const settings = { baseUrl: 'https://scim.test', path: '/tokens/{token}/scim/v2', lowerCase: false } as const
  const client = createScimClient({
    http,
    tokens,
    clock,
    settings,
    pathToken,
    log: silentLog,
    redactor,
    limits,
    random: () => 0.5,
  })
  return { client, requests, waits, renewed, clock }
}
