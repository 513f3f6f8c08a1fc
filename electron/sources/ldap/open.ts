import net from 'node:net'
import tls from 'node:tls'
import { Client } from 'ldapts'
import { MusterError } from '../../../shared/errors.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import type { Clock } from '../../ports.ts'
import { createDirectory, type Directory, type Within } from './directory.ts'
import { type LdapStep, ldapError } from './ldap-errors.ts'

/** What a connection to a directory is made of. */
export interface LdapParts {
  /** Opens a TCP connection: Node’s `net.connect`. */
  readonly connect: (options: net.TcpNetConnectOpts) => net.Socket
  /** Certificate authorities that the system trusts, as PEM. Asked for only where the admin has chosen none. */
  readonly systemAuthorities: () => readonly string[]
  readonly clock: Clock
  /** Milliseconds that one exchange may take; 30,000 when left out. */
  readonly timeout?: number
}

/** How a connection is opened. */
export interface OpenOptions {
  readonly signal?: AbortSignal | undefined
  /** Told after each step, with what was found. */
  readonly onStep?: ((step: LdapStep, said: string) => void) | undefined
}

const startTls = '1.3.6.1.4.1.1466.20037'

/**
 * Connects, encrypts, signs in, lets `use` work and closes the connection, whatever comes. Nothing is sent before the
 * certificate has been checked, and a connection that breaks off is never taken up again without its encryption.
 * @param password null to sign in as nobody.
 * @throws MusterError `unreachable`, `offline`, `timeout`, `encryption-missing`, `certificate-…`, `source-…`.
 */
export async function withDirectory<T>(
  settings: LdapSettings,
  password: string | null,
  parts: LdapParts,
  use: (directory: Directory) => Promise<T>,
  { signal, onStep }: OpenOptions = {},
): Promise<T> {
  const { host, port, encryption, bindName } = settings
  const where = `${host}:${port}`
  signal?.throwIfAborted()
  const raw = parts.connect({ host, port })
  // Whatever comes of it, somebody hears of it in the exchange that it interrupts.
  raw.on('error', () => {})
  const within = limited(raw, parts, signal)
  try {
    await within('reach', where, () => once(raw, 'connect'))
    onStep?.('reach', t('{host} answers at port {port}.', { host, port: String(port) }))
    const socket = encryption === 'ldaps' ? await within('encrypt', where, () => encrypted(raw, settings, parts)) : raw
    const client = clientOn(socket)
    if (encryption === 'starttls') {
      await within('encrypt', where, () => upgrade(client, settings, parts))
    }
    onStep?.('encrypt', encryptionWords(settings))
    if (bindName !== '') await within('sign-in', bindName, () => client.bind(bindName, password ?? ''))
    onStep?.(
      'sign-in',
      bindName === ''
        ? t('Nobody is signed in; the directory answers all the same.')
        : t('Signed in as {name}.', { name: bindName }),
    )
    return await use(createDirectory(client, within))
  } finally {
    raw.destroy()
  }
}

/** A client on a connection that is there. It can’t make another: that one would be neither encrypted nor signed in. */
function clientOn(socket: net.Socket): Client {
  let used = false
  return new Client({
    url: 'ldap://directory',
    createConnection: () => {
      if (used) throw new MusterError('unreachable', { detail: t('The connection broke off.') })
      used = true
      return socket
    },
  })
}

/** StartTLS (RFC 4511 section 4.14): the answer to the request first, the handshake after it. */
async function upgrade(client: Client, settings: LdapSettings, parts: LdapParts): Promise<void> {
  await client.startTLS(tlsOptions(settings, parts))
  if (!client.isConnected) throw new MusterError('encryption-missing', { detail: startTls })
}

async function encrypted(raw: net.Socket, settings: LdapSettings, parts: LdapParts): Promise<net.Socket> {
  const socket = tls.connect({ ...tlsOptions(settings, parts), socket: raw })
  await once(socket, 'secureConnect')
  socket.on('error', () => {})
  return socket
}

function tlsOptions({ host, authority }: LdapSettings, parts: LdapParts): tls.ConnectionOptions {
  return {
    host,
    // A name for the server to choose its certificate by; an address is none (RFC 6066 section 3).
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    minVersion: 'TLSv1.2',
    ca: authority === null ? [...tls.rootCertificates, ...parts.systemAuthorities()] : [authority.pem],
  }
}

function once(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once(event, resolve)
  socket.once('error', reject)
  socket.once('close', () => reject(new Error('The connection was closed.')))
  return promise
}

/** Every exchange ends: by its answer, by the time limit, or by the signal; the last two end the connection too. */
function limited(raw: net.Socket, { clock, timeout = 30_000 }: LdapParts, signal?: AbortSignal): Within {
  return async (step, where, work) => {
    signal?.throwIfAborted()
    const limit = new AbortController()
    const stopped = Promise.withResolvers<never>()
    const stop = () => stopped.reject(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true })
    clock.sleep(timeout, limit.signal).then(
      () => stopped.reject(new MusterError('timeout', { where })),
      () => {},
    )
    const working = work()
    try {
      return await Promise.race([working, stopped.promise])
    } catch (error) {
      raw.destroy()
      // The broken connection ends the exchange as well, after somebody was told already.
      working.catch(() => {})
      if (signal?.aborted) throw signal.reason
      throw ldapError(error, step, where)
    } finally {
      limit.abort()
      signal?.removeEventListener('abort', stop)
    }
  }
}

function encryptionWords({ encryption, authority }: LdapSettings): string {
  if (encryption === 'none') return t('Not encrypted; nothing leaves this computer.')
  const by = encryption === 'ldaps' ? 'LDAPS' : 'StartTLS'
  return authority === null
    ? t('Encrypted by {by}; the certificate comes from an authority that this computer knows.', { by })
    : t('Encrypted by {by}; the certificate comes from the authority in {file}.', { by, file: authority.name })
}
