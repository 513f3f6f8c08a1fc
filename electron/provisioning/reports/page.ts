import type { Format } from '../../../shared/words/locale-format.ts'
import { spokenLocale, t } from '../../../shared/words/text.ts'
import { pagePolicy } from '../../csp.ts'
import { html, type Markup } from './markup.ts'
import { style } from './style.ts'

const policy = pagePolicy(style.toString())

/** What a report begins with. */
interface PageHead {
  readonly title: string
  /** One line of facts under the title. */
  readonly lead: string
}

/** The beginning of a report: one file that runs and loads nothing. */
export const pageStart = ({ title, lead }: PageHead): Markup => html`<!doctype html>
<html lang="${spokenLocale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<div class="brand">MUSTER</div>
<h1><bdi>${title}</bdi></h1>
<p class="lead">${lead}</p>
</header>
<main>
`

/** The end of a report. `more`: what else there is to say about it. */
export function pageEnd(writtenAt: number, { dateTime }: Format, more: string | null): Markup {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const words = t('Written by Muster on {at}. Times are of the time zone {zone}. Tokens are never part of a report.', {
    at: dateTime(writtenAt),
    zone,
  })
  return html`</main>
<footer>
<p>${[words, more].filter(Boolean).join(' ')}</p>
</footer>
</body>
</html>
`
}

/** A section with its heading. */
export const section = (heading: string, content: readonly Markup[] | Markup): Markup =>
  html`<section>
<h2>${heading}</h2>
${content}
</section>
`

/** Facts by name, a line each; those without a value are left out. */
export const factList = (facts: readonly (readonly [name: string, value: string | Markup | null])[]): Markup =>
  html`<dl class="facts">
${facts.flatMap(([name, value]) => (value === null ? [] : [html`<dt>${name}</dt><dd>${value}</dd>\n`]))}</dl>`
