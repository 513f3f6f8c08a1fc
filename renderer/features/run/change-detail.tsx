import { CloseButton, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RunChange } from '../../../shared/model/run.ts'
import { failureOf, useCall } from '../../api.ts'
import { changeWords } from '../../components/change-words.ts'
import { DiffStack } from '../../components/diff.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { OutcomeMark } from '../../components/outcome.tsx'
import { useEscape } from '../../components/use-escape.ts'
import { ExchangeView } from './exchange-view.tsx'
import { OfferActions } from './offer-actions.tsx'
import classes from './run.module.css'
import { statusWords } from './run-words.ts'

/** What a failure means for this change, in sentences; the account that was found is named and was not touched. */
function Meaning({ change }: { change: RunChange }) {
  const { failure, offer, note } = change
  if (!failure) return note ? <p className={classes.meaning}>{note}</p> : null
  const found = offer
    ? ` Muster found it (account ${offer.accountId}, ${offer.active ? 'active' : 'inactive'}, ${
        offer.externalId === null ? 'no externalId' : `externalId ${offer.externalId}`
      }) and did not touch it.`
    : ''
  return (
    <p className={classes.meaning}>
      What it means: {failure.happened}
      {failure.means ? ` ${failure.means}` : ''}
      {found} {failure.todo}
      {failure.detail ? ` K2 said: “${failure.detail.replace(/\.$/, '')}”.` : ''}{' '}
      <span className={classes.code}>
        {failure.code} · {failure.id}
      </span>
    </p>
  )
}

/** One change of a run with everything kept about it: request and reply, what it means, what differs since. */
export function ChangeDetail(props: { connection: string; run: string; change: number; onClose: () => void }) {
  const { connection, run, onClose } = props
  const asked = useCall(
    'runs',
    'change',
    { connection, run, change: props.change },
    { placeholderData: (previous) => previous },
  )
  useEscape(onClose)
  if (asked.error) return <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} />
  if (!asked.data) return null
  const { change, personId, diff, exchanges } = asked.data
  const title = [change.name, changeWords[change.kind].word.toLowerCase(), change.status && statusWords(change.status)]
  return (
    <section className={classes.detail} aria-label={`Details of ${change.name}`}>
      <header className={classes.detailHead}>
        <OutcomeMark outcome={change.outcome} />
        <h2 className={classes.detailTitle}>{title.filter(Boolean).join(' · ')}</h2>
        {personId !== null && change.failure?.code === 'scim-conflict' ? (
          <OfferActions key={change.id} connection={connection} change={change} person={personId} />
        ) : null}
        <CloseButton
          size="sm"
          aria-label="Close details"
          icon={<IconX size={15} stroke={1.75} aria-hidden />}
          onClick={onClose}
        />
      </header>
      <Meaning change={change} />
      {exchanges.map((exchange) => (
        <ExchangeView
          key={`${exchange.at} ${exchange.attempt} ${exchange.method} ${exchange.path}`}
          exchange={exchange}
        />
      ))}
      {exchanges.length === 0 ? (
        <Text fz="xs" c="dimmed">
          No request was sent for this change.
        </Text>
      ) : null}
      {change.drift !== null && change.drift.length > 0 ? (
        <>
          <h3 className={classes.caption}>Not as intended when it was read back: intended, then found</h3>
          <DiffStack diff={change.drift} />
        </>
      ) : null}
      {exchanges.length === 0 && diff.length > 0 ? (
        <>
          <h3 className={classes.caption}>Planned</h3>
          <DiffStack diff={diff} />
        </>
      ) : null}
    </section>
  )
}
