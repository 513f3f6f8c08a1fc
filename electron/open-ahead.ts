import type { Log } from './ports.ts'
import type { Workspace } from './provisioning/workspace-types.ts'
import type { SettingsStore } from './store/settings.ts'

/** What {@link createOpenAhead} needs. */
export interface OpenAheadParts {
  readonly settings: Pick<SettingsStore, 'chosen'>
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly log: Log
}

/**
 * Opens the connection that the admin worked with last and compares its people, while the window still comes up: that
 * the window asks for at once.
 */
export const createOpenAhead =
  ({ settings, workspaceOf, log }: OpenAheadParts) =>
  (): void => {
    const connection = settings.chosen()
    if (connection === null) return
    workspaceOf(connection)
      .then(({ people }) =>
        people.query({
          query: { search: '', state: null, sort: { by: 'name', descending: false } },
          offset: 0,
          limit: 0,
        }),
      )
      // The window asks for the same, and shows what is wrong.
      .catch((error) => log.info('The connection was not opened ahead', { connection, reason: String(error) }))
  }
