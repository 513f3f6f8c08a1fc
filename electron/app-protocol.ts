import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { spokenLocale } from '../shared/words/text.ts'
import { contentSecurityPolicy, noncePlaceholder } from './csp.ts'

/** Origin of the window's page. */
export const appOrigin = 'app://muster'

/** The page the window opens. */
export const appPage = `${appOrigin}/index.html`

/** What `app:` may do; to be registered before the app is ready. Standard and secure, so that it has an origin and WebCrypto. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** What the build can put into the folder; anything else is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Headers of every reply besides its type and policy. */
const fixedHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi'],
    ...['payment', 'publickey-credentials-get', 'idle-detection', 'screen-wake-lock', 'local-fonts'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
}

/**
 * The file inside `folder` that a URL names, null when it names none: another host, a way out of the folder, a character
 * that no built file has, or a type that is not served. Decoded once; what is still encoded after that is no file of ours.
 */
export function fileOf(url: string, folder: string): { path: string; type: string } | null {
  const parsed = URL.parse(url)
  if (!parsed || `${parsed.protocol}//${parsed.host}` !== appOrigin) return null
  const name = decode(parsed.pathname === '/' ? '/index.html' : parsed.pathname)
  if (name === null || !/^\/[\w./-]+$/.test(name)) return null
  const path = normalize(join(folder, name))
  const type = types[extname(path)]
  return type && path.startsWith(normalize(folder) + sep) ? { path, type } : null
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/**
 * Answers one request of the window from the files in `folder`. The policy goes with every reply, its nonce made anew for each.
 * The page is told its language, a BCP 47 tag, where everybody looks for it, and the id of the connection that it opens with, if there is one.
 */
export async function respond(
  request: Pick<Request, 'method' | 'url'>,
  folder: string,
  connection: string | null,
  locale = spokenLocale(),
): Promise<Response> {
  const nonce = randomBytes(18).toString('base64')
  const headers = { ...fixedHeaders, 'Content-Security-Policy': contentSecurityPolicy(nonce) }
  if (request.method !== 'GET') return new Response(null, { status: 405, headers })
  const file = fileOf(request.url, folder)
  const bytes = file && (await readFile(file.path).catch(() => null))
  if (!file || !bytes) return new Response(null, { status: 404, headers })
  const isPage = file.type.startsWith('text/html')
  const opening = connection === null ? '' : ` data-connection="${connection}"`
  const page = () =>
    bytes
      .toString('utf8')
      .replaceAll(noncePlaceholder, nonce)
      .replace('<html lang="en"', `<html lang="${locale}"${opening}`)
  const body = isPage ? page() : new Uint8Array(bytes)
  return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': file.type } })
}

/**
 * Serves the built window from `folder` at {@link appOrigin}; for the window's own session, once the app is ready.
 * @param connection tells the id of the connection that the page opens with.
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string, connection: () => string | null): void {
  protocol.handle('app', (request) => respond(request, folder, connection()))
}
