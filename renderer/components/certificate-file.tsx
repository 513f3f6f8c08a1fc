import { IconCertificate } from '@tabler/icons-react'
import type { FileGrant } from '../../shared/model/app.ts'
import { failureOf, useAct } from '../api.ts'
import { ErrorPanel } from './error-panel.tsx'
import { OpenFileButton } from './file-open.tsx'

/** Chooses the file of a certificate authority; main alone reads what is in it. */
export function CertificateFileButton({
  children,
  onChosen,
}: {
  /** What is on the button: `Add a certificate file`. */
  children: string
  onChosen: (file: FileGrant) => void
}) {
  const grant = useAct('files', 'grant', { onSuccess: onChosen })
  return (
    <>
      <OpenFileButton
        accept=".pem,.crt,.cer"
        icon={<IconCertificate size={16} stroke={1.75} aria-hidden />}
        busy={grant.isPending}
        onFile={(file) => grant.mutate(file)}
      >
        {children}
      </OpenFileButton>
      {grant.error ? <ErrorPanel failure={failureOf(grant.error)} /> : null}
    </>
  )
}
