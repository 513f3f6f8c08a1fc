import { hash } from 'node:crypto'

/**
 * The policy of a page outside the window that runs, sends and loads nothing: its one style sheet is let in by its hash (CSP Level 3).
 * @param besides directives for what the page has more.
 */
export const pagePolicy = (style: string, ...besides: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    ...besides,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Stands in the built index.html where the nonce of one load goes; Vite writes it, {@link file://./app-protocol.ts} fills it in. */
export const noncePlaceholder = '__csp_nonce__'

/**
 * The policy of one load of the window (CSP Level 3). `nonce` is for the style elements that Mantine makes.
 * `connect-src 'none'`: the window makes no request at all. Trusted Types: only the renderer's default policy, which
 * refuses every string with a `<`, may feed a sink.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
