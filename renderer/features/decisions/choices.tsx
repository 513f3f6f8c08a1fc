import { Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconPlus, IconUserPause } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Candidates } from '../../../shared/model/decision.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useLate } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { CandidateCard } from './candidate-card.tsx'
import { decidedWords, effectWords } from './decision-words.ts'
import classes from './decisions.module.css'
import { useResolve } from './use-resolve.ts'

const icon = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

/** What was decided, and the way to take it back. */
function Decided(props: { found: Candidates; busy: boolean; onUndo: () => void }) {
  const { found, busy, onUndo } = props
  const format = useFormat()
  if (found.decided === null) return null
  const names = new Map(found.candidates.map(({ account }) => [account.id, account.userName]))
  return (
    <div className={classes.decided} role="status">
      <p>{decidedWords(found.decided, names, format)}</p>
      <Button variant="default" disabled={busy} leftSection={<IconArrowBackUp {...icon} />} onClick={onUndo}>
        {t('Undo this decision')}
      </Button>
    </div>
  )
}

/** Making a new account, unless that is what was decided or would be done anyway. */
function NewAccount(props: { found: Candidates; blocked: boolean; busy: boolean; onCreate: () => void }) {
  const { found, blocked, busy, onCreate } = props
  const { create, candidates, decided } = found
  if (decided?.decision.kind === 'create' || (candidates.length === 0 && !blocked)) return null
  if (create.blocked.length > 0) {
    return candidates.length === 0 ? null : (
      <p className={classes.note}>{[t('A new account can’t be made.'), effectWords(create)].join(' ')}</p>
    )
  }
  return (
    <div className={classes.choice}>
      <Button
        variant="default"
        className={classes.act ?? ''}
        disabled={busy}
        leftSection={<IconPlus {...icon} />}
        onClick={onCreate}
      >
        {t('Make a new account')}
      </Button>
      <p className={classes.note}>
        {[
          candidates.length === 0
            ? t('This person is meant.')
            : candidates.length === 1
              ? t('That account is not theirs.')
              : t('None of these accounts is theirs.'),
          effectWords(create),
        ].join(' ')}
      </p>
    </div>
  )
}

/** The other choices of somebody about whom all is decided: there, and not in the way. */
function Otherwise({ folded, children }: { folded: boolean; children: ReactNode }) {
  if (!folded) return children
  return (
    <details className={classes.otherwise}>
      <summary>{t('Decide otherwise')}</summary>
      <div className={classes.choices}>{children}</div>
    </details>
  )
}

/**
 * Everything the admin can decide about one person: each account that could be theirs held against them, a new account,
 * leaving them out, and taking a decision back. `blocked` when nothing can be pushed for the person as they are.
 */
export function Choices(props: { connection: string; id: number; blocked: boolean; onResolved?: () => void }) {
  const { connection, id, blocked, onResolved } = props
  const frame = useRef<HTMLElement>(null)
  const answered = useRef(false)
  const asked = useCall('people', 'candidates', { connection, id })
  const late = useLate(asked.isPending)
  const { resolve, resolving, failure } = useResolve(connection, () => {
    answered.current = true
    onResolved?.()
  })
  useLayoutEffect(() => {
    if (!answered.current) return
    // The button that was pressed may be gone; the keyboard goes where the answer is.
    answered.current = false
    frame.current?.focus({ preventScroll: true })
  })
  if (asked.error) return <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} />
  const found = asked.data
  if (!found) return late ? <Skeleton h={120} role="status" aria-label={t('Looking for accounts')} /> : null
  const decided = found.decided?.decision
  const linkedTo = decided?.kind === 'link' ? decided.account : null
  return (
    <section
      ref={frame}
      tabIndex={-1}
      className={classes.choices}
      aria-label={t('Decide about {name}', { name: found.name })}
    >
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Decided found={found} busy={resolving} onUndo={() => resolve([id], null)} />
      {decided?.kind === 'skip' ? null : (
        <Otherwise folded={decided !== undefined && !blocked}>
          <div className={classes.candidates}>
            {found.candidates.map((candidate) => (
              <CandidateCard
                key={candidate.account.id}
                name={found.name}
                candidate={candidate}
                linked={candidate.account.id === linkedTo}
                busy={resolving}
                onLink={() => resolve([id], { kind: 'link', account: candidate.account.id })}
              />
            ))}
          </div>
          {found.more > 0 ? (
            <p className={classes.note}>
              {t('{count, plural, one {# more account has} other {# more accounts have}} the same e-mail address.', {
                count: found.more,
              })}
            </p>
          ) : null}
          <NewAccount
            found={found}
            blocked={blocked}
            busy={resolving}
            onCreate={() => resolve([id], { kind: 'create', not: found.candidates.map(({ account }) => account.id) })}
          />
          <div className={classes.choice}>
            <Button
              variant="default"
              className={classes.act ?? ''}
              disabled={resolving}
              leftSection={<IconUserPause {...icon} />}
              onClick={() => resolve([id], { kind: 'skip' })}
            >
              {t('Leave this person out')}
            </Button>
            <p className={classes.note}>{t('Nothing is pushed for them until you undo it.')}</p>
          </div>
        </Otherwise>
      )}
    </section>
  )
}
