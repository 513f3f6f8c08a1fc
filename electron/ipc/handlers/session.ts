import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { OpenConnections } from '../../open-connections.ts'
import type { Sealing } from '../sealed.ts'

/** What the calls about sessions need. */
export interface SessionParts {
  readonly open: OpenConnections
  readonly copyText: (text: string) => void
  readonly sealing: Promise<Sealing>
}

/** `session.*` */
export const sessionHandlers = ({ open, copyText, sealing }: SessionParts): Handlers['session'] => ({
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
  comeBack: async ({ connection, address }) => {
    const text = (await sealing).open(address)
    return (await open.get(connection)).session.comeBack(text)
  },
  signOut: async ({ connection }) => {
    const { session } = await open.get(connection)
    await session.signOut()
    return session.state()
  },
})
