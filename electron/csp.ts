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
