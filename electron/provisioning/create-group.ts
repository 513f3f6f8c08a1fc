import { MusterError } from '../../shared/errors.ts'
import { groupOf, seenGroup } from '../../shared/scim/group.ts'
import { type ScimGroup, scimGroupSchema } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import { lookUntil, visibleAfter } from '../look-until.ts'
import type { CallOptions } from './account-service.ts'
import { type CarryOutParts, done, type Ending, type Ready, type Try } from './ending.ts'

/**
 * How making a group is tried. A service may take two groups of one name (displayName need not be unique, RFC 7643 section
 * 4.2), so it is looked for first: one that is there by now is the one the members belong into.
 */
export function createGroup({ item }: Ready, { service, clock, say }: CarryOutParts): Try {
  const { name } = item.content

  /** The groups of that name, looked for until there are enough of them or the time is up. */
  const find = (
    until: number,
    enough: (found: readonly ScimGroup[]) => boolean,
    options: CallOptions,
  ): Promise<readonly ScimGroup[]> =>
    lookUntil(clock, {
      look: () => service.groups.find(name, options),
      enough,
      until,
      pause: 500,
      signal: options.signal,
    })

  return async (doubt, options) => {
    // What may have been made until `doubt` is given time to show.
    const until = doubt === null ? 0 : doubt + visibleAfter
    const [there, other] = await find(until, (seen) => seen.length > 0, options)
    if (other !== undefined) throw new MusterError('group-ambiguous', { where: name })
    if (there !== undefined) return made(there, null, doubt === null ? t('It was there already') : alreadyThere())
    let found: readonly ScimGroup[] = []
    const settle = async (): Promise<ScimGroup | null> => {
      say(t('No reply came, looking whether it was made'))
      found = await service.groups.find(name, options)
      return found[0] ?? null
    }
    const { id, version, status } = await service.groups.create(name, settle, options)
    if (status !== null) found = await shown(id, options)
    const group = id === null ? (found[0] ?? null) : assembled(id, version)
    const note = found.length > 1 ? doubled(found.length) : status === null ? alreadyThere() : null
    return made(group, status, note)
  }

  /**
   * The groups of that name after one was made, which is given time to show. There may be two: Chromium sends a request
   * again when a kept connection ends without a reply, and a service may have carried out both. Where the service has told
   * the `id` of ours, nothing hangs on them, and none are an answer too.
   */
  async function shown(id: string | null, options: CallOptions): Promise<readonly ScimGroup[]> {
    // What was made before ours shows no later than ours.
    const enough = (seen: readonly ScimGroup[]) => (id === null ? seen.length > 1 : seen.some((one) => one.id === id))
    try {
      return await find(clock.now() + visibleAfter, enough, options)
    } catch (error) {
      if (id === null) throw error
      return []
    }
  }

  function made(group: ScimGroup | null, status: number | null, note: string | null): Ending {
    const said = group === null ? t('Accepted; K2 does not show the group yet') : note
    return done(null, group?.id ?? null, status, said, null, group && seenGroup(group))
  }

  /** The group as it was asked for, until it is read. */
  function assembled(id: string, version: string | null): ScimGroup {
    return scimGroupSchema.parse({ ...groupOf(name), id, ...(version === null ? {} : { meta: { version } }) })
  }
}

const doubled = (count: number): string =>
  t('K2 now has {count} groups of this name; remove all but one there', { count: String(count) })
const alreadyThere = (): string => t('Looked up: it is there already')
