import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeAuthority } from './certificates.ts'
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
  /** Says which certificates are in the store; `ada` and `workstation-7` are there to be put in. */
  install(...names: ('ada' | 'workstation-7')[]): void
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
  const install: CertifiedService['install'] = (...names) => {
    rmSync(certificates, { recursive: true, force: true })
    mkdirSync(certificates)
    for (const name of names) {
      copyFileSync(made[name].key, join(certificates, `${name}.key`))
      copyFileSync(made[name].cert, join(certificates, `${name}.pem`))
    }
  }
  install('ada', 'workstation-7')
  const server = `localhost:${front.port}`
  return {
    baseUrl: `https://${server}`,
    server,
    authority: services.file,
    clients,
    install,
    stop: () => front.stop(),
  }
}
