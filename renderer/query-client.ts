import { QueryClient } from '@tanstack/react-query'

/**
 * What main has answered. It is asked once and tells of every change (live.ts); asking again by time, focus or network would
 * only repeat it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
