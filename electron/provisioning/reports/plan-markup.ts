import { type ChangeKind, changeKinds } from '../../../shared/model/change.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import { groupProblemName, groupProblemsTitle, groupProblemWords } from '../../../shared/words/group-words.ts'
import { warningReason, warningsInOrder, warningTitle } from '../../../shared/words/plan-words.ts'
import { t } from '../../../shared/words/text.ts'
import type { ChangeContent } from '../../store/plans.ts'
import { diffLines, kindBadge, who } from './change-markup.ts'
import type { ReportParts } from './evidence.ts'
import { html, htmlOf, type Markup } from './markup.ts'
import { section } from './page.ts'

/** People and changes that are named one by one in a short list. */
const named = 200

/** The changes that carry a warning, by warning, with its reason. */
export function warningsSection(heading: string, plan: PlanSummary, parts: ReportParts): Markup | null {
  const kinds = warningsInOrder.filter((warning) => (plan.warnings[warning] ?? 0) > 0)
  if (kinds.length === 0) return null
  const some = parts.plans.warned(plan.id, named)
  const entries = kinds.map((warning) => {
    const carrying = some.filter(({ warnings }) => warnings.includes(warning))
    const count = plan.warnings[warning] ?? carrying.length
    const rows = carrying.map(
      (change) => html`<tr><td>${change.id}</td><td>${who(change)}</td><td>${diffLines(change.diff)}</td></tr>\n`,
    )
    return html`<div class="entry"><h3 class="warn">${warningTitle(warning, count)}</h3>
<p>${warningReason(warning)}</p>
<table><thead><tr><th scope="col">${t('Change')}</th><th scope="col">${t('Name')}</th><th scope="col">${t('What changes')}</th></tr></thead><tbody>
${rows}</tbody></table>${moreThan(carrying.length, count)}</div>
`
  })
  return section(heading, entries)
}

/** Picked people for whom nothing could be planned, each with every reason. */
export function blockedSection({ blocked }: PlanSummary): Markup | null {
  if (blocked.length === 0) return null
  const items = blocked
    .slice(0, named)
    .map(
      ({ name, reasons: each }) =>
        html`<li><bdi class="name">${name}</bdi>: ${each.map((reason) => blockedWords(reason).happened).join(' ')}</li>\n`,
    )
  return section(
    t('{count, plural, one {# person is} other {# people are}} blocked and not part of it', { count: blocked.length }),
    [html`<ul class="lines">${items}</ul>`, moreThan(items.length, blocked.length)],
  )
}

/** Groups whose members the plan leaves alone, each with the reason. */
export function groupProblemsSection({ groupProblems }: PlanSummary): Markup | null {
  if (groupProblems.length === 0) return null
  const items = groupProblems
    .slice(0, named)
    .map(
      (problem) => html`<li><bdi class="name">${groupProblemName(problem)}</bdi>: ${groupProblemWords(problem)}</li>\n`,
    )
  return section(groupProblemsTitle(groupProblems), [
    html`<ul class="lines">${items}</ul>`,
    moreThan(items.length, groupProblems.length),
  ])
}

/** What was taken out of the plan before it was pushed. */
export function leftOutSection(changes: Iterable<ChangeContent>, total: number): Markup | null {
  if (total === 0) return null
  const rows: Markup[] = []
  for (const change of changes) {
    if (rows.length === named) break
    rows.push(html`<tr><td>${change.id}</td><td>${kindBadge(change.kind)}</td><td>${who(change)}</td></tr>\n`)
  }
  return section(t('{count, plural, one {# change was} other {# changes were}} left out', { count: total }), [
    html`<table><thead><tr><th scope="col">${t('Change')}</th><th scope="col">${t('Kind')}</th><th scope="col">${t('Person')}</th></tr></thead><tbody>
${rows}</tbody></table>`,
    moreThan(rows.length, total),
  ])
}

/** The kinds that occur, in their usual order. */
export const kindsIn = (counts: Readonly<Record<ChangeKind, number>>): readonly ChangeKind[] =>
  changeKinds.filter((kind) => counts[kind] > 0)

/** Says how many more there are than are shown, and where. */
export const moreThan = (shown: number, total: number): Markup =>
  total > shown
    ? html`<p class="quiet">${t('And {count, number} more: see the table (CSV).', { count: total - shown })}</p>`
    : html``

/** The run that a plan or a run undoes. */
export const undoneRun = (run: string): Markup =>
  htmlOf('run <code>{run}</code>', { run, code: (inner) => html`<code>${inner}</code>` })
