import type { Login } from './oidc/interactions.ts'

/** Where a walk through the pages ended: usually the app's own loopback page. */
export interface FinalPage {
  readonly url: string
  readonly status: number
  readonly body: string
}

/** What the stand-in browser does differently from a person who signs in and agrees. */
export interface ApproveOptions {
  /** Presses Decline on the consent page. */
  readonly decline?: boolean
  /** A browser that was used before, and may still be signed in at the provider. */
  readonly cookies?: CookieJar
  /** A browser on another computer: it ends at the app's loopback address without reaching it. */
  readonly unreachable?: boolean
}

interface Cookie {
  readonly host: string
  readonly path: string
  readonly value: string
}

/** The cookies of one browser (RFC 6265, as far as loopback pages need it). */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>()

  /** Takes the cookies that a reply sets; one that has ended is forgotten. */
  store(url: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const attribute = (name: string) =>
        attributes.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
      const name = pair.slice(0, pair.indexOf('='))
      const path = attribute('path') ?? '/'
      const key = `${url.hostname}${path} ${name}`
      const ends = attribute('expires')
      if (ends !== undefined && Date.parse(ends) <= Date.now()) this.#cookies.delete(key)
      else this.#cookies.set(key, { host: url.hostname, path, value: pair })
    }
  }

  /** The Cookie header for a request. */
  header(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ host, path }) => host === url.hostname && url.pathname.startsWith(path))
      .map(({ value }) => value)
      .join('; ')
  }
}

const unescapeHtml = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Attributes and inner text of every element of a kind. Good enough for the plain pages of the sandbox. */
function elements(html: string, tag: string) {
  return [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>(?:([^<]*)</${tag}>)?`, 'g'))].map((match) => ({
    text: unescapeHtml(match[2] ?? '').trim(),
    attribute: (name: string) => {
      const found = new RegExp(`\\b${name}="([^"]*)"`).exec(match[1] ?? '')?.[1]
      return found === undefined ? undefined : unescapeHtml(found)
    },
  }))
}

/** The request that pressing a button sends, with the labelled fields filled in. */
function submission(page: FinalPage, fields: Readonly<Record<string, string>>, button: string) {
  const pressed = elements(page.body, 'button').find(({ text }) => text === button)
  const action = elements(page.body, 'form')[0]?.attribute('action')
  if (!pressed || action === undefined) {
    throw new Error(`The page at ${new URL(page.url).pathname} has no button “${button}”.`)
  }
  const form = new URLSearchParams()
  for (const label of elements(page.body, 'label')) {
    const input = elements(page.body, 'input').find((one) => one.attribute('id') === label.attribute('for'))
    form.set(input?.attribute('name') ?? '', fields[label.text] ?? '')
  }
  const name = pressed.attribute('name')
  if (name !== undefined) form.set(name, pressed.attribute('value') ?? '')
  return { url: new URL(action, page.url), form }
}

async function visit(
  { cookies, stopAt }: { readonly cookies: CookieJar; readonly stopAt: string | null },
  start: URL,
  form?: URLSearchParams,
): Promise<FinalPage> {
  let url = start
  let body = form
  for (let hop = 0; hop < 20; hop += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.header(url), connection: 'close' },
      ...(body ? { method: 'POST', body } : {}),
    })
    cookies.store(url, response)
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) {
      return { url: url.href, status: response.status, body: await response.text() }
    }
    await response.body?.cancel()
    url = new URL(location, url)
    if (stopAt !== null && url.href.startsWith(stopAt)) return { url: url.href, status: 0, body: '' }
    body = undefined
  }
  throw new Error(`More than 20 redirects, the last to ${url.origin}${url.pathname}.`)
}

/**
 * Stands in for the system browser and the person in front of it: opens an authorization address, signs in, agrees (or
 * declines), follows the redirect to the app's loopback address and gives the page that is shown at the end.
 * @throws Error when the provider shows a page that is neither sign-in nor consent, or refuses the sign-in.
 */
export async function approve(url: string, login: Login, options: ApproveOptions = {}): Promise<FinalPage> {
  const cookies = options.cookies ?? new CookieJar()
  const redirect = new URL(url).searchParams.get('redirect_uri')
  const trip = { cookies, stopAt: options.unreachable ? redirect : null }
  const press = (page: FinalPage, fields: Readonly<Record<string, string>>, button: string) => {
    const { url: target, form } = submission(page, fields, button)
    return visit(trip, target, form)
  }
  let page = await visit(trip, new URL(url))
  if (page.body.includes('type="password"')) {
    page = await press(page, { User: login.user, Password: login.password }, 'Sign in')
    if (page.status === 401) throw new Error('The provider refused the user or the password.')
  }
  // Consent can be asked more than once for one request; each time the answer is the same.
  for (let asked = 0; asked < 3 && page.body.includes('value="decline"'); asked += 1) {
    page = await press(page, {}, options.decline ? 'Decline' : 'Continue')
  }
  return page
}
