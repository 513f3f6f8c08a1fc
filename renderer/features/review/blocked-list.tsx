import type { BlockedEntry, SkippedPerson } from '../../../shared/model/plan.ts'
import { t } from '../../../shared/words/text.ts'
import { BlockedReasons } from '../../components/blocked-reasons.tsx'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { Sentence } from '../../components/sentence.tsx'
import words from '../../components/words.module.css'
import { LinkButton } from './link-button.tsx'
import classes from './review.module.css'

/** Entries that are listed; the People screen has all people under its chips. */
const listed = 100

/** A picked person who is blocked. */
type BlockedPerson = BlockedEntry & { personId: number }
const isPerson = (entry: BlockedEntry): entry is BlockedPerson => entry.personId !== null && entry.accountId === null

/** Picked people who can't be pushed and picked accounts that can't be deleted, each with every reason and the ways out. */
export function BlockedList(props: {
  blocked: readonly BlockedEntry[]
  busy: boolean
  onDecide: (person: BlockedPerson) => void
  onSkip: (people: readonly BlockedPerson[]) => void
}) {
  const { blocked, busy, onDecide, onSkip } = props
  if (blocked.length === 0) return null
  const people = blocked.filter(isPerson)
  return (
    <Notice tone="bad" title={blockedTitle(people.length, blocked.length - people.length)}>
      <ScrollBox label={t('Blocked')} most={132}>
        <ul className={classes.blocked}>
          {blocked.slice(0, listed).map((entry) => (
            <li key={entry.accountId ?? entry.personId}>
              <bdi className={words.strong}>{entry.name}</bdi>: <BlockedReasons inline reasons={entry.reasons} />
              {isPerson(entry) ? (
                <Sentence
                  message="<decide>Decide</decide> or <skip>leave this person out</skip>"
                  values={{
                    decide: (inner) => (
                      <LinkButton
                        disabled={busy}
                        label={t('Decide about {name}', { name: entry.name })}
                        onClick={() => onDecide(entry)}
                      >
                        {inner}
                      </LinkButton>
                    ),
                    skip: (inner) => (
                      <LinkButton
                        disabled={busy}
                        label={t('Leave {name} out', { name: entry.name })}
                        onClick={() => onSkip([entry])}
                      >
                        {inner}
                      </LinkButton>
                    ),
                  }}
                />
              ) : null}
            </li>
          ))}
          {blocked.length > listed ? (
            <li>
              {people.length > 0
                ? t('and {count, number} more: see Blocked on the People screen', { count: blocked.length - listed })
                : t('and {count, number} more', { count: blocked.length - listed })}
            </li>
          ) : null}
        </ul>
      </ScrollBox>
      {people.length < 2 ? null : (
        <LinkButton disabled={busy} onClick={() => onSkip(people)}>
          {t('Leave all {count, number} people out', { count: people.length })}
        </LinkButton>
      )}
    </Notice>
  )
}

function blockedTitle(people: number, accounts: number): string {
  if (accounts === 0) {
    return t('{people, plural, one {# person is} other {# people are}} blocked and not part of the push', { people })
  }
  if (people === 0) {
    return t('{accounts, plural, one {# account is} other {# accounts are}} blocked and not part of the push', {
      accounts,
    })
  }
  return t(
    '{people, plural, one {# person} other {# people}} and {accounts, plural, one {# account} other {# accounts}} are blocked and not part of the push',
    { people, accounts },
  )
}

/** Picked people whom the admin has left out, and the way to take that back. */
export function SkippedList(props: {
  skipped: readonly SkippedPerson[]
  busy: boolean
  onUndo: (people: readonly SkippedPerson[]) => void
}) {
  const { skipped, busy, onUndo } = props
  if (skipped.length === 0) return null
  return (
    <Notice
      tone="info"
      title={t('You left {count, plural, one {# person} other {# people}} out', { count: skipped.length })}
    >
      <ScrollBox label={t('People left out')} most={80}>
        <ul className={classes.blocked}>
          {skipped.slice(0, listed).map((person) => (
            <li key={person.personId}>
              <bdi className={words.strong}>{person.name}</bdi>{' '}
              <LinkButton
                disabled={busy}
                label={t('Undo this decision: {name}', { name: person.name })}
                onClick={() => onUndo([person])}
              >
                {t('Undo this decision')}
              </LinkButton>
            </li>
          ))}
          {skipped.length > listed ? (
            <li>
              {t('and {count, number} more: see Left out on the People screen', { count: skipped.length - listed })}
            </li>
          ) : null}
        </ul>
      </ScrollBox>
      {skipped.length === 1 ? null : (
        <LinkButton disabled={busy} onClick={() => onUndo(skipped)}>
          {t('Undo for all {count, number}', { count: skipped.length })}
        </LinkButton>
      )}
    </Notice>
  )
}
