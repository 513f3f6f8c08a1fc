/*
 * TanStack Query over the contract. Signatures:
 *   useCall('people', 'query', { connection, query, offset, limit } | null, options?)   → UseQueryResult<Output, CallError>
 *       null asks nothing yet. Nothing is ever refetched by time or focus: events of main do it (live.ts).
 *   callOptions(group, name, input | null)   the same as query options, for useQueries and prefetching
 *   callKey(group, name, input?)             the key: [group, name, connection id or null, the rest of the input]
 *       Own keys for lists begin in the same way, [group, name, connection, …], so that events reach them.
 *   useAct('plans', 'create', options?)      → UseMutationResult<Output, CallError, Input>
 *   useEvent('runs.progress', (progress) => …)
 *   failureOf(error)                         → Failure, for any error that reached the screen
 *   invalidate(client, group, name, connection)
 */
import {
  type QueryClient,
  queryOptions,
  skipToken,
  type UseMutationOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { EventPayload, Events } from '../shared/contract.ts'
import { explain, type Failure, inOurWords } from '../shared/errors.ts'
import { type Arguments, CallError, call, type Group, type Input, listen, type Name, type Output } from './call.ts'
import { callKey } from './call-key.ts'

export { CallError, call, type Input, type Output } from './call.ts'
export { callKey } from './call-key.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError
  }
}

/** A call as query options. A null input asks nothing. */
export const callOptions = <G extends Group, N extends Name<G>>(group: G, name: N, input: Input<G, N> | null) =>
  queryOptions<Output<G, N>, CallError>({
    queryKey: callKey(group, name, input),
    // An input of undefined belongs to a call that takes none.
    queryFn:
      input === null
        ? skipToken
        : () => call(group, name, ...((input === undefined ? [] : [input]) as Arguments<G, N>)),
  })

/** Asks main and keeps the answer until an event makes it stale. */
export const useCall = <G extends Group, N extends Name<G>>(
  group: G,
  name: N,
  input: Input<G, N> | null,
  options: { placeholderData?: (previous: Output<G, N> | undefined) => Output<G, N> | undefined } = {},
) =>
  useQuery({
    ...callOptions(group, name, input),
    // Functions of the previous answer only; TanStack's own type also allows values, which a generic can't tell apart.
    ...(options as object),
  })

/** Asks main to do something. */
export const useAct = <G extends Group, N extends Name<G>>(
  group: G,
  name: N,
  options: Omit<UseMutationOptions<Output<G, N>, CallError, Input<G, N>>, 'mutationFn'> = {},
) =>
  useMutation<Output<G, N>, CallError, Input<G, N>>({
    ...options,
    mutationFn: (input) => call(group, name, ...((input === undefined ? [] : [input]) as Arguments<G, N>)),
  })

/** Listens to an event of main while the component is there. */
export function useEvent<E extends keyof Events>(event: E, listener: (payload: EventPayload<E>) => void): void {
  const onEvent = useEffectEvent(listener)
  useEffect(() => listen(event, (payload) => onEvent(payload)), [event])
}

/** Makes the kept answers of a call stale for one connection. */
export const invalidate = (client: QueryClient, group: Group, name: string, connection: string): Promise<void> =>
  client.invalidateQueries({ queryKey: [group, name, connection] })

/** The failure to show for anything that was thrown. What is not a {@link CallError} is a mistake in the window itself. */
export const failureOf = (error: Error): Failure =>
  error instanceof CallError
    ? inOurWords(error.failure)
    : { code: 'internal', id: 'window', ...explain('internal'), where: null, detail: null, status: null }
