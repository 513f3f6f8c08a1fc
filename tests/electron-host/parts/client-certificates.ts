import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Certificate, CertificatePrincipal } from 'electron'
import { preventable } from '../stand-in.ts'
import { emitApp } from './app.ts'
import { issuerOf } from './certificate-question.ts'

/** A certificate of the stand-in store, with its private key, as PEM. */
export interface StoredCertificate {
  readonly cert: string
  readonly key: string
}

/**
 * The stand-in for the operating system's store: the folder that `MUSTER_HOST_CERTIFICATES` names, `<name>.pem` beside
 * `<name>.key`, read anew each time. No folder is an empty store, in which case Chromium asks nobody.
 */
export function storedCertificates(): StoredCertificate[] {
  const folder = process.env.MUSTER_HOST_CERTIFICATES
  if (!folder || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.key'))
    .sort()
    .flatMap((file) => {
      const cert = join(folder, file.replace(/\.key$/, '.pem'))
      return existsSync(cert)
        ? [{ key: readFileSync(join(folder, file), 'utf8'), cert: readFileSync(cert, 'utf8') }]
        : []
    })
}

/**
 * Asks the app which certificate a server gets, as Electron does: with those that are valid now and whose issuer the server
 * named, if it named any, and not at all where there is none. Where the app does not prevent it, the first one.
 */
export function askForCertificate(place: string, issuers: readonly Buffer[]): Promise<StoredCertificate | null> {
  const fitting = storedCertificates().filter(({ cert }) => {
    const read = new X509Certificate(cert)
    const now = Date.now()
    const valid = Date.parse(read.validFrom) <= now && now <= Date.parse(read.validTo)
    const issuer = issuerOf(read.raw)
    return valid && (issuers.length === 0 || issuers.some((one) => one.equals(issuer)))
  })
  const [first] = fitting
  const offered = fitting.map(({ cert }) => electronForm(cert))
  if (!first) return Promise.resolve(null)
  return new Promise((answer) => {
    const event = preventable({})
    const callback = (chosen?: Certificate | null) =>
      answer(chosen ? (fitting.find((_one, at) => offered[at]?.data === chosen.data) ?? null) : null)
    emitApp('select-client-certificate', event, null, place, offered, callback)
    if (!event.defaultPrevented) answer(first)
  })
}

/** A certificate as Electron hands it out; the issuer's own is not in the stand-in store. */
function electronForm(pem: string): Certificate {
  const read = new X509Certificate(pem)
  const [subject, issuer] = [principal(read.subject), principal(read.issuer)]
  return {
    data: read.toString(),
    fingerprint: `sha256/${Buffer.from(read.fingerprint256.replaceAll(':', ''), 'hex').toString('base64')}`,
    serialNumber: read.serialNumber,
    subject,
    issuer,
    subjectName: subject.commonName,
    issuerName: issuer.commonName,
    validStart: Date.parse(read.validFrom) / 1000,
    validExpiry: Date.parse(read.validTo) / 1000,
  } as Certificate
}

/** A distinguished name in the lines that Node gives it in. */
function principal(name: string): CertificatePrincipal {
  const all = (attribute: string) =>
    name.split('\n').flatMap((line) => (line.startsWith(`${attribute}=`) ? [line.slice(attribute.length + 1)] : []))
  return {
    commonName: all('CN')[0] ?? '',
    country: all('C')[0] ?? '',
    locality: all('L')[0] ?? '',
    state: all('ST')[0] ?? '',
    organizations: all('O'),
    organizationUnits: all('OU'),
  }
}
