import { notifyManager, QueryClient } from '@tanstack/react-query'

// What an answer changes is drawn in its own turn: a timer lets a frame with the old rows go first.
notifyManager.setScheduler(queueMicrotask)

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
