import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import tls from 'node:tls'

/**
 * Whether a server asks for a certificate of the client, and of which issuers (their names, DER; none named means any); null
 * where it does not ask. Node's TLS does not tell. So a handshake of TLS 1.2 is begun on a connection of its own, in which
 * the question crosses unencrypted (RFC 5246 section 7.4.4), and left before anything is answered. `named` is the name that
 * the server is told it is asked by, if it is told one.
 * @throws where the server speaks nothing below TLS 1.3, in which the question is encrypted.
 */
export function questionOf(raw: Socket, named: { servername?: string }): Promise<readonly Buffer[] | null> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Buffer[] | null>()
  const messages = handshakeMessages()
  let asked: readonly Buffer[] | null = null
  const tapped = new Duplex({
    read: () => {},
    write: (bytes, _encoding, done) => void raw.write(bytes, done),
  })
  raw.on('data', (bytes: Buffer) => {
    for (const { type, body } of messages(bytes)) {
      if (type === kinds.certificateRequest) asked = issuersOf(body)
      // Said what it has to say, and waits for the client.
      if (type === kinds.serverHelloDone) resolve(asked)
    }
    tapped.push(bytes)
  })
  raw.on('error', reject)
  raw.on('close', () => reject(new Error('net::ERR_CONNECTION_CLOSED')))
  const secure = tls.connect({
    socket: tapped,
    maxVersion: 'TLSv1.2',
    rejectUnauthorized: false,
    ...named,
  })
  secure.on('error', (error: NodeJS.ErrnoException) => {
    const tooNew = /PROTOCOL_VERSION/.test(error.code ?? '')
    reject(
      tooNew
        ? new Error('electron-host: whether a server of TLS 1.3 alone asks for a client certificate can’t be seen')
        : error,
    )
  })
  return promise.finally(() => {
    secure.destroy()
    raw.destroy()
  })
}

/** Types of handshake messages (RFC 5246 section 7.4), and the content type of their records. */
const kinds = { certificateRequest: 13, serverHelloDone: 14, record: 22 } as const

interface HandshakeMessage {
  readonly type: number
  readonly body: Buffer
}

/** Takes the bytes that come and gives the handshake messages that are whole with them. */
function handshakeMessages(): (bytes: Buffer) => HandshakeMessage[] {
  let records = Buffer.alloc(0)
  let content = Buffer.alloc(0)
  return (bytes) => {
    records = Buffer.concat([records, bytes])
    while (records.length >= 5 && records.length >= 5 + records.readUInt16BE(3)) {
      const end = 5 + records.readUInt16BE(3)
      if (records[0] === kinds.record) content = Buffer.concat([content, records.subarray(5, end)])
      records = records.subarray(end)
    }
    const whole: HandshakeMessage[] = []
    while (content.length >= 4 && content.length >= 4 + content.readUIntBE(1, 3)) {
      const end = 4 + content.readUIntBE(1, 3)
      whole.push({ type: content.readUInt8(0), body: content.subarray(4, end) })
      content = content.subarray(end)
    }
    return whole
  }
}

/** The names in a CertificateRequest: after a list of kinds of certificates and one of signatures. */
function issuersOf(body: Buffer): Buffer[] {
  let at = 1 + body.readUInt8(0)
  at += 2 + body.readUInt16BE(at)
  const end = at + 2 + body.readUInt16BE(at)
  at += 2
  const issuers: Buffer[] = []
  while (at < end) {
    const next = at + 2 + body.readUInt16BE(at)
    issuers.push(body.subarray(at + 2, next))
    at = next
  }
  return issuers
}

/** The issuer's name as it stands in a certificate (RFC 5280 section 4.1), DER: Node gives it as text only. */
export function issuerOf(der: Buffer): Buffer {
  const certificate = element(der, 0)
  const signed = element(der, certificate.content)
  let at = signed.content
  // Version, where it is given; serial number; signature algorithm.
  if (der[at] === 0xa0) at = element(der, at).end
  at = element(der, element(der, at).end).end
  return der.subarray(at, element(der, at).end)
}

/** Where the content of an element of DER begins, and where it ends. */
function element(der: Buffer, at: number): { content: number; end: number } {
  const first = der.readUInt8(at + 1)
  if (first < 0x80) return { content: at + 2, end: at + 2 + first }
  const bytes = first & 0x7f
  const content = at + 2 + bytes
  return { content, end: content + der.readUIntBE(at + 2, bytes) }
}
