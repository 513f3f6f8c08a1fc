/*
 * Signature: <ErrorPanel failure={failureOf(error)} retry={() => …} retryLabel="Try again" actions={…} />
 */
import { Button, Text } from '@mantine/core'
import { IconCopy, IconPlugConnected } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext } from 'react'
import { type Failure, networkCodes } from '../../shared/errors.ts'
import { useAct } from '../api.ts'
import { Notice } from './notice.tsx'

/** A failure as text for a support case: no secret is ever in it. */
function failureText(failure: Failure): string {
  const lines = [
    `${failure.code} (${failure.id})`,
    failure.happened,
    failure.means,
    failure.todo,
    failure.where && `Where: ${failure.where}`,
    failure.status && `Status: ${failure.status}`,
    failure.detail && `Detail: ${failure.detail}`,
  ]
  return lines.filter(Boolean).join('\n')
}

/** Puts a failure's details on the clipboard, and says so. */
function CopyDetails({ failure }: { failure: Failure }) {
  const copy = useAct('app', 'copy')
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={15} stroke={1.75} aria-hidden />}
      onClick={() => copy.mutate({ text: failureText(failure) })}
    >
      <span aria-live="polite">{copy.isSuccess ? 'Copied' : 'Copy details'}</span>
    </Button>
  )
}

/** Leads to the test of the connection; null where a failure is about another server, or the test is already shown. */
export const ConnectionTestOffer = createContext<(() => void) | null>(null)

/** Offers the test of the connection for a failure of the way to its servers. */
function OfferTest({ failure }: { failure: Failure }) {
  const offer = useContext(ConnectionTestOffer)
  if (!offer || !networkCodes.has(failure.code)) return null
  return (
    <Button variant="default" leftSection={<IconPlugConnected size={15} stroke={1.75} aria-hidden />} onClick={offer}>
      Test the connection
    </Button>
  )
}

/** The sentences of a failure: what it means, what to do, and what the other side said. */
export function FailureWords({ failure }: { failure: Failure }) {
  const said = [failure.where, failure.detail].filter(Boolean).join(': ')
  return (
    <>
      <div>
        {failure.means ? `${failure.means} ` : ''}
        {failure.todo}
      </div>
      {said ? (
        <Text fz="xs" ff="monospace">
          {said}
        </Text>
      ) : null}
      <Text fz="xs">
        {failure.code} · {failure.id}
      </Text>
    </>
  )
}

/** A failure in full: what happened, what it means, what to do, its code and id, and a way on. */
export function ErrorPanel(props: {
  failure: Failure
  retry?: (() => void) | undefined
  retryLabel?: string
  /** More ways on, before the others. */
  actions?: ReactNode
}) {
  const { failure, retry, retryLabel = 'Try again', actions } = props
  return (
    <Notice
      tone="bad"
      urgent
      title={failure.happened}
      actions={
        <>
          {actions}
          {retry ? (
            <Button variant="default" onClick={retry}>
              {retryLabel}
            </Button>
          ) : null}
          <OfferTest failure={failure} />
          <CopyDetails failure={failure} />
        </>
      }
    >
      <FailureWords failure={failure} />
    </Notice>
  )
}
