import type { ChangeKind, Diff } from '../../../shared/model/change.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Change } from '../../../shared/model/plan.ts'
import type { Outcome } from '../../../shared/model/run.ts'
import { attributeWords, valueText } from '../../../shared/words/attribute-words.ts'
import { changeWords, outcomeWord } from '../../../shared/words/change-words.ts'
import { html, type Markup } from './markup.ts'

/** Attributes that a row shows before it is opened. */
const shownAtFirst = 6

const kindLooks: Record<ChangeKind, Markup> = {
  create: html`<span class="badge teal">+ ${changeWords.create.word}</span>`,
  update: html`<span class="badge yellow">✎ ${changeWords.update.word}</span>`,
  reactivate: html`<span class="badge blue">↑ ${changeWords.reactivate.word}</span>`,
  deactivate: html`<span class="badge violet">↓ ${changeWords.deactivate.word}</span>`,
  delete: html`<span class="badge red">✕ ${changeWords.delete.word}</span>`,
  none: html`<span class="badge gray">= ${changeWords.none.word}</span>`,
}

const outcomeLooks: Record<Outcome, Markup> = {
  waiting: html`<span class="badge gray">… ${outcomeWord.waiting}</span>`,
  'under-way': html`<span class="badge gray">… ${outcomeWord['under-way']}</span>`,
  done: html`<span class="badge teal">✓ ${outcomeWord.done}</span>`,
  failed: html`<span class="badge red">✕ ${outcomeWord.failed}</span>`,
  stale: html`<span class="badge orange">! Not sent</span>`,
  'not-sent': html`<span class="badge gray">– ${outcomeWord['not-sent']}</span>`,
}

/** A kind of change as a badge: colour, sign and word. */
export const kindBadge = (kind: ChangeKind): Markup => kindLooks[kind]

/** An outcome as a badge. */
export const outcomeBadge = (outcome: Outcome): Markup => outcomeLooks[outcome]

/** Whom a change is about: the name above the sign-in name. */
export const who = ({ name, userName, resource }: Pick<Change, 'name' | 'userName' | 'resource'>): Markup =>
  html`<div class="name"><bdi>${name}</bdi></div>${userName === null || userName === name ? null : html`<div class="quiet"><bdi>${userName}</bdi></div>`}${resource === 'Group' && html`<div class="quiet">Group</div>`}`

/** What changes, before → after, an attribute a line; a long list opens and closes. */
export function diffLines(diffs: readonly Diff[]): Markup {
  if (diffs.length === 0) return html`<span class="quiet">–</span>`
  const lines = html`<ul class="lines">${diffs.map(changedLine)}</ul>`
  return diffs.length <= shownAtFirst
    ? lines
    : html`<details><summary>${diffs.length} attributes</summary>${lines}</details>`
}

/** What is not as intended, an attribute a line. */
export const driftLines = (drift: readonly Diff[]): Markup =>
  html`<ul class="lines">${drift.map(
    ({ path, before, after }) =>
      html`<li>${attributeWords(path)}: found ${value(before, 'del')}, intended ${value(after, 'ins')}</li>`,
  )}</ul>`

function changedLine({ path, before, after }: Diff): Markup {
  const name = attributeWords(path)
  const next = value(after, 'ins')
  return valueText(before) === ''
    ? html`<li>${name}: ${next}</li>`
    : html`<li>${name}: ${value(before, 'del')} → ${next}</li>`
}

function value(json: Json, as: 'del' | 'ins'): Markup {
  const text = valueText(json)
  if (text === '') return html`<span class="quiet">nothing</span>`
  return as === 'del' ? html`<del><bdi>${text}</bdi></del>` : html`<ins><bdi>${text}</bdi></ins>`
}
