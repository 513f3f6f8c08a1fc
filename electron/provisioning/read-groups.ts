import { randomBytes } from 'node:crypto'
import { MusterError, toFailure } from '../../shared/errors.ts'
import type { GroupRules } from '../../shared/model/group.ts'
import type { Log } from '../ports.ts'
import { foldGroupName } from '../scim/find-group.ts'
import type { Groups } from '../store/groups.ts'
import type { GroupService } from './group-service.ts'
import { eachAtOnce } from './pool.ts'

/** Groups looked for at once. */
const atOnce = 4

/** What {@link readGroups} needs. */
interface ReadGroupsParts {
  readonly groups: Groups
  readonly service: { readonly groups: GroupService }
  readonly log: Log
}

/**
 * Reads all groups of the service, and looks one by one for those that the rules lead to where the list is cut off. A
 * failure is kept with what was read before, since people can be pushed without groups.
 * @param readAt when the reading began, Unix milliseconds.
 */
export async function readGroups(rules: GroupRules, readAt: number, { groups, service, log }: ReadGroupsParts) {
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
      : [...new Set(rules.rules.map(({ to }) => to))].filter((to) => !seen.has(foldGroupName(to)))
    await eachAtOnce(missing, atOnce, async (name) => {
      const found = await findOrNull(service.groups, name)
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
}

/** Null when nobody can tell. */
async function findOrNull(service: GroupService, name: string) {
  try {
    return await service.find(name)
  } catch (error) {
    if (error instanceof MusterError && error.code === 'groups-incomplete') return null
    throw error
  }
}
