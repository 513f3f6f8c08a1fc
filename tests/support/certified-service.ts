import { mkdirSync } from 'node:fs'
import { fillStore, makeAuthority } from './certificates.ts'
import { startTlsFront } from './tls-front.ts'

/** A SCIM service that lets in whoever shows a certificate of its authority, and the stand-in store of a computer. */
export interface CertifiedService {
  readonly baseUrl: string
  /** `localhost:port` */
  readonly server: string
  /** The file of the authority of the service’s own certificate. */
  readonly authority: string
  /** Whom each request showed itself as, in the order in which they came. */
  readonly clients: readonly (string | null)[]
  /** Leaves this one certificate in the store. */
  install(name: 'ada' | 'workstation-7'): void
  stop(): Promise<void>
}

/**
 * Starts one in front of a plain service at `origin`; `folder` takes its files, and `certificates` is the folder of the store,
 * in which both certificates are from the start.
 */
export async function startCertifiedService(
  origin: string,
  folder: string,
  certificates: string,
): Promise<CertifiedService> {
  mkdirSync(folder, { recursive: true })
  const [services, users] = [makeAuthority(folder, 'services'), makeAuthority(folder, 'Contoso-Users')]
  const made = { ada: users.clientCertificate('ada'), 'workstation-7': users.clientCertificate('workstation-7') }
  const clients: (string | null)[] = []
  const front = await startTlsFront(origin, services.certificate('service', ['DNS:localhost']), {
    authority: users.file,
    required: true,
    onRequest: (client) => void clients.push(client),
  })
  fillStore(certificates, made)
  const server = `localhost:${front.port}`
  return {
    baseUrl: `https://${server}`,
    server,
    authority: services.file,
    clients,
    install: (name) => fillStore(certificates, { [name]: made[name] }),
    stop: () => front.stop(),
  }
}
