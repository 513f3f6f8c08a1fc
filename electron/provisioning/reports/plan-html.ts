import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { formatFor } from '../../../shared/words/locale-format.ts'
import { safetyWords, targetWords, whyWords } from '../../../shared/words/plan-words.ts'
import { spokenLocale, t } from '../../../shared/words/text.ts'
import { plannedOf } from '../intended.ts'
import { diffLines, kindBadge, who } from './change-markup.ts'
import type { ReportParts } from './evidence.ts'
import { html, type Markup } from './markup.ts'
import { factList, pageEnd, pageStart, section } from './page.ts'
import { blockedSection, groupProblemsSection, kindsIn, moreThan, undoneRun, warningsSection } from './plan-markup.ts'

/** Changes that are listed; the table has all of them. */
const listed = 2000

/** A frozen plan as a page that somebody else can read and approve. */
export function* planHtml(plan: PlanSummary, parts: ReportParts): Generator<Markup> {
  const { clock } = parts
  const format = formatFor(spokenLocale())
  const { number, dateTime, time } = format
  const all = plan.total + plan.leftOut
  const target = targetWords(parts.connection())
  yield pageStart({
    title: t('Plan for {target}', { target }),
    lead: [
      t('{count, plural, one {# change} other {# changes}} to push', { count: plan.total }),
      t('frozen {at}', { at: dateTime(plan.frozenAt) }),
      t('nothing of it was sent when this was written'),
    ].join(' · '),
  })
  yield section(t('What would be pushed'), [
    factList([
      [t('Plan'), html`<code>${plan.id}</code>`],
      [t('Hash'), html`<code>${plan.hash}</code>`],
      [t('Connection'), html`<bdi>${target}</bdi>`],
      [t('Service'), html`<bdi>${parts.connection().scim.baseUrl}</bdi>`],
      [t('Frozen'), dateTime(plan.frozenAt)],
      [t('Can be pushed until'), time(plan.expiresAt)],
      [t('Undoes'), plan.undoes === null ? null : undoneRun(plan.undoes)],
      [t('Safety'), safetyWords(plan, format)],
      [
        t('Asks for'),
        plan.safety.typeToConfirm === null
          ? null
          : t('“{typed}” to be typed before the push', { typed: plan.safety.typeToConfirm }),
      ],
      [
        t('No change needed'),
        plan.unchanged === 0 ? null : t('{count, plural, one {# person} other {# people}}', { count: plan.unchanged }),
      ],
    ]),
    html`<table class="counts"><thead><tr><th scope="col">${t('Kind')}</th><th scope="col" class="figure">${t('Changes')}</th></tr></thead><tbody>
${kindsIn(plan.counts).map((kind) => html`<tr><td>${kindBadge(kind)}</td><td class="figure">${number(plan.counts[kind])}</td></tr>\n`)}<tr><td><span class="badge gray">– ${t('Left out')}</span></td><td class="figure">${number(plan.leftOut)}</td></tr>
</tbody></table>`,
  ])
  yield warningsSection(t('Look at these before approving'), plan, parts) ?? html``
  yield blockedSection(plan) ?? html``
  yield groupProblemsSection(plan) ?? html``
  yield html`<section>
<h2>${t('Changes')}</h2>
<table class="changes"><thead><tr><th scope="col" class="number">${t('No.')}</th><th scope="col" class="kind">${t('Change')}</th><th scope="col" class="who">${t('For')}</th><th scope="col" class="what">${t('What changes')}</th><th scope="col" class="came">${t('Why')}</th></tr></thead><tbody>
`
  let shown = 0
  for (const change of plannedOf(plan.id, parts)) {
    if (shown === listed) break
    shown++
    yield row(change)
  }
  yield html`</tbody></table>${moreThan(shown, all)}
</section>
`
  yield section(
    t('Approval'),
    html`<p>${t('Whoever approves this plan approves the changes under the hash above. Muster pushes nothing else under that hash; a plan that is altered, or planned again, has another one.')}</p>
<div class="sign"><div>${t('Name and signature')}</div><div>${t('Date')}</div></div>`,
  )
  yield pageEnd(clock.now(), format, null)
}

function row(change: Change): Markup {
  const { id, kind, diff, leftOut } = change
  return html`<tr><td class="number quiet">${id}</td><td class="kind">${kindBadge(kind)}</td><td class="who">${who(change)}</td><td class="what">${diffLines(diff)}</td><td class="came">${leftOut ? html`<span class="badge gray">– ${t('Left out')}</span>` : whyWords(change)}</td></tr>
`
}
