import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import { hasMember, mayBeCut, membersOf, seenGroup, withMembers } from '../../shared/scim/group.ts'
import { type ScimGroup, versionOf, withVersion } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import { lookUntil, visibleAfter } from '../look-until.ts'
import { foldGroupName } from '../scim/find-group.ts'
import type { CallOptions } from './account-service.ts'
import { type CarryOutParts, done, type Ending, failed, type Ready, type Try } from './ending.ts'
import type { MembersChange } from './group-service.ts'
import { readGroupOrNull } from './lookup.ts'

/** So often a group may change under us without its name changing. */
const most = 5

/**
 * How a change of a group's members is tried. The group is read first and only what is still open is sent, so that sending
 * it twice does no harm: who is a member already is not added, who is seen to have left is not removed.
 */
export function changeMembers(
  { item, diffs, note }: Ready,
  id: string,
  { service, groups, turns, clock, say }: CarryOutParts,
): Try {
  const { name } = item.content

  /**
   * The group as it shows now. What Muster has just made or written is given time to show: a service may go on for a while
   * with what was before.
   */
  async function read(options: CallOptions): Promise<ScimGroup> {
    const known = groups.get(id)
    const group = await lookUntil(clock, {
      look: () => readGroupOrNull(service.groups, id, options),
      enough: (seen) => seen !== null && (known === null || agree(seen, known.resource, diffs)),
      until: (known?.readAt ?? 0) + visibleAfter,
      pause: 500,
      signal: options.signal,
    })
    // Asked once more, a service that has none says so itself.
    return group ?? service.groups.read(id, options)
  }

  /** `first` is the group as it was before the first try; what it says is told as having been so, for the undo. */
  async function attempt(
    first: ScimGroup | null,
    { doubt, tries }: { doubt: number | null; tries: number },
    options: CallOptions,
  ): Promise<Ending> {
    const group = await read(options)
    const before = first ?? group
    // Under another name it is another group to whoever reviewed it.
    if (foldGroupName(group.displayName) !== foldGroupName(name)) return failed(new MusterError('scim-changed'), id)
    const change = openOf(group, diffs)
    const { add, remove } = change
    if (add.length + remove.length === 0) {
      // What an earlier start may have done itself has no before-image: there, the plan says how it was.
      const isFirst = doubt === null && first === null
      const said = isFirst ? t('It was so already') : t('Looked up: it is so already')
      return done(null, id, null, said, doubt === null ? before : null, seenGroup(group))
    }
    let lost = false
    const settle = async (): Promise<ScimGroup | null> => {
      lost = true
      say(t('No reply came, looking whether it was carried out'))
      const now = await service.groups.read(id, options)
      return isSo(now, change) === 'yes' ? now : null
    }
    try {
      const { version, status } = await service.groups.changeMembers(id, versionOf(group), change, settle, options)
      const resource = withVersion(withMembers(group, add, remove), version)
      return done(null, id, status, note, before, { resource, cut: mayBeCut(group) })
    } catch (error) {
      if (!(error instanceof MusterError)) throw error
      // Somebody who has left already can't be removed again (noTarget): after a lost reply that may be our own doing.
      if (lost && error.status === 400) {
        const now = await service.groups.read(id, options)
        if (isSo(now, change) !== 'no')
          return done(null, id, null, t('Looked up: it is so already'), before, seenGroup(now))
      }
      if (error.code !== 'scim-changed' || tries >= most) throw error
      say(t('The group changed, looking at it again'))
      // A service may go on for a while with showing the version before the one it holds a change against.
      await clock.sleep(Math.min(250 * 2 ** tries, visibleAfter), options.signal)
      // The version in the way may be our own: Chromium sends a request again when a kept connection ends without a reply.
      return attempt(before, { doubt, tries: tries + 1 }, options)
    }
  }

  // Two changes of one group at a time would only find each other's version.
  return (doubt, options) => turns(id, () => attempt(null, { doubt, tries: 1 }, options))
}

/** Whether two pictures of a group say the same of those who come and go. */
function agree(one: ScimGroup, other: ScimGroup, diffs: readonly Diff[]): boolean {
  return membersOf(diffs).every((member) => hasMember(one, member) === hasMember(other, member))
}

/** Who comes and who goes by the diffs of a membership. */
export function membersIn(diffs: readonly Diff[]): MembersChange {
  return {
    add: membersOf(diffs.filter(({ after }) => after !== null)),
    remove: membersOf(diffs.filter(({ after }) => after === null)),
  }
}

/** What is still to be done to a group as it shows. Who can't be seen in a list that may be cut off is sent all the same. */
function openOf(group: ScimGroup, diffs: readonly Diff[]): MembersChange {
  const { add, remove } = membersIn(diffs)
  return {
    add: add.filter((member) => !hasMember(group, member)),
    remove: remove.filter((member) => hasMember(group, member) || mayBeCut(group)),
  }
}

/** Whether members are as they were to become; `unseen` where only what the service does not show could say otherwise. */
export function isSo(group: ScimGroup, { add, remove }: MembersChange): 'yes' | 'no' | 'unseen' {
  if (remove.some((member) => hasMember(group, member))) return 'no'
  const missing = add.filter((member) => !hasMember(group, member))
  if (mayBeCut(group)) return missing.length + remove.length > 0 ? 'unseen' : 'yes'
  return missing.length > 0 ? 'no' : 'yes'
}
