import { type ErrorCode, MusterError } from '../../../shared/errors.ts'
import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import { operations } from '../../../shared/scim/operations.ts'
import type { Log } from '../../ports.ts'
import { createScimClient, type ScimClient } from '../../scim/client.ts'
import { scimSourceError } from './scim-source-error.ts'
import { type ScimTokenParts, scimTokens } from './scim-tokens.ts'

/** What a SCIM source is made of. */
export interface ScimSourceParts extends ScimTokenParts {
  readonly log: Log
}

/** A client on the service that people come from. */
export function sourceClient(
  { baseUrl, signIn }: ScimSourceSettings,
  secret: string,
  parts: ScimSourceParts,
): ScimClient {
  return createScimClient({
    ...parts,
    settings: { baseUrl, path: '', lowerCase: false },
    pathToken: '',
    tokens: scimTokens(signIn, secret, parts),
    scheme: signIn.by === 'basic' ? 'Basic' : 'Bearer',
    // A busy source is waited for, but nobody looks on for minutes while a button says “Test”.
    limits: { attempts: 4, busyAttempts: 8, longest: 60_000 },
  })
}

/** Whether the service says that it pages by cursor (RFC 9865). One that does not describe itself is not asked to. */
export async function pagesByCursor(client: ScimClient, signal?: AbortSignal): Promise<boolean> {
  try {
    const { value } = await client.send(operations.readConfig, { place: 'tenant' }, { signal })
    return value.cursor === true
  } catch (error) {
    signal?.throwIfAborted()
    const known = scimSourceError(error)
    // Whether there is a service at all, the list of people will tell.
    if (known instanceof MusterError && optional.has(known.code)) return false
    throw known
  }
}

const optional: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'source-address',
  'source-reply',
  'source-refused',
  'source-busy',
  'redirect-refused',
])
