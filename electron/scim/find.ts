import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/account.ts'
import { type FindInput, operations } from '../../shared/scim/operations.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { readAll } from './paging.ts'

/** Whom to look for; an account that has either is found. */
export interface Wanted {
  readonly userName: string | null
  readonly externalId: string | null
}

/** Whether an account has the sign-in name, without regard to case, or the externalId. */
function isWanted(user: ScimUser, { userName, externalId }: Wanted): boolean {
  if (externalId !== null && user.externalId === externalId) return true
  return userName !== null && user.userName.toLowerCase() === userName.toLowerCase()
}

/**
 * The accounts that have a sign-in name or an externalId: by filter where the service has a filter that finds them, else
 * by reading the list. What a filter gives is checked, since some services ignore it and give everybody.
 * @throws MusterError `accounts-incomplete` when neither can tell; else as {@link ScimClient.send} does.
 */
export async function findUsers(
  client: ScimClient,
  wanted: Wanted,
  capabilities: Pick<Capabilities, 'filter' | 'filterIgnoresCase'> | null,
  hooks: SendHooks = {},
): Promise<ScimUser[]> {
  const byFilter = capabilities?.filter.value === 'no' ? null : await filtered(client, wanted, capabilities, hooks)
  return byFilter ?? listed(client, wanted, hooks)
}

/** Null when the filter can't tell. */
async function filtered(
  client: ScimClient,
  wanted: Wanted,
  capabilities: Pick<Capabilities, 'filter' | 'filterIgnoresCase'> | null,
  hooks: SendHooks,
): Promise<ScimUser[] | null> {
  const { userName, externalId } = wanted
  const asked: FindInput[] = []
  if (userName !== null) asked.push({ attribute: 'userName', value: userName })
  if (externalId !== null) asked.push({ attribute: 'externalId', value: externalId })
  const found = new Map<string, ScimUser>()
  let heeded = true
  for (const input of asked) {
    try {
      const { value } = await client.send(operations.findUser, input, hooks)
      for (const user of value.resources.filter((one) => isWanted(one, wanted))) found.set(user.id, user)
      heeded &&= value.resources.every((user) => isWanted(user, wanted)) && value.notes.length === 0
    } catch (error) {
      if (!(error instanceof MusterError) || error.code !== 'scim-unsupported') throw error
      heeded = false
    }
  }
  // Somebody found is an answer. Nobody found is one only from a filter that works and finds other spellings too.
  const works = heeded && capabilities?.filter.value === 'yes'
  const caseless = userName === null || userName.toLowerCase() === userName.toUpperCase()
  const sure = works && (caseless || capabilities.filterIgnoresCase.value === 'yes')
  return found.size > 0 || sure ? [...found.values()] : null
}

/** A list is not read on for one account beyond so many: three times as many as Muster is made for. */
const most = 300_000

async function listed(client: ScimClient, wanted: Wanted, hooks: SendHooks): Promise<ScimUser[]> {
  const found: ScimUser[] = []
  for await (const { resources, end } of readAll(client, operations.listUsers, { ...hooks, most })) {
    found.push(...resources.filter((user) => isWanted(user, wanted)))
    if (end !== null && !end.complete && found.length === 0) {
      throw new MusterError('accounts-incomplete', end.reason === null ? {} : { detail: end.reason })
    }
  }
  return found
}
