import { Button, CloseButton, Text } from '@mantine/core'
import { IconCopy, IconX } from '@tabler/icons-react'
import type { RunChange, RunChangeDetail, RunSummary } from '../../../shared/model/run.ts'
import { sameJson } from '../../../shared/scim/diffs.ts'
import { changeWords } from '../../../shared/words/change-words.ts'
import { isPending, statusWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { DiffStack } from '../../components/diff.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { OutcomeMark } from '../../components/outcome.tsx'
import { useEscape } from '../../components/use-escape.ts'
import { useFormat } from '../../format.tsx'
import { detailText, timesWords } from './detail-text.ts'
import { ExchangeView } from './exchange-view.tsx'
import { OfferActions } from './offer-actions.tsx'
import classes from './run.module.css'

/** What a failure means for this change, in sentences; the account that was found is named and was not touched. */
function Meaning({ change }: { change: RunChange }) {
  const { failure, offer, note } = change
  if (!failure) return note ? <p className={classes.meaning}>{note}</p> : null
  const found =
    offer &&
    t(
      'Muster found it (account {account}, {active, select, yes {active} other {inactive}}, {known, select, yes {externalId {externalId}} other {no externalId}}) and did not touch it.',
      {
        account: offer.accountId,
        active: offer.active ? 'yes' : 'no',
        known: offer.externalId === null ? 'no' : 'yes',
        externalId: offer.externalId ?? '',
      },
    )
  const sentences = [
    t('What it means: {happened}', { happened: failure.happened }),
    failure.means,
    found,
    failure.todo,
    failure.detail && t('K2 said: “{detail}”.', { detail: failure.detail.replace(/\.$/, '') }),
  ]
  return (
    <p className={classes.meaning}>
      {sentences.filter(Boolean).join(' ')}{' '}
      <span className={classes.code}>
        {failure.code} · {failure.id}
      </span>
    </p>
  )
}

/** What reading the account back has shown, attribute by attribute. */
function ReadBack({ detail: { change, diff }, verified }: { detail: RunChangeDetail; verified: boolean }) {
  const { drift } = change
  if (isPending(change, verified)) {
    return (
      <p className={classes.meaning}>
        {change.resource === 'Group'
          ? t(
              'K2 accepted this change and does not show all members of the group, so nobody can tell whether it is as intended.',
            )
          : t(
              'K2 accepted this change and does not show the account yet. That is usual for some minutes; verify again later.',
            )}
      </p>
    )
  }
  if (drift === null) return null
  if (drift.length === 0) return <p className={classes.meaning}>{t('Read back: every attribute is as intended.')}</p>
  const isAsBefore = drift.every(({ path, before }) =>
    diff.some((each) => each.path === path && sameJson(each.before, before)),
  )
  return (
    <>
      <h3 className={classes.caption}>
        {isAsBefore && change.kind !== 'create'
          ? t(
              'Not as intended when it was read back: found, then intended. It is as it was before the push, so K2 may show the change later; verify again.',
            )
          : t('Not as intended when it was read back: found, then intended')}
      </h3>
      <DiffStack diff={drift} />
    </>
  )
}

/** One change of a run with everything kept about it: request and reply, what it means, what differs since. */
export function ChangeDetail(props: { run: RunSummary; change: number; onClose: () => void }) {
  const { onClose } = props
  const { connection, id: run } = props.run
  const format = useFormat()
  const copy = useAct('app', 'copy')
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
  const title = [change.name, changeWords[change.kind].within, change.status && statusWords(change.status)]
  return (
    <section className={classes.detail} aria-label={t('Details of {name}', { name: change.name })}>
      <header className={classes.detailHead}>
        <OutcomeMark outcome={change.outcome} />
        <h2 className={classes.detailTitle}>{title.filter(Boolean).join(' · ')}</h2>
        {personId !== null && change.failure?.code === 'scim-conflict' ? (
          <OfferActions key={change.id} connection={connection} change={change} person={personId} />
        ) : null}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={13} stroke={2} aria-hidden />}
          onClick={() => copy.mutate({ text: detailText(asked.data, run, format) })}
        >
          {copy.isSuccess ? t('Copied') : t('Copy details')}
        </Button>
        <CloseButton
          size="sm"
          aria-label={t('Close details')}
          icon={<IconX size={15} stroke={1.75} aria-hidden />}
          onClick={onClose}
        />
      </header>
      <p className={classes.meaning}>{timesWords(asked.data, format)}</p>
      <Meaning change={change} />
      {exchanges.map((exchange) => (
        <ExchangeView
          key={`${exchange.at} ${exchange.attempt} ${exchange.method} ${exchange.path}`}
          exchange={exchange}
        />
      ))}
      {exchanges.length === 0 ? (
        <Text fz="xs" c="dimmed">
          {t('No request was sent for this change.')}
        </Text>
      ) : null}
      <ReadBack detail={asked.data} verified={props.run.verified !== null} />
      {exchanges.length === 0 && diff.length > 0 ? (
        <>
          <h3 className={classes.caption}>{t('Planned')}</h3>
          <DiffStack diff={diff} />
        </>
      ) : null}
    </section>
  )
}
