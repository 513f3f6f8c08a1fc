import type { Redactor } from './ports.ts'

/** What stands where a secret was. */
const dots = '••••••'

/** Shorter texts occur by chance; hiding them would black out ordinary words. */
const shortest = 6

/**
 * Secrets by their place, as a second net below the known values: a bearer token, a JSON web token (RFC 7519), the
 * parameters of OAuth (RFC 6749, RFC 7636) in a URL, a form or JSON, and the path token of SCIM. Each keeps what it
 * captures first and, where there is one, what it captures last.
 */
const places: readonly RegExp[] = [
  /(\bBearer\s+)[\w.~+/=-]{6,}/gi,
  /()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /([?&]|\b)((?:access_token|refresh_token|id_token|client_secret|code_verifier|code)=)[^&\s"'\\]{6,}/gi,
  /(\\?"(?:access_token|refresh_token|id_token|client_secret|code_verifier)\\?"\s*:\s*\\?")[^"\\]{6,}/gi,
  /(\/tokens\/)[^/\s"'?#•]{6,}/gi,
]

/** A {@link Redactor} that knows nothing yet. */
export function createRedactor(): Redactor {
  const forms = new Set<string>()
  let known: RegExp | null = null
  return {
    learn: (secret) => {
      if (secret.length < shortest) return
      for (const form of formsOf(secret)) forms.add(form)
      known = null
    },
    clean: (text) => {
      known ??= forms.size === 0 ? null : alternation(forms)
      const withoutKnown = known ? text.replace(known, dots) : text
      return places.reduce((rest, place) => rest.replace(place, keepPlace), withoutKnown)
    },
  }
}

/** How a secret can stand in a text: as it is, percent-encoded (RFC 3986), form-encoded, JSON-escaped, in base64. */
function formsOf(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
    escaped,
    JSON.stringify(escaped).slice(1, -1),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ]
}

/** Longest first, so that a secret that begins with another one is hidden whole. Case does not matter: hosts and ids lose it. */
function alternation(forms: ReadonlySet<string>): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((form) => RegExp.escape(form)).join('|'), 'gi')
}

const keepPlace = (_match: string, before: string, name?: string | number): string =>
  `${before}${typeof name === 'string' ? name : ''}${dots}`
