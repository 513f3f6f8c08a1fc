import { z } from 'zod'
import type { ShownNetwork } from '../../shared/model/network.ts'
import type { Redactor, Vault } from '../ports.ts'
import { proxyEntry, readEntry } from '../vault-entries.ts'

/** What the vault keeps: name and password, and the one proxy that they may go to, `host:port`. */
const entrySchema = z.object({ proxy: z.string().max(300), user: z.string().max(400), password: z.string().max(4_000) })
/** A sign-in to a proxy. */
export type ProxySignIn = z.infer<typeof entrySchema>

/** The sign-ins to proxies, one for each connection. */
export interface ProxySignIns {
  /** The sign-in for exactly this proxy; null when there is none, or one for another. */
  forProxy(connection: string, proxy: string): Promise<ProxySignIn | null>
  keep(connection: string, signIn: ProxySignIn): Promise<void>
  forget(connection: string): Promise<void>
  shown(connection: string): Promise<ShownNetwork['signIn']>
}

/** {@link ProxySignIns} in the vault. */
export function createProxySignIns(vault: Vault, redactor: Pick<Redactor, 'learn'>): ProxySignIns {
  const learn = ({ user, password }: ProxySignIn): void => {
    redactor.learn(password)
    redactor.learn(Buffer.from(`${user}:${password}`).toString('base64'))
  }
  async function held(connection: string): Promise<ProxySignIn | null> {
    const entry = readEntry(await vault.get(proxyEntry(connection)), entrySchema)
    if (entry !== null) learn(entry)
    return entry
  }
  return {
    forProxy: async (connection, proxy) => {
      const entry = await held(connection)
      return entry?.proxy === proxy ? entry : null
    },
    keep: async (connection, signIn) => {
      learn(signIn)
      await vault.set(proxyEntry(connection), JSON.stringify(signIn))
    },
    forget: (connection) => vault.delete(proxyEntry(connection)),
    shown: async (connection) => {
      const entry = await held(connection)
      return entry && { proxy: entry.proxy, user: entry.user, keptIn: vault.keptIn(proxyEntry(connection)) }
    },
  }
}
