import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of PEM files. */
export interface KeyAndCertificate {
  readonly key: string
  readonly cert: string
}

/** A certificate authority made for one test, and what it signs. Paths of PEM files. */
export interface TestAuthority {
  /** The authority's own certificate. */
  readonly file: string
  /** A certificate for a server: its names (`DNS:localhost`, `IP:127.0.0.1`) and from how many days ago until when it is valid. */
  certificate(name: string, names: readonly string[], days?: { from: number; until: number }): KeyAndCertificate
  /** A certificate that a client shows to servers. */
  clientCertificate(name: string, days?: { from: number; until: number }): KeyAndCertificate
}

/** Makes a folder the stand-in store of a computer with these certificates in it, by their names, and nothing else. */
export function fillStore(store: string, certificates: Readonly<Record<string, KeyAndCertificate>>): void {
  rmSync(store, { recursive: true, force: true })
  mkdirSync(store)
  for (const [name, { key, cert }] of Object.entries(certificates)) {
    copyFileSync(key, join(store, `${name}.key`))
    copyFileSync(cert, join(store, `${name}.pem`))
  }
}

const day = 86_400_000
/** As openssl takes dates: `20260131000000Z`. */
const dateOf = (days: number): string =>
  `${new Date(Date.now() + days * day).toISOString().replace(/\D/g, '').slice(0, 14)}Z`

/** Makes an authority in a folder by the openssl command: Node can read certificates and not make them. */
export function makeAuthority(folder: string, label = 'authority'): TestAuthority {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const key = `${label}.key`
  const file = `${label}.pem`
  /** Makes a key and, to `out`, what asks for a certificate of it; or one that it signs itself, when `more` says so. */
  const request = (keyOut: string, out: string, name: string, ...more: string[]) => {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
    openssl('req', ...curve, '-keyout', keyOut, '-out', out, '-subj', `/CN=${name}`, ...more)
  }
  request(key, file, `Test ${label}`, '-x509', '-days', '30', '-addext', 'keyUsage=critical,keyCertSign')
  const sign = (
    usage: 'serverAuth' | 'clientAuth',
    name: string,
    names: readonly string[],
    { from, until } = { from: -1, until: 30 },
  ): KeyAndCertificate => {
    const made = { key: `${name}.key`, request: `${name}.csr`, cert: `${name}.pem`, config: `${name}.cnf` }
    const index = `${name}.index`
    writeFileSync(join(folder, index), '')
    writeFileSync(
      join(folder, made.config),
      `[ca]\ndefault_ca=own\n[own]\ndatabase=${index}\nnew_certs_dir=.\ncertificate=${file}\nprivate_key=${key}\n` +
        `rand_serial=yes\ndefault_md=sha256\npolicy=any\nx509_extensions=server\nunique_subject=no\n[any]\ncommonName=supplied\n` +
        `[server]\nsubjectAltName=${names.join(',')}\nextendedKeyUsage=${usage}\n`,
    )
    request(made.key, made.request, name)
    const valid = ['-startdate', dateOf(from), '-enddate', dateOf(until)]
    openssl('ca', '-batch', '-notext', '-config', made.config, '-in', made.request, '-out', made.cert, ...valid)
    return { key: join(folder, made.key), cert: join(folder, made.cert) }
  }
  return {
    file: join(folder, file),
    certificate: (name, names, days) => sign('serverAuth', name, names, days),
    clientCertificate: (name, days) => sign('clientAuth', name, [`email:${name}@contoso.example`], days),
  }
}
