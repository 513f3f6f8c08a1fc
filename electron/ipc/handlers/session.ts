import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { OpenConnections } from '../../open-connections.ts'

/** `session.*` */
export const sessionHandlers = (open: OpenConnections, copyText: (text: string) => void): Handlers['session'] => ({
  state: async ({ connection }) => (await open.get(connection)).session.state(),
  signIn: async ({ connection }) => (await open.get(connection)).session.signIn(),
  cancel: async ({ connection }) => {
    const { session } = await open.get(connection)
    session.cancel()
    return session.state()
  },
  copyAddress: async ({ connection }) => {
    const address = (await open.get(connection)).session.signInAddress()
    if (!address) throw new MusterError('signin-cancelled')
    copyText(address)
    return null
  },
  signOut: async ({ connection }) => {
    const { session } = await open.get(connection)
    await session.signOut()
    return session.state()
  },
})
