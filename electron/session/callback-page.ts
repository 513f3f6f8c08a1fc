import { spokenLocale, texts } from '../../shared/words/text.ts'
import { pagePolicy } from '../csp.ts'

/** How a sign-in ended, as the browser tab is told. Each has a page of its own, so that the address bar holds no code. */
export type Ending = 'signed-in' | 'declined' | 'failed'

const words: Readonly<Record<Ending, { title: string; text: string }>> = texts({
  'signed-in': {
    title: 'You are signed in',
    text: 'You can close this tab and go back to Muster.',
  },
  declined: {
    title: 'The sign-in was declined',
    text: 'Nothing was changed. You can close this tab and go back to Muster.',
  },
  failed: {
    title: 'The sign-in did not work',
    text: 'Muster says what happened. You can close this tab and go back to Muster.',
  },
})

/** The sign of each, as a path in a square of 24, and its colour. */
const looks: Readonly<Record<Ending, { mark: string; tone: string }>> = {
  'signed-in': { mark: 'M6 12.5l4 4 8-9', tone: 'good' },
  declined: { mark: 'M6 12h12', tone: 'quiet' },
  failed: { mark: 'M7 7l10 10M17 7L7 17', tone: 'bad' },
}

const style = `
:root { color-scheme: light dark; --ground: #f5f6f8; --panel: #fff; --line: #dfe2e6; --text: #1d2127; --soft: #5b6470;
  --good: #0b7285; --quiet: #5b6470; --bad: #c92a2a }
@media (prefers-color-scheme: dark) { :root { --ground: #16181b; --panel: #202327; --line: #383d43; --text: #e6e8eb;
  --soft: #a6abb3; --good: #63d5e6; --quiet: #a6abb3; --bad: #ffa8a8 } }
* { box-sizing: border-box; margin: 0 }
body { min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif }
main { width: min(420px, 100%); padding: 32px; background: var(--panel); border: 1px solid var(--line); border-radius: 8px }
svg { width: 32px; height: 32px; display: block; margin-bottom: 16px; fill: none; stroke: currentColor; stroke-width: 2.2;
  stroke-linecap: round; stroke-linejoin: round }
.good { color: var(--good) } .quiet { color: var(--quiet) } .bad { color: var(--bad) }
h1 { font-size: 22px; line-height: 1.3; font-weight: 650; margin-bottom: 8px }
p { color: var(--soft) }
`

/** Headers of every answer of the listener: nothing runs, nothing is loaded, framed, stored or referred to. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy(style, "frame-ancestors 'none'"),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The page that the browser shows when a sign-in has ended. Self-contained, without a script. */
export function callbackPage(ending: Ending): string {
  const { title, text } = words[ending]
  const { mark, tone } = looks[ending]
  return `<!doctype html>
<html lang="${spokenLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Muster</title>
<style>${style}</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" class="${tone}" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="${mark}"/></svg>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`
}
