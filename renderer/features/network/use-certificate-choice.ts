import { useState } from 'react'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { useAct } from '../../api.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { useShowNetwork } from './use-network.ts'

/** Stands for none among the choices; no fingerprint is like it. */
export const none = 'none'

/** The choice as it stands in a form, and what keeps it. `onKept`: once it is kept. */
export function useCertificateChoice(shown: ShownNetwork, onKept?: () => void) {
  const { id } = useConnection()
  const { showAndRetry } = useShowNetwork()
  const kept = shown.clientCertificate?.fingerprint ?? none
  /** Null while it is as it is kept, which another form may change. */
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? kept
  const present = useAct('network', 'present', {
    onSuccess: (after) => {
      showAndRetry(after)
      setChosen(null)
      onKept?.()
    },
  })
  return {
    value,
    present,
    changed: value !== kept,
    choose: (next: string) => {
      present.reset()
      setChosen(next)
    },
    keep: () => present.mutate({ connection: id, fingerprint: value === none ? null : value }),
  }
}
