import { z } from 'zod'
import { readHost, readServiceAddress } from '../settings/address.ts'
import { t } from '../words/text.ts'
import { authorityInputSchema, authoritySchema } from './authority.ts'
import { shownCertificateSchema } from './connection-test.ts'

/** The proxy that requests of a connection go through. A sign-in to it is not here: it is a secret, for the vault. */
export const proxySettingsSchema = z.discriminatedUnion('mode', [
  /** What the system says, PAC files included. */
  z.object({ mode: z.literal('system') }),
  z.object({ mode: z.literal('none') }),
  z.object({ mode: z.literal('fixed'), host: z.string().trim().max(253), port: z.number().int().min(1).max(65_535) }),
  /** A PAC file of its own. */
  z.object({ mode: z.literal('pac'), url: z.string().trim().max(2_000) }),
])
/** See {@link proxySettingsSchema}. */
export type ProxySettings = z.infer<typeof proxySettingsSchema>

/** How the requests of a connection leave this computer. Holds no secret. */
export const networkSettingsSchema = z.object({
  proxy: proxySettingsSchema,
  /** Trusted beside those of the system. */
  authority: authoritySchema.nullable(),
  /** The certificate of this computer that is presented to servers that ask for one; it is found again by its fingerprint. */
  clientCertificate: shownCertificateSchema.nullable().default(null),
})
/** See {@link networkSettingsSchema}. */
export type NetworkSettings = z.infer<typeof networkSettingsSchema>

/** What a connection has that was never set: the system’s proxy, the system’s authorities, no certificate of its own. */
export const defaultNetwork: NetworkSettings = { proxy: { mode: 'system' }, authority: null, clientCertificate: null }

/** The same as the window sends it. */
export const networkInputSchema = z.object({
  proxy: proxySettingsSchema,
  authority: authorityInputSchema,
})
/** See {@link networkInputSchema}. */
export type NetworkInput = z.infer<typeof networkInputSchema>

/** What the window may know: without certificates, and of a sign-in only to which proxy and as whom. */
export const shownNetworkSchema = z.object({
  proxy: proxySettingsSchema,
  /** Name of the file the added authority came from. */
  authority: z.string().nullable(),
  /** The proxy that Muster signs in to, `host:port`, and as whom. */
  signIn: z.object({ proxy: z.string(), user: z.string(), keptIn: z.enum(['keychain', 'memory']) }).nullable(),
  /** The certificate of this computer that was chosen for the connection. */
  clientCertificate: shownCertificateSchema.nullable(),
  /** The fingerprint or the subject of the one that a policy prescribes instead; null where the admin chooses. */
  prescribed: z.string().nullable(),
  /** The servers that have asked for one since Muster started, `host:port`, and what this computer has for each. */
  asked: z.array(z.object({ server: z.string(), certificates: z.array(shownCertificateSchema) })),
})
/** See {@link shownNetworkSchema}. */
export type ShownNetwork = z.infer<typeof shownNetworkSchema>

/** Why a proxy can’t be used, one sentence; null when it can. The same rules hold in the form and in main. */
export function proxyProblem(proxy: ProxySettings): string | null {
  if (proxy.mode === 'fixed') {
    const read = readHost(proxy.host)
    return 'refused' in read ? t('The proxy can’t be used: {why}.', { why: read.refused }) : null
  }
  if (proxy.mode !== 'pac') return null
  const read = readServiceAddress(proxy.url)
  return 'refused' in read ? t('The PAC file can’t be used: {why}.', { why: read.refused }) : null
}
