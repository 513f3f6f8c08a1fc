import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import { type FindInput, operations } from '../../shared/scim/operations.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { pagingOf, readAll } from './paging.ts'

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

/** What looking for accounts goes by. */
export type FindCapabilities = Pick<
  Capabilities,
  'filter' | 'filterIgnoresCase' | 'filterExternalId' | 'paging' | 'cursor' | 'pageSize'
>

/**
 * Whether single people can be looked for by filter, and “nobody found” be believed. What a probe has shown not to be so
 * is not believed by being set by hand: a second account for somebody would come of it.
 */
export function canLookUp(capabilities: Pick<Capabilities, 'filter' | 'filterIgnoresCase'> | null): boolean {
  if (capabilities === null) return false
  const { filter, filterIgnoresCase } = capabilities
  return [filter, filterIgnoresCase].every(({ value, byHand }) => value === 'yes' && byHand?.learnt !== 'no')
}

/**
 * The accounts that have a sign-in name or an externalId: by filter where the service has a filter that finds them, else
 * by reading the list. What a filter gives is checked, since some services ignore it and give everybody.
 * @throws MusterError `accounts-incomplete` when neither can tell; else as {@link ScimClient.send} does.
 */
export async function findUsers(
  client: ScimClient,
  wanted: Wanted,
  capabilities: FindCapabilities | null,
  hooks: SendHooks = {},
): Promise<ScimUser[]> {
  const byFilter = capabilities?.filter.value === 'no' ? null : await filtered(client, wanted, capabilities, hooks)
  return byFilter ?? listed(client, wanted, capabilities, hooks)
}

/** What is asked for a person, each in a request of its own. */
function askedOf({ userName, externalId }: Wanted, capabilities: FindCapabilities | null): FindInput[] {
  const asked: FindInput[] = []
  if (userName !== null) {
    asked.push({ attribute: 'userName', value: userName })
    // Case that does not count by the admin's word alone: the spelling that most accounts have costs one request more.
    const lower = userName.toLowerCase()
    if (capabilities?.filterIgnoresCase.byHand && lower !== userName)
      asked.push({ attribute: 'userName', value: lower })
  }
  // Where filters are known not to go by externalId, the sign-in name has to do.
  const byExternalId = userName === null || capabilities?.filterExternalId.value !== 'no'
  if (externalId !== null && byExternalId) asked.push({ attribute: 'externalId', value: externalId })
  return asked
}

/** Null when the filter can't tell. */
async function filtered(
  client: ScimClient,
  wanted: Wanted,
  capabilities: FindCapabilities | null,
  hooks: SendHooks,
): Promise<ScimUser[] | null> {
  const { userName } = wanted
  const found = new Map<string, ScimUser>()
  // Where nothing is known of filters by externalId, they may help to find somebody; the sign-in name has to tell.
  const counts = ({ attribute }: FindInput): boolean =>
    attribute === 'userName' || userName === null || capabilities?.filterExternalId.value === 'yes'
  let heeded = true
  for (const input of askedOf(wanted, capabilities)) {
    try {
      const { value } = await client.send(operations.findUser, input, hooks)
      for (const user of value.resources.filter((one) => isWanted(one, wanted))) found.set(user.id, user)
      const isHeeded = value.resources.every((user) => isWanted(user, wanted)) && value.notes.length === 0
      heeded &&= isHeeded || !counts(input)
    } catch (error) {
      if (!(error instanceof MusterError) || error.code !== 'scim-unsupported') throw error
      heeded &&= !counts(input)
    }
  }
  // Somebody found is an answer. Nobody found is one only from a filter that works and finds other spellings too.
  const caseless = userName === null || userName.toLowerCase() === userName.toUpperCase()
  const mind = capabilities && (caseless ? { ...capabilities, filterIgnoresCase: capabilities.filter } : capabilities)
  const sure = heeded && canLookUp(mind)
  return found.size > 0 || sure ? [...found.values()] : null
}

/** A list is not read on for one account beyond so many: three times as many as Muster is made for. */
const most = 300_000

async function listed(
  client: ScimClient,
  wanted: Wanted,
  capabilities: FindCapabilities | null,
  hooks: SendHooks,
): Promise<ScimUser[]> {
  const found: ScimUser[] = []
  const options = { ...hooks, most, ...pagingOf(capabilities) }
  for await (const { resources, end } of readAll(client, operations.listUsers, options)) {
    found.push(...resources.filter((user) => isWanted(user, wanted)))
    if (end !== null && !end.complete && found.length === 0) {
      throw new MusterError('accounts-incomplete', end.reason === null ? {} : { detail: end.reason })
    }
  }
  return found
}
