import { MusterError } from '../../shared/errors.ts'
import type { AccountService } from './account-service.ts'

/**
 * An account service that looks for itself where nothing is at the address it was given, before it says so: K2 is known
 * to be written in more than one layout. `look` resolves to true when the address has been put right; one look at a time.
 */
export function findingItsAddress(service: AccountService, look: () => Promise<boolean>): AccountService {
  let looking: Promise<boolean> | null = null
  const found = (error: unknown): Promise<boolean> => {
    if (!(error instanceof MusterError) || error.code !== 'scim-address') return Promise.resolve(false)
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
  return {
    ...service,
    get capabilities() {
      return service.capabilities
    },
    get learnt() {
      return service.learnt
    },
    learn: async (options) => {
      try {
        await service.learn(options)
      } catch (error) {
        if (!(await found(error))) throw error
        await service.learn(options)
      }
    },
    list: async function* (options) {
      let begun = false
      try {
        for await (const page of service.list(options)) {
          begun = true
          yield page
        }
      } catch (error) {
        if (begun || !(await found(error))) throw error
        yield* service.list(options)
      }
    },
  }
}
