/** Text made safe for HTML content and quoted attributes. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 26rem; margin: 12vh auto; padding: 0 1rem }
  h1 { font-size: 1.4rem } label { display: block; margin-top: 1rem }
  input { font: inherit; width: 100%; padding: .5rem; box-sizing: border-box }
  button { font: inherit; padding: .5rem 1.2rem; margin: 1.2rem .6rem 0 0 }
  [role=alert] { border-left: 4px solid #c92a2a; padding-left: .8rem }`

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${content}
</main></body></html>
`
}

/** The page that asks who signs in. `problem` is shown when the last try was refused. */
export function loginPage(view: { action: string; user: string; problem: string | null }): string {
  const alert = view.problem === null ? '' : `<p role="alert">${escapeHtml(view.problem)}</p>`
  return page(
    'Sign in to the sandbox tenant',
    `${alert}<form method="post" action="${escapeHtml(view.action)}">
<label for="user">User</label>
<input id="user" name="user" autocomplete="username" required value="${escapeHtml(view.user)}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>`,
  )
}

/** The page that asks whether the application may do what it wants. */
export function consentPage(view: { action: string; client: string; user: string; scopes: readonly string[] }): string {
  return page(
    'Allow access',
    `<p><strong>${escapeHtml(view.client)}</strong> asks to act for <strong>${escapeHtml(view.user)}</strong>:</p>
<ul>${view.scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>
<form method="post" action="${escapeHtml(view.action)}">
<button type="submit" name="decision" value="continue">Continue</button>
<button type="submit" name="decision" value="decline">Decline</button>
</form>`,
  )
}

/** A page that only says something: an error, or that one is signed out. */
export function messagePage(title: string, facts: Readonly<Record<string, string>>): string {
  const rows = Object.entries(facts).map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
  return page(title, `<dl>${rows.join('')}</dl>`)
}

/** The page that asks whether to sign out; `form` is the provider's own. */
export function signOutPage(form: string): string {
  return page(
    'Sign out of the sandbox tenant',
    `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  )
}
