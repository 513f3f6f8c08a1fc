import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import { operations } from '../../shared/scim/operations.ts'
import { versionOf } from '../../shared/scim/schemas.ts'
import type { ScimClient, ScimReply, SendHooks } from './client.ts'
import { answeredWith, hooksOf, type Learnt, refusesMethod } from './update.ts'

/** How an account is deleted. */
export interface DeleteOptions extends SendHooks {
  /** What is known about the service; null when nothing is. */
  readonly capabilities: Pick<Capabilities, 'delete'> | null
  /** Version the account has to have still; null sends no condition. */
  readonly ifMatch: string | null
  /** Told what the service's answer says about deleting as such, to be kept with what is known about it. */
  readonly onLearnt: (learnt: Learnt) => void
}

/**
 * Deletes an account. After a lost reply it is looked up, and the request is sent again only if the account is still there.
 * @throws MusterError as {@link ScimClient.send} does; `scim-no-delete` when the service does not delete at all.
 */
export async function deleteUser(client: ScimClient, id: string, options: DeleteOptions): Promise<ScimReply<unknown>> {
  const { capabilities, ifMatch, onLearnt } = options
  const hooks = hooksOf(options)
  const isGone = async (): Promise<{ id: string } | null> => {
    try {
      await client.send(operations.getUser, { id }, hooks)
      return null
    } catch (error) {
      if (error instanceof MusterError && error.code === 'scim-not-found') return { id }
      throw error
    }
  }
  const send = (version: string | null) =>
    client.send(operations.deleteUser, { id }, { ...hooks, ifMatch: version, settle: isGone })
  try {
    const reply = await send(ifMatch).catch(async (error: unknown) => {
      // The service insists on a condition (428, RFC 6585 section 3); whoever asked has compared the account just now.
      if (!(error instanceof MusterError) || error.status !== 428 || ifMatch !== null) throw error
      const { value: user, etag } = await client.send(operations.getUser, { id }, hooks)
      const version = etag ?? versionOf(user)
      if (version === null) throw error
      return send(version)
    })
    if (reply.status !== null && capabilities?.delete.value !== 'yes') {
      onLearnt({ what: 'delete', value: 'yes', from: answeredWith('DELETE', reply.status) })
    }
    return reply
  } catch (error) {
    // 403 is about this one account where others were deleted; where none was yet, about deleting.
    const never = refusesMethod(error) || (isForbidden(error) && capabilities?.delete.value !== 'yes')
    if (!never) throw error
    const from = answeredWith('DELETE', error.status)
    onLearnt({ what: 'delete', value: 'no', from })
    throw new MusterError('scim-no-delete', {
      ...(error.status === null ? {} : { status: error.status }),
      ...(error.where === null ? {} : { where: error.where }),
      detail: error.detail ?? from,
      cause: error,
    })
  }
}

const isForbidden = (error: unknown): error is MusterError =>
  error instanceof MusterError && error.code === 'scim-forbidden'
