import type { QueryClient } from '@tanstack/react-query'
import { callOptions } from '../../api.ts'
import { firstStretch } from '../../components/data-grid/use-stretches.ts'
import { attributesOf, ownPeopleColumns } from './people-columns.tsx'
import { keptPeopleView, peopleSource } from './people-view.ts'

/** Asks for what the People screen of a connection opens with, for whoever draws it next. */
export async function askForPeople(client: QueryClient, connection: string): Promise<void> {
  const [source, layout] = await Promise.all([
    client.fetchQuery(callOptions('source', 'summary', { connection })),
    client.fetchQuery(callOptions('grids', 'layout', { connection, grid: 'people' })),
  ]).catch(() => [])
  // Of people who were never read there is an empty list, which would still be there when they have been.
  if (source == null) return
  const columns = attributesOf(layout?.columns ?? ownPeopleColumns)
  await client.prefetchQuery(firstStretch(peopleSource(connection, keptPeopleView(connection).query, columns)))
}
