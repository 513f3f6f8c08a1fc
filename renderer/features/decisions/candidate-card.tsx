import { Button, VisuallyHidden } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { Candidate } from '../../../shared/model/decision.ts'
import { attributeWords, shortPath } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import { ActiveBadge } from '../../components/status-badge.tsx'
import { candidateWords, claimedWords, effectWords } from './decision-words.ts'
import classes from './decisions.module.css'

/** Attributes that are shown also where they agree: people tell each other by them. */
const always = /^(userName|externalId|displayName|emails\[work\])$/i

function Compared({ of, compared, name }: { of: string; compared: Candidate['compared']; name: string }) {
  const shown = compared.filter(({ path, same }) => !same || always.test(shortPath(path)))
  const rest = compared.length - shown.length
  return (
    <>
      <table className={classes.compared}>
        <VisuallyHidden component="caption">
          {t('{name} beside the account {account}', { name, account: of })}
        </VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">{t('Source')}</th>
            <th scope="col">{t('K2')}</th>
          </tr>
        </thead>
        {shown.map(({ path, person, account, same }) => (
          <tbody key={path} data-differs={same ? undefined : true}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {same ? (
                  [attributeWords(path), t('the same')].join(' · ')
                ) : (
                  <>
                    {attributeWords(path)}
                    <span className={classes.mark}>
                      ≠<VisuallyHidden> {t('differs')}</VisuallyHidden>
                    </span>
                  </>
                )}
              </th>
            </tr>
            <tr>
              <td colSpan={same ? 2 : undefined}>
                <bdi>{person}</bdi>
              </td>
              {same ? null : (
                <td>{account === null ? <span className={classes.none}>{t('none')}</span> : <bdi>{account}</bdi>}</td>
              )}
            </tr>
          </tbody>
        ))}
      </table>
      {rest > 0 ? (
        <p className={classes.note}>
          {t('{count, plural, one {# more is} other {# more are}} the same.', { count: rest })}
        </p>
      ) : null}
    </>
  )
}

/** One account held against the person, with why it could be theirs and what linking would do. */
export function CandidateCard(props: {
  name: string
  candidate: Candidate
  linked: boolean
  busy: boolean
  onLink: () => void
}) {
  const { candidate, linked, busy, onLink, name } = props
  const { account, why, claimedBy, compared, link } = candidate
  const isHint = why.length === 1 && why[0] === 'email'
  return (
    <article className={classes.candidate} aria-label={t('Account {id}', { id: account.userName })}>
      <header className={classes.candidateHead}>
        <bdi className={classes.userName}>{account.userName}</bdi>
        <ActiveBadge active={account.active} />
      </header>
      <p className={classes.note}>
        <Sentence message="Account {id}" values={{ id: <bdi>{account.id}</bdi> }} />
      </p>
      <p className={isHint ? classes.hint : classes.why}>{candidateWords(why)}</p>
      {claimedBy.map((other) => (
        <p key={other.id} className={classes.note}>
          <bdi>{claimedWords(other)}</bdi>
        </p>
      ))}
      <Compared of={account.userName} name={name} compared={compared} />
      {link === null || linked ? null : (
        <>
          <p className={classes.note}>{effectWords(link)}</p>
          <Button
            variant="light"
            className={classes.act ?? ''}
            disabled={busy}
            leftSection={<IconLink size={15} stroke={1.75} aria-hidden />}
            aria-label={t('Link to this account: {account}', { account: account.userName })}
            onClick={onLink}
          >
            {t('Link to this account')}
          </Button>
        </>
      )}
    </article>
  )
}
