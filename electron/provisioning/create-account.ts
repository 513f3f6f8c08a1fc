import { MusterError } from '../../shared/errors.ts'
import { createOf } from '../../shared/scim/body.ts'
import { type ScimUser, scimUserSchema, withVersion } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import { visibleAfter } from '../look-until.ts'
import type { CallOptions, Written } from './account-service.ts'
import { type CarryOutParts, done, type Ending, failed, type Ready, type Try } from './ending.ts'
import { isAsSent, type Looked, lookUpCreate, offerOf } from './lookup.ts'

/** A conflict about our own account, which the service does not show yet, is worth waiting for this long; milliseconds. */
const ownConflict = 20_000

/** How a create is tried. */
export function createAccount({ diffs }: Ready, { service, clock, say }: CarryOutParts): Try {
  const attributes = Object.fromEntries(diffs.map(({ path, after }) => [path, after]))
  const look = (sentAt: number, options: CallOptions, patience?: number): Promise<Looked> =>
    lookUpCreate(service, clock, diffs, sentAt, options, patience)

  function conflicting(error: MusterError, looked: Looked | null): Ending {
    if (looked === null || looked.kind === 'absent') return failed(error, null)
    return failed(error, null, { account: looked.account, offer: offerOf(looked.account) })
  }

  return async (doubt, options) => {
    if (doubt !== null) {
      say(t('Looking whether it is there already'))
      const looked = await look(doubt, options)
      if (looked.kind === 'made') return done(looked.account, looked.account.id, null, alreadyThere())
      if (looked.kind === 'taken') return conflicting(new MusterError('scim-conflict'), looked)
    }
    const sentAt = clock.now()
    let lost = false
    const settle = async (): Promise<ScimUser | null> => {
      lost = true
      say(t('No reply came, looking whether it was made'))
      // Asked again until what was accepted would show.
      const looked = await look(sentAt, options, 0)
      return looked.kind === 'made' ? looked.account : null
    }
    try {
      const written = await service.create(attributes, settle, options)
      return await made(written, options)
    } catch (error) {
      if (!(error instanceof MusterError) || error.code !== 'scim-conflict') throw error
      // After a request that may have been carried out, the account in the way may be our own, not visible yet. Even the
      // first one may have been: Chromium sends a request again when a kept connection ends without a reply.
      const known = doubt !== null || lost
      const looking = look(clock.now(), options, known ? ownConflict : visibleAfter)
      // Where nothing speaks for our own doing, the conflict is told even if nobody can say which account it is about.
      const looked = known ? await looking : await looking.catch(() => null)
      if (looked?.kind === 'made' && (known || isAsSent(looked.account, diffs))) {
        return done(looked.account, looked.account.id, null, alreadyThere())
      }
      return conflicting(error, looked)
    }
  }

  async function made({ id, account, version, status }: Written, options: CallOptions): Promise<Ending> {
    const note = status === null ? alreadyThere() : null
    if (account !== null) return done(account, account.id, status, note)
    if (id !== null) return done(withVersion(assembled(id), version), id, status, note)
    const looked = await look(0, options).catch(() => null)
    if (looked?.kind === 'made') return done(looked.account, looked.account.id, status, note)
    return done(null, null, status, t('Accepted; K2 does not show the account yet'))
  }

  /** The account as it was asked for, until it is read. */
  function assembled(id: string): ScimUser {
    return scimUserSchema.parse({ ...createOf(attributes), id })
  }
}

const alreadyThere = (): string => t('Looked up: it is there already')
