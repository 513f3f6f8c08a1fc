import { randomBytes } from 'node:crypto'
import { toFailure } from '../../shared/errors.ts'
import { foldGroupName } from '../scim/find-group.ts'
import { orNull } from './lookup.ts'
import { eachAtOnce } from './pool.ts'
import type { WorkspaceContext } from './workspace-context.ts'

/** Groups looked for at once. */
const atOnce = 4

/**
 * Reads all groups of the service, and looks one by one for those that the rules lead to where the list is cut off. A
 * failure is kept with what was read before, since people can be pushed without groups. Everybody is compared anew.
 * @param readAt when the reading began, Unix milliseconds.
 */
export async function readGroups(
  readAt: number,
  {
    groups,
    service,
    log,
    groupRules,
    overview,
  }: Pick<WorkspaceContext, 'groups' | 'service' | 'log' | 'groupRules' | 'overview'>,
): Promise<void> {
  try {
    const begun = groups.begin(readAt)
    const seen = new Set<string>()
    let complete = false
    for await (const page of service.groups.list()) {
      begun.page(page.groups)
      for (const { displayName } of page.groups) seen.add(foldGroupName(displayName))
      complete = page.complete ?? complete
    }
    const absent: string[] = []
    const missing = complete
      ? []
      : [...new Set(groupRules().rules.map(({ to }) => to))].filter((to) => !seen.has(foldGroupName(to)))
    await eachAtOnce(missing, atOnce, async (name) => {
      const found = await orNull('groups-incomplete', service.groups.find(name))
      // Nobody can tell.
      if (found === null) return
      begun.page(found)
      if (found.length === 0) absent.push(foldGroupName(name))
    })
    begun.finish({ complete, absent, failure: null })
    log.info('The groups were read', { groups: seen.size, complete })
  } catch (error) {
    const id = randomBytes(4).toString('hex')
    log.warn('The groups could not be read', { id, reason: String(error) })
    groups.failed(toFailure(error, id))
  }
  overview.groupsChanged(true)
}
