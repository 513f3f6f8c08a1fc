import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import { applyDiffs, holds, sameJson, unchanged } from '../../shared/scim/diffs.ts'
import { readPath } from '../../shared/scim/path.ts'
import { type ScimUser, scimUserSchema, versionOf } from '../../shared/scim/schemas.ts'
import type { CallOptions } from './account-service.ts'
import { type CarryOutParts, done, failed, type Ready, type Try } from './ending.ts'

/**
 * How long what was read of an account is taken to be still so where the service has no versions, in milliseconds.
 * Between reading and writing there is always a moment in which somebody else may write; a minute is the time in which
 * an admin reads a review and pushes. Beyond it, one more read is a small price for not overwriting somebody's work.
 */
const freshFor = 60_000
/** So often a version may change under us without our attributes changing. */
const most = 3

/** How an update, a deactivation or a reactivation is tried. */
export function updateAccount(
  { item, diffs }: Ready,
  id: string,
  { service, accounts, clock, say }: CarryOutParts,
): Try {
  const { kind } = item.content
  const how = kind === 'deactivate' || kind === 'reactivate' ? kind : 'update'

  /** The account as the store has it, where it is as it was reviewed and can be relied on; null when it has to be read. */
  function reviewed(): ScimUser | null {
    const stored = accounts.get(id)
    // Read again since the review, or never: then the service is asked what is true.
    if (stored === null || !unchanged(stored.resource, diffs)) return null
    const { resource, readAt } = stored
    if (service.capabilities?.etag.value === 'yes' && versionOf(resource) !== null) return resource
    return clock.now() - readAt < freshFor ? resource : null
  }

  async function attempt(base: ScimUser | null, doubted: boolean, tries: number, options: CallOptions) {
    const account = base ?? (await service.read(id, options))
    if (base === null) {
      if (holds(account, diffs)) {
        return done(account, id, null, doubted ? 'Looked up: it is so already' : 'It was so already')
      }
      if (!isAsReviewed(account, diffs)) return failed(new MusterError('scim-changed'), id, { account })
    }
    try {
      const written = await service.update(account, versionOf(account), diffs, how, options)
      const after = written.account ?? scimUserSchema.parse(applyDiffs(account, diffs))
      return done(after, id, written.status, null, account)
    } catch (error) {
      if (!(error instanceof MusterError) || error.code !== 'scim-changed' || tries >= most) throw error
      // The version is another one; what was reviewed may still be true of it.
      say('The account changed, comparing it with what was reviewed')
      return attempt(null, true, tries + 1, options)
    }
  }

  return (doubt, options) => attempt(doubt === null ? reviewed() : null, doubt !== null, 1, options)
}

/** Every attribute is as it was reviewed, or already as intended: after a lost reply, a service may have done a part. */
function isAsReviewed(account: ScimUser, diffs: readonly Diff[]): boolean {
  return diffs.every(({ path, before, after }) => {
    const now = readPath(account, path)
    return sameJson(now, before) || sameJson(now, after)
  })
}
