/*
 * Asks main for what the first screen shows before the scripts that draw it have run: main answers meanwhile, and the window
 * comes up whole instead of filling up piece by piece. What is not asked here is asked when it is drawn, as everywhere.
 */
import { QueryObserver, type QueryObserverOptions } from '@tanstack/react-query'
import { type CallError, callOptions } from './api.ts'
import { firstStretch } from './components/data-grid/use-stretches.ts'
import { lastConnection } from './features/connections/current-connection.tsx'
import { attributesOf, ownPeopleColumns } from './features/people/people-columns.tsx'
import { firstPeopleView, peopleSource } from './features/people/people-view.ts'
import { queryClient } from './query-client.ts'

/** Watches what is asked until the answer has come, so that an event that outdates it on its way has it asked for again. */
function ask<T, K extends readonly unknown[]>(
  options: QueryObserverOptions<T, CallError, T, T, K>,
  then: (answer: T) => void = () => undefined,
): void {
  const stop = new QueryObserver(queryClient, options).subscribe(({ data, isFetching }) => {
    if (isFetching) return
    stop()
    if (data !== undefined) then(data)
  })
}

/** The rows of the People grid. */
function askForRows(connection: string, columns: readonly string[]): void {
  const source = peopleSource(connection, firstPeopleView.query, attributesOf(columns))
  ask(firstStretch(source), ({ total }) => {
    // Before people were ever read there is no list; an empty one would show for a moment once they have been.
    if (total === 0) queryClient.removeQueries({ queryKey: source.key, type: 'inactive' })
  })
}

const connection = lastConnection()
if (connection !== null) {
  // The rows first: they take main longest.
  askForRows(connection, ownPeopleColumns)
  ask(callOptions('grids', 'layout', { connection, grid: 'people' }), (layout) => {
    if (layout?.columns) askForRows(connection, layout.columns)
  })
}
ask(callOptions('connections', 'list', undefined))
ask(callOptions('app', 'info', undefined))
if (connection !== null) {
  ask(callOptions('source', 'summary', { connection }))
  ask(callOptions('source', 'reading', { connection }))
  ask(callOptions('accounts', 'state', { connection }))
  ask(callOptions('runs', 'list', { connection }))
  ask(callOptions('session', 'state', { connection }))
  ask(callOptions('app', 'setAside', { connection }))
}
ask(callOptions('app', 'policy', undefined))
ask(callOptions('app', 'online', undefined))
