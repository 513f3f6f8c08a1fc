import type { RunSummary } from '../../../shared/model/run.ts'
import { outcomeWord } from '../../../shared/words/change-words.ts'
import { type Format, formatFor } from '../../../shared/words/locale-format.ts'
import { targetWords } from '../../../shared/words/plan-words.ts'
import {
  driftedOf,
  isPending,
  needing,
  outcomeWords,
  runStatusWord,
  statusWords,
} from '../../../shared/words/run-words.ts'
import { spokenLocale, t } from '../../../shared/words/text.ts'
import { diffLines, driftLines, kindBadge, outcomeBadge, who } from './change-markup.ts'
import { type Evidence, evidenceOf, leftOutOf, type ReportedRun, type ReportParts, timesOf } from './evidence.ts'
import { html, htmlOf, type Markup } from './markup.ts'
import { factList, pageEnd, pageStart, section } from './page.ts'
import {
  blockedSection,
  groupProblemsSection,
  kindsIn,
  leftOutSection,
  moreThan,
  undoneRun,
  warningsSection,
} from './plan-markup.ts'
import { tallyOf } from './tally.ts'

/** Changes that are listed, of all and of those that need somebody; the table has all of them. */
const [listed, listedInFull] = [2000, 500]

const code = (inner: Markup) => html`<code>${inner}</code>`
const bdi = (inner: Markup) => html`<bdi>${inner}</bdi>`

/** A run as a page that somebody who was not there can read: who pushed what, and what came of it. */
export async function* runHtml(reported: ReportedRun, parts: ReportParts): AsyncGenerator<Markup> {
  const { run, plan } = reported
  const { clock, runChanges } = parts
  const format = formatFor(spokenLocale())
  const target = targetWords(parts.connection())
  yield pageStart({ title: t('Push to {target}', { target }), lead: leadOf(run, format) })
  yield section(t('What was pushed'), [
    factsOf(reported, target, parts, format),
    await countsOf(run, plan.leftOut, parts, format),
  ])
  yield section(t('Read back'), verifiedWords(run, format))
  yield warningsSection(t('Warnings that were accepted'), plan, parts) ?? html``

  const failed = needing(run)
  if (failed > 0) {
    yield html`<section>
<h2>${t('{failed, plural, one {# change} other {# changes}} did not get through', { failed })}</h2>
`
    let shown = 0
    for (const evidence of evidenceOf(run.id, parts, ['failed', 'stale'])) {
      if (shown++ === listedInFull) break
      yield failureEntry(evidence, format)
    }
    yield html`${moreThan(Math.min(failed, listedInFull), failed)}</section>
`
  }

  const drifted = runChanges.page(run.id, { terms: [], show: 'drifted' }, 0, listedInFull)
  if (drifted.total > 0) {
    yield section(
      t('{count, plural, one {# change is} other {# changes are}} not as intended', { count: drifted.total }),
      [
        html`<table class="changes"><thead><tr><th scope="col" class="number">${t('No.')}</th><th scope="col" class="kind">${t('Change')}</th><th scope="col" class="who">${t('For')}</th><th scope="col" class="what">${t('What differs')}</th></tr></thead><tbody>
${drifted.rows.map((change) => html`<tr><td class="number quiet">${change.id}</td><td class="kind">${kindBadge(change.kind)}</td><td class="who">${who(change)}</td><td class="what">${driftLines(change.drift ?? [])}</td></tr>\n`)}</tbody></table>`,
        moreThan(drifted.rows.length, drifted.total),
      ],
    )
  }

  yield html`<section>
<h2>${t('Every change')}</h2>
<table class="changes"><thead><tr><th scope="col" class="number">${t('No.')}</th><th scope="col" class="kind">${t('Change')}</th><th scope="col" class="who">${t('For')}</th><th scope="col" class="what">${t('Before → after')}</th><th scope="col" class="came">${t('What came of it')}</th></tr></thead><tbody>
`
  let shown = 0
  for (const evidence of evidenceOf(run.id, parts)) {
    if (shown === listed) break
    shown++
    yield row(evidence, run, format)
  }
  yield html`</tbody></table>${moreThan(shown, run.total)}
</section>
`
  yield leftOutSection(leftOutOf(run.id, parts), plan.leftOut) ?? html``
  yield blockedSection(plan) ?? html``
  yield groupProblemsSection(plan) ?? html``
  yield pageEnd(clock.now(), format, t('Every request and reply is in the JSON export of this run.'))
}

function leadOf(run: RunSummary, { number, dateTime }: Format): string {
  const failed = needing(run)
  return [
    t('{done, number} of {total, plural, one {# change} other {# changes}} done', {
      done: run.outcomes.done,
      total: run.total,
    }),
    ...(failed > 0 ? [t('{count} failed', { count: number(failed) })] : []),
    ...(run.outcomes['not-sent'] > 0 ? [t('{count} not sent', { count: number(run.outcomes['not-sent']) })] : []),
    t('pushed by {by} on {at}', { by: run.by, at: dateTime(run.startedAt) }),
  ].join(' · ')
}

function factsOf({ run, plan }: ReportedRun, target: string, parts: ReportParts, format: Format): Markup {
  const { date, dateTime, clock } = format
  const undoneBy = run.undoneBy === null ? null : parts.runs.get(run.undoneBy)
  return factList([
    [t('Pushed by'), html`<bdi>${run.by}</bdi>`],
    [t('Connection'), html`<bdi>${target}</bdi>`],
    [t('Service'), html`<bdi>${parts.connection().scim.baseUrl}</bdi>`],
    [t('Started'), `${date(run.startedAt)}, ${clock(run.startedAt)}`],
    [t('Ended'), run.endedAt === null ? null : `${date(run.endedAt)}, ${clock(run.endedAt)}`],
    [t('State'), runStatusWord[run.status]],
    [
      t('Run and plan'),
      htmlOf('<code>{run}</code>, reviewed and frozen {at}', { run: run.id, at: dateTime(plan.frozenAt), code }),
    ],
    [t('Hash of the plan'), html`<code>${run.planHash}</code>`],
    [t('Undoes'), run.undoes === null ? null : undoneRun(run.undoes)],
    [
      t('Undone'),
      run.undoneBy === null
        ? null
        : undoneBy === null
          ? htmlOf('by run <code>{run}</code>', { run: run.undoneBy, code })
          : htmlOf(
              'by run <code>{run}</code>, pushed by <bdi>{by}</bdi> on {at}: {done, number} of {total, plural, one {# change} other {# changes}} done',
              {
                run: run.undoneBy,
                by: undoneBy.by,
                at: dateTime(undoneBy.startedAt),
                done: undoneBy.outcomes.done,
                total: undoneBy.total,
                code,
                bdi,
              },
            ),
    ],
  ])
}

async function countsOf(run: RunSummary, leftOut: number, parts: ReportParts, { number }: Format): Promise<Markup> {
  const { tally, outcomes } = await tallyOf(run, parts.runChanges)
  const heads = outcomes.map((outcome) => html`<th scope="col" class="figure">${outcomeWord[outcome]}</th>`)
  const rows = kindsIn(run.kinds).map(
    (kind) =>
      html`<tr><td>${kindBadge(kind)}</td>${outcomes.map((outcome) => html`<td class="figure">${number(tally[kind][outcome])}</td>`)}<td class="figure">${number(run.kinds[kind])}</td></tr>\n`,
  )
  const left =
    leftOut === 0 ? null : html`<p class="quiet">${t('Left out before the push: {leftOut, number}.', { leftOut })}</p>`
  return html`<table class="counts"><thead><tr><th scope="col">${t('Kind')}</th>${heads}<th scope="col" class="figure">${t('Reviewed')}</th></tr></thead><tbody>
${rows}</tbody></table>${left}`
}

function verifiedWords({ verified }: RunSummary, { dateTime }: Format): Markup {
  if (verified === null) return html`<p>${t('The accounts have not been read back since the push.')}</p>`
  const { at, checked, asIntended, pending, unseen } = verified
  const drifted = driftedOf(verified)
  const tone = drifted + pending + unseen === 0 ? 'good' : 'warn'
  const first = htmlOf(
    'Read back on {at}: <strong>{asIntended, number} of {checked, number} are as intended</strong>.',
    {
      at: dateTime(at),
      asIntended,
      checked,
      strong: (inner) => html`<strong class="${tone}">${inner}</strong>`,
    },
  )
  const more = [
    ...(drifted > 0 ? [t('{drifted, number} differ; they are listed below.', { drifted })] : []),
    ...(pending > 0 ? [t('{pending, number} were accepted by K2 and could not be seen there yet.', { pending })] : []),
    ...(unseen > 0
      ? [t('{unseen, number} changes of groups can’t be judged, since K2 does not show all members.', { unseen })]
      : []),
  ]
  return html`<p>${first}${more.map((sentence) => html` ${sentence}`)}</p>`
}

function failureEntry({ change, planned, exchanges }: Evidence, { clock }: Format): Markup {
  const { failure, offer, kind, status, outcome } = change
  const { startedAt } = timesOf(exchanges)
  const found =
    offer &&
    html`<p>${htmlOf(
      'The account that is in the way: <code>{account}</code>, <bdi>{userName}</bdi>, {active, select, yes {active} other {inactive}}. It was not touched.',
      { account: offer.accountId, userName: offer.userName, active: offer.active ? 'yes' : 'no', code, bdi },
    )}</p>`
  return html`<div class="entry"><h3>${outcomeBadge(outcome)} ${kindBadge(kind)} <bdi>${planned.name}</bdi>${planned.userName !== null && html` <bdi class="quiet">${planned.userName}</bdi>`}</h3>
<p><strong>${t('What happened:')}</strong> ${failure?.happened ?? outcomeWord[outcome]}${status !== null && ` ${t('K2 answered {status}.', { status: statusWords(status) })}`}${failure?.detail && html` ${htmlOf('K2 said: “<bdi>{detail}</bdi>”', { detail: failure.detail, bdi })}`}</p>
${failure?.means && html`<p><strong>${t('What it means:')}</strong> ${failure.means}</p>`}
${failure && html`<p><strong>${t('What to do:')}</strong> ${failure.todo}</p>`}
${found}<p class="quiet">${t('Change {change}', { change: String(change.id) })}${startedAt !== null && ` · ${t('first request {at}', { at: clock(startedAt) })}`}${failure && html` · <code>${failure.code} · ${failure.id}</code>`}</p></div>
`
}

function row({ change, planned, diffs, exchanges }: Evidence, run: RunSummary, { clock }: Format): Markup {
  const { id, kind, outcome, attempts, drift } = change
  const verified = run.verified !== null
  const { startedAt } = timesOf(exchanges)
  const facts = [
    startedAt === null ? null : clock(startedAt),
    attempts > 1 ? t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts }) : null,
  ]
  const isOff = (drift !== null && drift.length > 0) || isPending(change, verified)
  return html`<tr><td class="number quiet">${id}</td><td class="kind">${kindBadge(kind)}</td><td class="who">${who(planned)}</td><td class="what">${diffLines(diffs)}</td><td class="came">${outcomeBadge(outcome)} <span class="${isOff ? 'warn' : 'quiet'}">${outcomeWords(change, verified)}</span><div class="quiet">${facts.filter(Boolean).join(' · ')}</div></td></tr>
`
}
