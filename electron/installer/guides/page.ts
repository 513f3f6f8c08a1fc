import { pagePolicy } from '../../csp.ts'
import { addressFrom, type Contents, pageOf } from './document.ts'

/** What a page is put together from. */
export interface PageParts {
  /** Its path, told from docs/: `guide/undo.html`. */
  readonly page: string
  readonly title: string
  readonly body: string
  /** The list of contents beside it. */
  readonly contents: readonly Contents[]
  readonly version: string
  /** The style sheet of every page; it stands in the page, where the policy knows it by its hash. */
  readonly style: string
}

/** The documents that the menu opens, and what each is called. */
export const guides = [
  { document: 'guide/README.md', title: 'User guide' },
  { document: 'admin-guide.md', title: 'Admin guide' },
] as const

const lineOf = (page: string) => (line: Contents) => {
  if (line.href === null) return `<li class="group">${line.text}</li>`
  const current = line.href === addressFrom(page, page) ? ' aria-current="page"' : ''
  return `<li><a href="${line.href}"${current}>${line.text}</a></li>`
}

/** A whole page in HTML. Its parts come from the project's own documents, as HTML. */
export function renderPage({ page, title, body, contents, version, style }: PageParts): string {
  const to = (path: string) => addressFrom(page, path)
  const inGuide = page.startsWith('guide/')
  const [user, admin] = guides.map(({ document, title }) => {
    const current =
      page === pageOf(document) || (inGuide && document.startsWith('guide/')) ? ' aria-current="true"' : ''
    return `<a href="${to(pageOf(document))}"${current}>${title}</a>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${pagePolicy(style, 'img-src file:')}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${to('icon.svg')}">
<title>${title} · Muster</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#page">Skip to the page</a>
<header>
<img src="${to('icon.svg')}" alt="" width="24" height="24"><strong>Muster</strong>
<nav aria-label="Guides">${user}${admin}</nav>
</header>
<div class="beside">
<nav class="contents" aria-label="Contents"><ul>
${contents.map(lineOf(page)).join('\n')}
</ul></nav>
<main id="page" tabindex="-1">
${body}</main>
</div>
<footer>Muster ${version}</footer>
</body>
</html>
`
}
