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
import { spokenLocale } from '../../../shared/words/text.ts'
import { diffLines, driftLines, kindBadge, outcomeBadge, who } from './change-markup.ts'
import { type Evidence, evidenceOf, leftOutOf, type ReportedRun, type ReportParts, timesOf } from './evidence.ts'
import { html, type Markup } from './markup.ts'
import { factList, pageEnd, pageStart, section } from './page.ts'
import {
  blockedSection,
  groupProblemsSection,
  kindsIn,
  leftOutSection,
  moreThan,
  warningsSection,
} from './plan-markup.ts'
import { tallyOf } from './tally.ts'

/** Changes that are listed, of all and of those that need somebody; the table has all of them. */
const [listed, listedInFull] = [2000, 500]

/** A run as a page that somebody who was not there can read: who pushed what, and what came of it. */
export async function* runHtml(reported: ReportedRun, parts: ReportParts): AsyncGenerator<Markup> {
  const { run, plan } = reported
  const { clock, runChanges } = parts
  const format = formatFor(spokenLocale())
  const target = targetWords(parts.connection())
  yield pageStart({ title: `Push to ${target}`, lead: leadOf(run, format) })
  yield section('What was pushed', [
    factsOf(reported, target, parts, format),
    await countsOf(run, plan.leftOut, parts, format),
  ])
  yield section('Read back', verifiedWords(run, format))
  yield warningsSection('Warnings that were accepted', plan, parts, format) ?? html``

  const failed = needing(run)
  if (failed > 0) {
    yield html`<section>
<h2>${format.count(failed, 'change', 'changes')} did not get through</h2>
`
    let shown = 0
    for (const evidence of evidenceOf(run.id, parts, ['failed', 'stale'])) {
      if (shown++ === listedInFull) break
      yield failureEntry(evidence, format)
    }
    yield html`${moreThan(Math.min(failed, listedInFull), failed, format)}</section>
`
  }

  const drifted = runChanges.page(run.id, { terms: [], show: 'drifted' }, 0, listedInFull)
  if (drifted.total > 0) {
    yield section(`${format.count(drifted.total, 'change is', 'changes are')} not as intended`, [
      html`<table class="changes"><thead><tr><th scope="col" class="number">No.</th><th scope="col" class="kind">Change</th><th scope="col" class="who">For</th><th scope="col" class="what">What differs</th></tr></thead><tbody>
${drifted.rows.map((change) => html`<tr><td class="number quiet">${change.id}</td><td class="kind">${kindBadge(change.kind)}</td><td class="who">${who(change)}</td><td class="what">${driftLines(change.drift ?? [])}</td></tr>\n`)}</tbody></table>`,
      moreThan(drifted.rows.length, drifted.total, format),
    ])
  }

  yield html`<section>
<h2>Every change</h2>
<table class="changes"><thead><tr><th scope="col" class="number">No.</th><th scope="col" class="kind">Change</th><th scope="col" class="who">For</th><th scope="col" class="what">Before → after</th><th scope="col" class="came">What came of it</th></tr></thead><tbody>
`
  let shown = 0
  for (const evidence of evidenceOf(run.id, parts)) {
    if (shown === listed) break
    shown++
    yield row(evidence, run, format)
  }
  yield html`</tbody></table>${moreThan(shown, run.total, format)}
</section>
`
  yield leftOutSection(leftOutOf(run.id, parts), plan.leftOut, format) ?? html``
  yield blockedSection(plan, format) ?? html``
  yield groupProblemsSection(plan, format) ?? html``
  yield pageEnd(clock.now(), format, 'Every request and reply is in the JSON export of this run.')
}

function leadOf(run: RunSummary, { count, number, dateTime }: Format): string {
  const failed = needing(run)
  return [
    `${number(run.outcomes.done)} of ${count(run.total, 'change', 'changes')} done`,
    ...(failed > 0 ? [`${number(failed)} failed`] : []),
    ...(run.outcomes['not-sent'] > 0 ? [`${number(run.outcomes['not-sent'])} not sent`] : []),
    `pushed by ${run.by} on ${dateTime(run.startedAt)}`,
  ].join(' · ')
}

function factsOf({ run, plan }: ReportedRun, target: string, parts: ReportParts, format: Format): Markup {
  const { date, dateTime, clock } = format
  const undoneBy = run.undoneBy === null ? null : parts.runs.get(run.undoneBy)
  return factList([
    ['Pushed by', html`<bdi>${run.by}</bdi>`],
    ['Connection', html`<bdi>${target}</bdi>`],
    ['Service', html`<bdi>${parts.connection().scim.baseUrl}</bdi>`],
    ['Started', `${date(run.startedAt)}, ${clock(run.startedAt)}`],
    ['Ended', run.endedAt === null ? null : `${date(run.endedAt)}, ${clock(run.endedAt)}`],
    ['State', runStatusWord[run.status]],
    ['Run and plan', html`<code>${run.id}</code>, reviewed and frozen ${dateTime(plan.frozenAt)}`],
    ['Hash of the plan', html`<code>${run.planHash}</code>`],
    ['Undoes', run.undoes === null ? null : html`run <code>${run.undoes}</code>`],
    [
      'Undone',
      run.undoneBy === null
        ? null
        : html`by run <code>${run.undoneBy}</code>${undoneBy && html`, pushed by <bdi>${undoneBy.by}</bdi> on ${dateTime(undoneBy.startedAt)}: ${format.number(undoneBy.outcomes.done)} of ${format.count(undoneBy.total, 'change', 'changes')} done`}`,
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
  const left = leftOut === 0 ? null : html`<p class="quiet">Left out before the push: ${number(leftOut)}.</p>`
  return html`<table class="counts"><thead><tr><th scope="col">Kind</th>${heads}<th scope="col" class="figure">Reviewed</th></tr></thead><tbody>
${rows}</tbody></table>${left}`
}

function verifiedWords({ verified }: RunSummary, { dateTime, number }: Format): Markup {
  if (verified === null) return html`<p>The accounts have not been read back since the push.</p>`
  const { at, checked, asIntended, pending, unseen } = verified
  const drifted = driftedOf(verified)
  return html`<p>Read back on ${dateTime(at)}: <strong class="${drifted + pending + unseen === 0 ? 'good' : 'warn'}">${number(asIntended)} of ${number(checked)} are as intended</strong>.${drifted > 0 && ` ${number(drifted)} differ; they are listed below.`}${pending > 0 && ` ${number(pending)} were accepted by K2 and could not be seen there yet.`}${unseen > 0 && ` ${number(unseen)} changes of groups can’t be judged, since K2 does not show all members.`}</p>`
}

function failureEntry({ change, planned, exchanges }: Evidence, { clock }: Format): Markup {
  const { failure, offer, kind, status, outcome } = change
  const { startedAt } = timesOf(exchanges)
  const found =
    offer &&
    html`<p>The account that is in the way: <code>${offer.accountId}</code>, <bdi>${offer.userName}</bdi>, ${offer.active ? 'active' : 'inactive'}. It was not touched.</p>`
  return html`<div class="entry"><h3>${outcomeBadge(outcome)} ${kindBadge(kind)} <bdi>${planned.name}</bdi>${planned.userName !== null && html` <bdi class="quiet">${planned.userName}</bdi>`}</h3>
<p><strong>What happened:</strong> ${failure?.happened ?? outcomeWord[outcome]}${status !== null && ` K2 answered ${statusWords(status)}.`}${failure?.detail && html` K2 said: “<bdi>${failure.detail}</bdi>”`}</p>
${failure?.means && html`<p><strong>What it means:</strong> ${failure.means}</p>`}
${failure && html`<p><strong>What to do:</strong> ${failure.todo}</p>`}
${found}<p class="quiet">Change ${change.id}${startedAt !== null && ` · first request ${clock(startedAt)}`}${failure && html` · <code>${failure.code} · ${failure.id}</code>`}</p></div>
`
}

function row({ change, planned, diffs, exchanges }: Evidence, run: RunSummary, { clock }: Format): Markup {
  const { id, kind, outcome, attempts, drift } = change
  const verified = run.verified !== null
  const { startedAt } = timesOf(exchanges)
  const facts = [startedAt === null ? null : clock(startedAt), attempts > 1 ? `${attempts} attempts` : null]
  const isOff = (drift !== null && drift.length > 0) || isPending(change, verified)
  return html`<tr><td class="number quiet">${id}</td><td class="kind">${kindBadge(kind)}</td><td class="who">${who(planned)}</td><td class="what">${diffLines(diffs)}</td><td class="came">${outcomeBadge(outcome)} <span class="${isOff ? 'warn' : 'quiet'}">${outcomeWords(change, verified)}</span><div class="quiet">${facts.filter(Boolean).join(' · ')}</div></td></tr>
`
}
