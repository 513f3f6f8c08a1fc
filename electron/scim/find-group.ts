import { MusterError } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import { operations } from '../../shared/scim/operations.ts'
import type { ScimGroup } from '../../shared/scim/schemas.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { readAll } from './paging.ts'

/** A list is not read on for one group beyond so many. */
const most = 20_000

/** Display names are compared without regard to case: displayName is not case-exact (RFC 7643 section 8.7.1). */
export const foldGroupName = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/**
 * The groups of that display name: by filter where the service has one that finds them, else by reading the list. What a
 * filter gives is checked, since some services ignore it and give everything.
 * @throws MusterError `groups-incomplete` when neither can tell; else as {@link ScimClient.send} does.
 */
export async function findGroups(
  client: ScimClient,
  displayName: string,
  capabilities: Pick<Capabilities, 'filter'> | null,
  hooks: SendHooks = {},
): Promise<ScimGroup[]> {
  const wanted = foldGroupName(displayName)
  const isWanted = (group: ScimGroup): boolean => foldGroupName(group.displayName) === wanted
  if (capabilities?.filter.value !== 'no') {
    try {
      const { resources, notes } = (await client.send(operations.findGroup, { displayName }, hooks)).value
      const found = resources.filter(isWanted)
      const heeded = found.length === resources.length && notes.length === 0
      // Nobody found is an answer only from a service that is known to heed filters.
      if (found.length > 0 || (heeded && capabilities?.filter.value === 'yes')) return found
    } catch (error) {
      if (!(error instanceof MusterError) || error.code !== 'scim-unsupported') throw error
    }
  }
  const found: ScimGroup[] = []
  for await (const { resources, end } of readAll(client, operations.listGroups, { ...hooks, most })) {
    found.push(...resources.filter(isWanted))
    if (end !== null && !end.complete && found.length === 0) {
      throw new MusterError('groups-incomplete', end.reason === null ? {} : { detail: end.reason })
    }
  }
  return found
}
