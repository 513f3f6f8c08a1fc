import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import { applyDiffs, holds, sameAt, unchanged } from '../../shared/scim/diffs.ts'
import { readPath } from '../../shared/scim/path.ts'
import { type ScimUser, scimUserSchema, versionOf, withVersion } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import { lookUntil, visibleAfter } from '../look-until.ts'
import type { CallOptions } from './account-service.ts'
import { type CarryOutParts, done, type Ending, failed, type Ready, type Try } from './ending.ts'
import { readOrNull } from './lookup.ts'

/**
 * How long what this run made of an account is taken to be still so, in milliseconds, where the service has no versions.
 * What only a listing said is never relied on there: somebody may have written between the review and the push.
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
    const madeHere = item.content.accountId === null
    return madeHere && clock.now() - readAt < freshFor ? resource : null
  }

  /** When this run may have written the account, Unix milliseconds; null when it certainly has not. */
  function writtenAt(doubt: number | null): number | null {
    // In a later pass, what the store has is most likely what an earlier one wrote.
    const earlier = item.content.pass === 1 ? null : (accounts.get(id)?.readAt ?? null)
    return doubt === null || earlier === null ? (doubt ?? earlier) : Math.max(doubt, earlier)
  }

  /**
   * The account as it shows now. What this run may have written is given time to show, and so is what came after the
   * version that was refused: Chromium sends a request again when a kept connection ends without a reply, and then the
   * version that is in the way is our own.
   */
  async function read(doubt: number | null, refused: string | null, options: CallOptions): Promise<ScimUser> {
    const written = writtenAt(doubt)
    const isNew = (seen: ScimUser): boolean => written === null && versionOf(seen) !== refused
    const account = await lookUntil(clock, {
      look: () => readOrNull(service, id, options),
      enough: (seen) => seen !== null && (holds(seen, diffs) || isNew(seen)),
      until: (refused === null ? (written ?? 0) : clock.now()) + visibleAfter,
      pause: 1000,
      signal: options.signal,
    })
    // Asked once more, a service that has none says so itself.
    return account ?? service.read(id, options)
  }

  async function attempt(
    base: ScimUser | null,
    { doubt, refused, tries }: { doubt: number | null; refused: string | null; tries: number },
    options: CallOptions,
  ): Promise<Ending> {
    const account = base ?? (await read(doubt, refused, options))
    if (base === null) {
      if (holds(account, diffs)) {
        return done(account, id, null, doubt === null ? t('It was so already') : t('Looked up: it is so already'))
      }
      if (!isAsReviewed(account, diffs)) return failed(new MusterError('scim-changed'), id, { account })
    }
    try {
      // A PUT without a version reads the account once more: not before that can show what this run wrote.
      const wait = (writtenAt(doubt) ?? 0) + visibleAfter - clock.now()
      const { etag, patch } = service.capabilities ?? {}
      const isUnguarded = versionOf(account) === null || etag?.value === 'no'
      if (wait > 0 && isUnguarded && patch?.value === 'no') {
        await clock.sleep(wait, options.signal)
      }
      const written = await service.update(account, versionOf(account), diffs, how, options)
      const after = written.account ?? withVersion(scimUserSchema.parse(applyDiffs(account, diffs)), written.version)
      return done(after, id, written.status, null, account)
    } catch (error) {
      if (!(error instanceof MusterError) || tries >= most || !mayBeBehind(error)) throw error
      // The version is another one; what was reviewed may still be true of it.
      say(t('The account changed, comparing it with what was reviewed'))
      const gone = error.code === 'scim-changed' ? versionOf(account) : null
      return attempt(null, { doubt, refused: gone, tries: tries + 1 }, options)
    }
  }

  /** Whether an error may come from knowing the account as it no longer is, or as it is not shown yet. */
  function mayBeBehind({ code }: MusterError): boolean {
    return code === 'scim-changed' || (code === 'scim-not-found' && writtenAt(null) !== null)
  }

  return (doubt, options) => attempt(doubt === null ? reviewed() : null, { doubt, refused: null, tries: 1 }, options)
}

/** Every attribute is as it was reviewed, or already as intended: after a lost reply, a service may have done a part. */
function isAsReviewed(account: ScimUser, diffs: readonly Diff[]): boolean {
  return diffs.every(({ path, before, after }) => {
    const now = readPath(account, path)
    return sameAt(path, now, before) || sameAt(path, now, after)
  })
}
