import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { formatFor } from '../../../shared/words/locale-format.ts'
import { safetyWords, targetWords, whyWords } from '../../../shared/words/plan-words.ts'
import { spokenLocale } from '../../../shared/words/text.ts'
import { plannedOf } from '../intended.ts'
import { diffLines, kindBadge, who } from './change-markup.ts'
import type { ReportParts } from './evidence.ts'
import { html, type Markup } from './markup.ts'
import { factList, pageEnd, pageStart, section } from './page.ts'
import { blockedSection, groupProblemsSection, kindsIn, moreThan, warningsSection } from './plan-markup.ts'

/** Changes that are listed; the table has all of them. */
const listed = 2000

/** A frozen plan as a page that somebody else can read and approve. */
export function* planHtml(plan: PlanSummary, parts: ReportParts): Generator<Markup> {
  const { clock } = parts
  const format = formatFor(spokenLocale())
  const { number, count, dateTime, time } = format
  const all = plan.total + plan.leftOut
  const target = targetWords(parts.connection())
  yield pageStart({
    title: `Plan for ${target}`,
    lead: `${count(plan.total, 'change', 'changes')} to push · frozen ${dateTime(plan.frozenAt)} · nothing of it was sent when this was written`,
  })
  yield section('What would be pushed', [
    factList([
      ['Plan', html`<code>${plan.id}</code>`],
      ['Hash', html`<code>${plan.hash}</code>`],
      ['Connection', html`<bdi>${target}</bdi>`],
      ['Service', html`<bdi>${parts.connection().scim.baseUrl}</bdi>`],
      ['Frozen', dateTime(plan.frozenAt)],
      ['Can be pushed until', time(plan.expiresAt)],
      ['Undoes', plan.undoes === null ? null : html`run <code>${plan.undoes}</code>`],
      ['Safety', safetyWords(plan, format)],
      [
        'Asks for',
        plan.safety.typeToConfirm === null ? null : `“${plan.safety.typeToConfirm}” to be typed before the push`,
      ],
      ['No change needed', plan.unchanged === 0 ? null : count(plan.unchanged, 'person', 'people')],
    ]),
    html`<table class="counts"><thead><tr><th scope="col">Kind</th><th scope="col" class="figure">Changes</th></tr></thead><tbody>
${kindsIn(plan.counts).map((kind) => html`<tr><td>${kindBadge(kind)}</td><td class="figure">${number(plan.counts[kind])}</td></tr>\n`)}<tr><td><span class="badge gray">– Left out</span></td><td class="figure">${number(plan.leftOut)}</td></tr>
</tbody></table>`,
  ])
  yield warningsSection('Look at these before approving', plan, parts, format) ?? html``
  yield blockedSection(plan, format) ?? html``
  yield groupProblemsSection(plan, format) ?? html``
  yield html`<section>
<h2>Changes</h2>
<table class="changes"><thead><tr><th scope="col" class="number">No.</th><th scope="col" class="kind">Change</th><th scope="col" class="who">For</th><th scope="col" class="what">What changes</th><th scope="col" class="came">Why</th></tr></thead><tbody>
`
  let shown = 0
  for (const change of plannedOf(plan.id, parts)) {
    if (shown === listed) break
    shown++
    yield row(change)
  }
  yield html`</tbody></table>${moreThan(shown, all, format)}
</section>
`
  yield section(
    'Approval',
    html`<p>Whoever approves this plan approves the changes under the hash above. Muster pushes nothing else under that hash; a plan that is altered, or planned again, has another one.</p>
<div class="sign"><div>Name and signature</div><div>Date</div></div>`,
  )
  yield pageEnd(clock.now(), format, '')
}

function row(change: Change): Markup {
  const { id, kind, diff, leftOut } = change
  return html`<tr><td class="number quiet">${id}</td><td class="kind">${kindBadge(kind)}</td><td class="who">${who(change)}</td><td class="what">${diffLines(diff)}</td><td class="came">${leftOut ? html`<span class="badge gray">– Left out</span>` : whyWords(change)}</td></tr>
`
}
