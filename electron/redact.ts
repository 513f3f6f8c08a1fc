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
  const known = createKnown()
  return {
    learn: (secret) => {
      if (secret.length >= shortest) for (const form of formsOf(secret)) known.add(form)
    },
    clean: (text) => places.reduce((rest, place) => rest.replace(place, keepPlace), known.hide(text)),
  }
}

/**
 * Texts to hide, found by how they begin: what that costs grows with the text alone. An expression of the texts would have to be made
 * anew after each renewal of a sign-in, which takes seconds once months of them have passed.
 */
function createKnown() {
  const byStart = new Map<string, string[]>()
  const marks = new Uint8Array(0x10000)
  /** How long the text is that begins there and is to be hidden; none is when that is how it only begins. */
  const lengthAt = (text: string, at: number): number | undefined => {
    const forms = byStart.get(fold(text.slice(at, at + shortest)))
    if (!forms) return undefined
    const rest = fold(text.slice(at, at + (forms[0]?.length ?? 0)))
    return forms.find((form) => rest.startsWith(form))?.length
  }
  return {
    add: (form: string): void => {
      const start = fold(form.slice(0, shortest))
      const same = byStart.get(start) ?? []
      const folded = fold(form)
      if (same.includes(folded)) return
      marks[markOf(form, 0)] = 1
      // Longest first, so that a secret that begins with another one is hidden whole.
      byStart.set(
        start,
        [...same, folded].sort((a, b) => b.length - a.length),
      )
    },
    hide: (text: string): string => {
      let hidden = ''
      let done = 0
      for (let at = 0; at <= text.length - shortest; ) {
        const length = marks[markOf(text, at)] === 0 ? undefined : lengthAt(text, at)
        if (length !== undefined) {
          hidden += text.slice(done, at) + dots
          done = at + length
        }
        at += length ?? 1
      }
      return hidden + text.slice(done)
    },
  }
}

/** A number below 65,536 for the six characters there, the same for small and capital ones: most of a text is passed by it. */
function markOf(text: string, at: number): number {
  let mark = 0
  for (let next = at; next < at + shortest; next++) mark = (mark * 33 + (text.charCodeAt(next) | 0x20)) & 0xffff
  return mark
}

/** The text in one case, as long as before: hosts and ids lose theirs. */
const fold = (text: string): string =>
  text.replace(/\p{Lu}+/gu, (letters) => {
    const small = letters.toLowerCase()
    return small.length === letters.length ? small : letters
  })

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

const keepPlace = (_match: string, before: string, name?: string | number): string =>
  `${before}${typeof name === 'string' ? name : ''}${dots}`
