import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Diff } from '../../shared/model/change.ts'
import { holds, unchanged } from '../../shared/scim/diffs.ts'
import type { Written } from '../../shared/scim/operation.ts'
import { operations } from '../../shared/scim/operations.ts'
import { patchOf } from '../../shared/scim/patch.ts'
import { parsePath } from '../../shared/scim/path.ts'
import { type ScimUser, versionOf } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import type { ScimClient, ScimReply, SendHooks, SendOptions } from './client.ts'

/** What an update is for; decides the label and the risk of the operation. */
type UpdateKind = 'update' | 'deactivate' | 'reactivate'

/** How an account is updated. */
export interface UpdateOptions extends SendHooks {
  readonly kind?: UpdateKind | undefined
  /** What is known about the service; null when nothing is. */
  readonly capabilities: Pick<Capabilities, 'patch' | 'put' | 'etag'> | null
  /** Version the account has to have still; null sends no condition. */
  readonly ifMatch?: string | null | undefined
  /**
   * The account as it is known; null reads it where it matters. Without a version to send along it is not relied on for
   * a PUT, and the account is read again first.
   */
  readonly fresh: ScimUser | null
  /** Told when the service refuses a method altogether, to be kept with what is known about it. */
  readonly onLearnt?: ((learnt: Learnt) => void) | undefined
}

/** A method that a service turned out to offer or not, and how that was learnt. */
export interface Learnt {
  readonly what: 'patch' | 'put' | 'delete'
  readonly value: 'yes' | 'no'
  readonly from: string
}

/** How it was learnt: by what the service answered to a method. */
export const answeredWith = (method: 'PATCH' | 'PUT' | 'DELETE', status: number | null): string =>
  t('A {method} was answered with {status}.', { method, status: String(status) })

const entries = {
  update: { patch: operations.patchUser, put: operations.replaceUser },
  deactivate: { patch: operations.deactivateUser, put: operations.deactivateUserByReplace },
  reactivate: { patch: operations.reactivateUser, put: operations.reactivateUserByReplace },
} as const

/** One update: the account, what should become of it, and how. */
interface Update {
  readonly client: ScimClient
  readonly id: string
  readonly diffs: readonly Diff[]
  readonly options: UpdateOptions
}

/** The account as it is, with the version that proves it; both may be unknown. */
interface Known<U> {
  readonly user: U
  readonly version: string | null
}

type Outcome = Promise<ScimReply<Written<ScimUser>>>

/**
 * Makes the diffs true of an account: by PATCH where the service offers it, else by PUT over the account as it is. After a
 * lost reply the account is read and the update is sent again only if it was not carried out.
 * @throws MusterError as {@link ScimClient.send} does; `scim-changed` when the account is not as it was for the diffs;
 * `scim-unsupported` without a request when neither way is open.
 */
export async function updateUser(
  client: ScimClient,
  id: string,
  diffs: readonly Diff[],
  options: UpdateOptions,
): Outcome {
  const { capabilities, onLearnt } = options
  const update = { client, id, diffs, options }
  let refusal: MusterError | null = null
  if (capabilities?.patch.value === 'no' && capabilities.put.value === 'no') {
    const detail = t('Neither PATCH nor PUT can be used on this service, as far as is known or was set by hand.')
    throw new MusterError('scim-unsupported', { where: `Users/${id}`, detail })
  }
  if (capabilities?.patch.value !== 'no') {
    try {
      return await patch(update)
    } catch (error) {
      if (!refusesMethod(error)) throw error
      onLearnt?.({ what: 'patch', value: 'no', from: answeredWith('PATCH', error.status) })
      if (capabilities?.put.value === 'no') throw error
      refusal = error
    }
  }
  try {
    return await put(update)
  } catch (error) {
    if (!refusesMethod(error)) throw error
    onLearnt?.({ what: 'put', value: 'no', from: answeredWith('PUT', error.status) })
    throw refusal ?? error
  }
}

async function patch(update: Update): Outcome {
  const { client, id, diffs, options } = update
  const { fresh, ifMatch, kind = 'update' } = options
  // A value filter that fits nothing is refused, so for those it has to be known what is there.
  const blind = fresh === null && diffs.some(({ path }) => parsePath(path).filter !== null)
  const known = blind ? await readForWrite(update) : { user: fresh, version: heldTo(update, ifMatch ?? null) }
  if (patchOf(diffs, known.user).Operations.length === 0) return nothingToSend(id, known.user)
  return withVersion<ScimUser | null>(update, known, ({ user, version }) =>
    client.send(entries[kind].patch, { id, diffs, resource: user }, sendOptions(update, version)),
  )
}

async function put(update: Update): Outcome {
  const { client, id, diffs, options } = update
  const { fresh, ifMatch, kind = 'update' } = options
  const version = heldTo(update, ifMatch ?? (fresh === null ? null : versionOf(fresh)))
  // A PUT writes the whole account: what no version protects has to be as young as it can be.
  const known = fresh === null || version === null ? await readForWrite(update) : { user: fresh, version }
  return withVersion<ScimUser>(update, known, ({ user, version }) =>
    client.send(entries[kind].put, { id, diffs, resource: user }, sendOptions(update, version)),
  )
}

/** Sends, and where the service insists on a condition (428, RFC 6585 section 3) reads the version and sends again with it. */
async function withVersion<U>(
  update: Update,
  known: Known<U>,
  attempt: (known: Known<U | ScimUser>) => Outcome,
): Outcome {
  try {
    return await attempt(known)
  } catch (error) {
    if (!(error instanceof MusterError) || error.status !== 428 || known.version !== null) throw error
    const read = await readAsReviewed(update)
    if (read.version === null) throw error
    return attempt(read)
  }
}

/** The version that a write is held to; none where versions are not to be relied on, unless the service insists. */
const heldTo = ({ options }: Update, version: string | null): string | null =>
  options.capabilities?.etag.value === 'no' ? null : version

async function readForWrite(update: Update): Promise<Known<ScimUser>> {
  const { user, version } = await readAsReviewed(update)
  return { user, version: heldTo(update, version) }
}

/** The account as it is now. @throws MusterError `scim-changed` when it is neither as reviewed nor as intended. */
async function readAsReviewed({ client, id, diffs, options }: Update): Promise<Known<ScimUser>> {
  const { value: user, etag } = await client.send(operations.getUser, { id }, hooksOf(options))
  if (!unchanged(user, diffs) && !holds(user, diffs)) throw new MusterError('scim-changed', { where: `Users/${id}` })
  return { user, version: options.ifMatch ?? etag ?? versionOf(user) }
}

function sendOptions({ client, id, diffs, options }: Update, version: string | null): SendOptions<Written<ScimUser>> {
  const hooks = hooksOf(options)
  return {
    ...hooks,
    ifMatch: version,
    settle: async () => {
      const { value: user } = await client.send(operations.getUser, { id }, hooks)
      return holds(user, diffs) ? { id, resource: user } : null
    },
  }
}

/** What of the options is true of every request. */
export const hooksOf = ({ signal, pace, hold, onExchange, onRetry }: SendHooks): SendHooks => ({
  signal,
  pace,
  hold,
  onExchange,
  onRetry,
})

/** Whether a service refuses a method as such, not this one request. */
export function refusesMethod(error: unknown): error is MusterError {
  if (!(error instanceof MusterError)) return false
  if (error.status === 405 || error.status === 501) return true
  return (
    error.status === 400 &&
    /\bnot (implemented|supported)\b/i.test(error.detail ?? '') &&
    /\b(PATCH|PUT|DELETE|method)\b/i.test(error.detail ?? '')
  )
}

function nothingToSend(id: string, resource: ScimUser | null): ScimReply<Written<ScimUser>> {
  return { value: { id, resource }, status: null, etag: null, attempts: 0 }
}
