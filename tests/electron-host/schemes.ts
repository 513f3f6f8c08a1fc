/** Schemes that the app made its own, each with its privileges' consequences for the host: none but the name. */
const schemes = new Set<string>()

/** Remembers a scheme, so that its addresses are served by the app. */
export const addScheme = (scheme: string): void => {
  schemes.add(scheme)
}

/**
 * An address of the app as Chromium sees it: `app://muster/a` is at `http://muster.app.localhost/a`. Chromium takes no
 * scheme from outside, and `*.localhost` is a secure context without a certificate. Other addresses stay as they are.
 */
export function toBrowser(url: string): string {
  const parsed = URL.parse(url)
  const scheme = parsed?.protocol.slice(0, -1)
  if (!parsed || !scheme || !schemes.has(scheme)) return url
  return `http://${parsed.host}.${scheme}.localhost${parsed.pathname}${parsed.search}${parsed.hash}`
}

/** An address of Chromium's as the app knows it: the way back from {@link toBrowser}. */
export function toApp(url: string): string {
  const parsed = URL.parse(url)
  const [, host, scheme] = parsed?.host.match(/^(.+)\.([^.]+)\.localhost$/) ?? []
  if (parsed?.protocol !== 'http:' || !host || !scheme || !schemes.has(scheme)) return url
  return `${scheme}://${host}${parsed.pathname}${parsed.search}${parsed.hash}`
}
