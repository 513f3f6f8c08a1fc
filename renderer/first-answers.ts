import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callOptions } from './api.ts'
import type { Group, Input, Name } from './call.ts'
import { lastConnection } from './features/connections/current-connection.tsx'
import { askForPeople } from './features/people/ask-for-people.ts'
import { queryClient } from './query-client.ts'

/** How long the first screen waits for what it is to show, in milliseconds; after that it comes up and shows that it waits. */
const patience = 150

function ask(client: QueryClient): Promise<unknown> {
  const answer = <G extends Group, N extends Name<G>>(group: G, name: N, input: Input<G, N>) =>
    client.prefetchQuery(callOptions(group, name, input))
  const connection = lastConnection()
  const ofConnection = (connection: string) => [
    askForPeople(client, connection),
    answer('session', 'state', { connection }),
    answer('accounts', 'state', { connection }),
    answer('runs', 'list', { connection }),
    answer('app', 'setAside', { connection }),
    answer('source', 'reading', { connection }),
    answer('source', 'fileChange', { connection }),
  ]
  return Promise.all([
    answer('app', 'info', undefined),
    answer('connections', 'list', undefined),
    answer('app', 'policy', undefined),
    answer('app', 'online', undefined),
    ...(connection === null ? [] : ofConnection(connection)),
  ])
}

/**
 * What the window opens with, asked of main in one go before anything is drawn, or given up after a moment: a screen that is drawn
 * once, with what it shows, is there sooner than one of which each answer draws a part.
 */
const answers = Promise.race([ask(queryClient), new Promise((resolve) => setTimeout(resolve, patience))])

/** True once the first screen is worth drawing: its answers are there, or have been waited for long enough. */
export function useFirstAnswers(): boolean {
  const [there, setThere] = useState(false)
  useEffect(() => void answers.then(() => setThere(true)), [])
  return there
}
