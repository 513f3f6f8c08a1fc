/*
 * Signature: <ErrorPanel failure={failureOf(error)} retry={() => …} retryLabel="Try again" actions={…} />
 */
import { Button, Text } from '@mantine/core'
import { IconCertificate, IconCopy, IconLogin2, IconPlugConnected } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext } from 'react'
import { type ErrorCode, type Failure, inOurWords, networkCodes } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import { useAct } from '../api.ts'
import { Notice } from './notice.tsx'

/** A failure as text for a support case: no secret is ever in it. */
function failureText(failure: Failure): string {
  const lines = [
    `${failure.code} (${failure.id})`,
    failure.happened,
    failure.means,
    failure.todo,
    failure.where && t('Where: {where}', { where: failure.where }),
    failure.status && t('Status: {status}', { status: failure.status }),
    failure.detail && t('Detail: {detail}', { detail: failure.detail }),
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
      <span aria-live="polite">{copy.isSuccess ? t('Copied') : t('Copy details')}</span>
    </Button>
  )
}

/** Ways on for failures of the network; null where a failure is about another server, or the way is shown already. */
interface NetworkWays {
  /** To the test of the connection. */
  readonly test: (() => void) | null
  /** To the sign-in to a proxy, `host:port`. */
  readonly signIn: ((proxy: string) => void) | null
  /** To the choice of a certificate of this computer. */
  readonly certificate: (() => void) | null
}

/** See {@link NetworkWays}. */
export const NetworkWaysOn = createContext<NetworkWays>({ test: null, signIn: null, certificate: null })

/** Failures that another certificate may mend. */
const ofTheCertificate: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'client-certificate-wanted',
  'client-certificate-gone',
  'client-certificate-expired',
  'client-certificate-refused',
])

/** Offers what helps with a failure of the way to the connection's servers. */
function NetworkButtons({ failure: { code, where } }: { failure: Failure }) {
  const { test, signIn, certificate } = useContext(NetworkWaysOn)
  if (!networkCodes.has(code)) return null
  return (
    <>
      {signIn && where && code === 'proxy-credentials' ? (
        <Button
          variant="default"
          leftSection={<IconLogin2 size={15} stroke={1.75} aria-hidden />}
          onClick={() => signIn(where)}
        >
          {t('Sign in to the proxy…')}
        </Button>
      ) : null}
      {certificate && ofTheCertificate.has(code) ? (
        <Button
          variant="default"
          leftSection={<IconCertificate size={15} stroke={1.75} aria-hidden />}
          onClick={certificate}
        >
          {t('Choose a certificate…')}
        </Button>
      ) : null}
      {test ? (
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={15} stroke={1.75} aria-hidden />}
          onClick={test}
        >
          {t('Test the connection')}
        </Button>
      ) : null}
    </>
  )
}

/** The sentences of a failure: what it means, what to do, and what the other side said. */
export function FailureWords(props: { failure: Failure }) {
  const failure = inOurWords(props.failure)
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
  const { retry, retryLabel = t('Try again'), actions } = props
  const failure = inOurWords(props.failure)
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
          <NetworkButtons failure={failure} />
          <CopyDetails failure={failure} />
        </>
      }
    >
      <FailureWords failure={failure} />
    </Notice>
  )
}
