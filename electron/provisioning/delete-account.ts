import { MusterError } from '../../shared/errors.ts'
import { type ScimUser, versionOf } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import type { CallOptions } from './account-service.ts'
import { type CarryOutParts, done, type Ending, failed, type Ready, type Try } from './ending.ts'
import { readOrNull } from './lookup.ts'
import { isAsReviewed } from './whole-account.ts'

/** So often an account's version may change under us without anything else of it changing. */
const most = 3

/**
 * How a deletion is tried: with the version of the account as it was reviewed, or, where there is none, right after reading
 * it again and finding it so. An account that is gone is what was wanted, whoever did it.
 */
export function deleteAccount({ diffs }: Ready, id: string, { service, accounts, say }: CarryOutParts): Try {
  /** The account as the store has it, where it is as it was reviewed and a version can prove that it still is. */
  function reviewed(): ScimUser | null {
    const account = accounts.get(id)?.resource ?? null
    if (account === null || versionOf(account) === null || service.capabilities?.etag.value !== 'yes') return null
    return isAsReviewed(account, diffs) ? account : null
  }

  async function attempt(base: ScimUser | null, doubt: boolean, tries: number, options: CallOptions): Promise<Ending> {
    const account = base ?? (await readOrNull(service, id, options))
    if (account === null) return done(null, id, null, doubt ? t('Looked up: it is gone') : t('It was gone already'))
    if (base === null && !isAsReviewed(account, diffs)) return failed(new MusterError('scim-changed'), id, { account })
    try {
      const status = await service.delete(id, versionOf(account), options)
      return done(null, id, status, status === null ? t('Looked up: it is gone') : null, account)
    } catch (error) {
      if (!(error instanceof MusterError)) throw error
      if (error.code === 'scim-not-found') return notFound(error, options)
      if (error.code !== 'scim-changed' || tries >= most) throw error
      // The version is another one; what was reviewed may still be true of it.
      say(t('The account changed, comparing it with what was reviewed'))
      return attempt(null, doubt, tries + 1, options)
    }
  }

  /** A service without any DELETE may answer 404 as well. */
  async function notFound({ status }: MusterError, options: CallOptions): Promise<Ending> {
    if ((await readOrNull(service, id, options)) === null) return done(null, id, status, t('It was gone already'))
    const detail = t('A DELETE was answered as if there were no such account, and the account is there.')
    return failed(new MusterError('scim-no-delete', { detail, ...(status === null ? {} : { status }) }), id)
  }

  return async (doubt, options) => {
    const known = service.capabilities?.delete
    // What the first deletion was refused, the others need not ask for.
    if (doubt === null && known?.value === 'no') {
      return failed(new MusterError('scim-no-delete', { detail: known.from }), id)
    }
    return attempt(doubt === null ? reviewed() : null, doubt !== null, 1, options)
  }
}
