import type { ChangeKind, Diff } from '../../../shared/model/change.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Change } from '../../../shared/model/plan.ts'
import type { Outcome } from '../../../shared/model/run.ts'
import { attributeWords, valueText } from '../../../shared/words/attribute-words.ts'
import { changeWords, outcomeWord } from '../../../shared/words/change-words.ts'
import { t } from '../../../shared/words/text.ts'
import { html, htmlOf, type Markup } from './markup.ts'

/** Attributes that a row shows before it is opened. */
const shownAtFirst = 6

/** A colour and a sign. */
type Look = readonly [tone: string, sign: string]

const kindLooks: Record<ChangeKind, Look> = {
  create: ['teal', '+'],
  update: ['yellow', '✎'],
  reactivate: ['blue', '↑'],
  deactivate: ['violet', '↓'],
  delete: ['red', '✕'],
  none: ['gray', '='],
}

const outcomeLooks: Record<Outcome, Look> = {
  waiting: ['gray', '…'],
  'under-way': ['gray', '…'],
  done: ['teal', '✓'],
  failed: ['red', '✕'],
  stale: ['orange', '!'],
  'not-sent': ['gray', '–'],
}

const badge = ([tone, sign]: Look, word: string): Markup => html`<span class="badge ${tone}">${sign} ${word}</span>`

/** A kind of change as a badge: colour, sign and word. */
export const kindBadge = (kind: ChangeKind): Markup => badge(kindLooks[kind], changeWords[kind].word)

/** An outcome as a badge; of what changed after the review nothing was sent. */
export const outcomeBadge = (outcome: Outcome): Markup =>
  badge(outcomeLooks[outcome], outcomeWord[outcome === 'stale' ? 'not-sent' : outcome])

/** Whom a change is about: the name above the sign-in name. */
export const who = ({ name, userName, resource }: Pick<Change, 'name' | 'userName' | 'resource'>): Markup =>
  html`<div class="name"><bdi>${name}</bdi></div>${userName === null || userName === name ? null : html`<div class="quiet"><bdi>${userName}</bdi></div>`}${resource === 'Group' && html`<div class="quiet">${t('Group')}</div>`}`

/** What changes, before → after, an attribute a line; a long list opens and closes. */
export function diffLines(diffs: readonly Diff[]): Markup {
  if (diffs.length === 0) return html`<span class="quiet">–</span>`
  const lines = html`<ul class="lines">${diffs.map(changedLine)}</ul>`
  return diffs.length <= shownAtFirst
    ? lines
    : html`<details><summary>${t('{count, number} attributes', { count: diffs.length })}</summary>${lines}</details>`
}

/** What is not as intended, an attribute a line. */
export const driftLines = (drift: readonly Diff[]): Markup =>
  html`<ul class="lines">${drift.map(
    ({ path, before, after }) =>
      html`<li>${htmlOf('{attribute}: found {found}, intended {intended}', {
        attribute: attributeWords(path),
        found: value(before, 'del'),
        intended: value(after, 'ins'),
      })}</li>`,
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
  if (text === '') return html`<span class="quiet">${t('nothing')}</span>`
  return as === 'del' ? html`<del><bdi>${text}</bdi></del>` : html`<ins><bdi>${text}</bdi></ins>`
}
