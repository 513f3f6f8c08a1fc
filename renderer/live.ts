import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { speakAs } from '../shared/catalogue/speak-as.ts'
import type { AppInfo } from '../shared/model/app.ts'
import type { RunSummary } from '../shared/model/run.ts'
import { callKey, invalidate } from './api.ts'
import { listen } from './call.ts'

/** Makes all that is kept of a group stale for one connection. */
function groupChanged(client: QueryClient, group: string, connection: string): void {
  const isOf = ({ queryKey }: { queryKey: QueryKey }) => queryKey[2] === connection
  // What was asked ahead of its screen, and is on its way, was answered before: it would not be asked for again.
  void client.cancelQueries({ queryKey: [group], predicate: (query) => isOf(query) && query.getObserversCount() === 0 })
  void client.invalidateQueries({ queryKey: [group], predicate: isOf })
}

/** Everything that is computed from the roster or the accounts. */
function standingChanged(client: QueryClient, connection: string): void {
  for (const group of ['people', 'selections']) groupChanged(client, group, connection)
  void invalidate(client, 'accounts', 'query', connection)
  void invalidate(client, 'accounts', 'get', connection)
  void invalidate(client, 'accounts', 'weigh', connection)
}

/** Keeps what main told unasked. An answer still on its way was given before and must not overwrite it. */
function keep<T>(client: QueryClient, queryKey: QueryKey, news: T): void {
  void client.cancelQueries({ queryKey, exact: true })
  client.setQueryData<T>(queryKey, news)
}

const ended = (run: RunSummary): boolean => run.endedAt !== null

/** Speaks another language in the window that is open: everything that is on screen says what it says anew. */
async function speakNow(client: QueryClient, locale: string): Promise<void> {
  await speakAs(locale)
  document.documentElement.lang = locale
  client.setQueryData<AppInfo>(callKey('app', 'info'), (before) => (before ? { ...before, locale } : before))
}

/** Keeps every kept answer in step with main. The returned function stops it. */
export function followMain(client: QueryClient): () => void {
  const stops = [
    listen('session.changed', (state) =>
      keep(client, callKey('session', 'state', { connection: state.connection }), state),
    ),
    listen('app.vault', (vault) =>
      client.setQueryData<AppInfo>(callKey('app', 'info'), (before) => (before ? { ...before, vault } : before)),
    ),
    listen('app.language', (locale) => void speakNow(client, locale)),
    listen('updates.changed', (updates) => keep(client, callKey('updates', 'shown'), updates)),
    listen('app.online', (online) => keep(client, callKey('app', 'online'), online)),
    listen('connections.changed', (list) => keep(client, callKey('connections', 'list'), list)),
    listen('accounts.changed', ({ connection, state }) => {
      keep(client, callKey('accounts', 'state', { connection }), state)
      // While reading, only the counter moves; the lists are asked for once, when all accounts are stored.
      if (state.reading) return
      standingChanged(client, connection)
      void invalidate(client, 'accounts', 'capabilities', connection)
      void invalidate(client, 'accounts', 'unplanned', connection)
    }),
    listen('people.changed', ({ connection }) => {
      standingChanged(client, connection)
      // A decision about people outdates the plans that were made before it.
      void invalidate(client, 'plans', 'get', connection)
      // A run makes accounts without reading them all again.
      void invalidate(client, 'accounts', 'state', connection)
      // The mapping follows the source, and what of it is kept back follows the mapping.
      void invalidate(client, 'accounts', 'unplanned', connection)
      for (const group of ['source', 'mapping', 'groups']) groupChanged(client, group, connection)
    }),
    listen('network.asked', ({ connection }) => void invalidate(client, 'network', 'settings', connection)),
    listen('source.progress', ({ connection, what, progress }) => {
      if (what === 'reading') keep(client, callKey('source', 'reading', { connection }), progress)
    }),
    listen('source.fileChanged', ({ connection, change }) =>
      keep(client, callKey('source', 'fileChange', { connection }), change),
    ),
    listen('runs.progress', (progress) => {
      const { run } = progress
      keep(client, callKey('runs', 'get', { connection: run.connection, run: run.id }), progress)
      client.setQueryData<RunSummary[]>(['runs', 'list', run.connection], (list) =>
        list?.some((each) => each.id === run.id)
          ? list.map((each) => (each.id === run.id ? run : each))
          : list && [run, ...list],
      )
      if (!ended(run)) return
      void invalidate(client, 'runs', 'changes', run.connection)
      void invalidate(client, 'runs', 'search', run.connection)
      // Some of what a service can do shows only when it is done.
      void invalidate(client, 'accounts', 'capabilities', run.connection)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
