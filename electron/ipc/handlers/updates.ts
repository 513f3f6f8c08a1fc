import type { Handlers } from '../../../shared/contract.ts'
import type { Updates } from '../../updates/updates.ts'

/** `updates.*` */
export const updateHandlers = (updates: Updates): Handlers['updates'] => ({
  shown: () => updates.shown(),
  check: () => updates.check(),
  choose: ({ channel }) => updates.choose(channel),
  restart: async () => {
    await updates.restart()
    return null
  },
})
