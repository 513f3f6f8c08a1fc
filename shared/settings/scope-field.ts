import type { Identity } from '../model/connection.ts'
import { t, texts } from '../words/text.ts'
import { completed, given, invalid, type Judgement } from './judgement.ts'

/** Without it K2 is likely to refuse the access token (k2.md). */
export const k2Scope = 'https://scim.onk2.com/write'

/** What each other scope is needed for, as it is said when that one alone was missing. */
const aloneAdded = texts({
  openid: 'openid was missing and was added: without it there is no sign-in',
  profile: 'profile was missing and was added: it tells who signed in',
  offline_access: 'offline_access was missing and was added: without it you would sign in every hour',
})

const neededScopes = ['openid', 'profile', 'offline_access'] as const

/** `scope`: what Muster asks to be allowed. */
export function judgeScope(text: string): Judgement<Identity['scopes']> {
  const scopes = scopesIn(text)
  const wrong = scopes.find(isNoScope)
  if (wrong !== undefined) return noScope(text, wrong)
  const added: string[] = neededScopes.filter((scope) => !scopes.includes(scope))
  // A provider other than K2 may call its SCIM scope otherwise.
  if (!scopes.some((scope) => /\/write$/i.test(scope))) added.push(k2Scope)
  const whole = [...scopes, ...added]
  if (added.length === 0) return given(whole, whole.join(' '))
  if (scopes.length === 0)
    return completed(whole, whole.join(' '), t('Not given: the scopes that K2 asks for were added'))
  return completed(whole, whole.join(' '), scopeNote(added))
}

/** `scope` beside a client secret: the SCIM scope and nothing of a person's. */
export function judgeClientScope(text: string): Judgement<Identity['scopes']> {
  const scopes = scopesIn(text)
  const wrong = scopes.find(isNoScope)
  if (wrong !== undefined) return noScope(text, wrong)
  if (scopes.some((scope) => /\/write$/i.test(scope))) return given(scopes, scopes.join(' '))
  const whole = [...scopes, k2Scope]
  return completed(whole, whole.join(' '), t('The SCIM scope was missing and was added'))
}

/**
 * Which way of signing in a document is for: with a client secret where one is given and no scope asks for a person
 * (k2.md: `https://scim.onk2.com/write` alone), else the admin's own.
 */
export const grantOf = (scopes: string, hasSecret: boolean): Identity['grant'] =>
  hasSecret && !scopesIn(scopes).some((scope) => /^(openid|profile|offline_access)$/i.test(scope))
    ? 'client-credentials'
    : 'authorization-code'

const scopesIn = (text: string): string[] => [...new Set(text.split(/[\s,;+]+/).filter(Boolean))]

/** RFC 6749 section 3.3: a scope is printable ASCII without blank, quote and backslash. */
const isNoScope = (scope: string): boolean => !/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/.test(scope)

const noScope = (text: string, wrong: string) =>
  invalid(text.slice(0, 200), t('“{scope}” is not a scope', { scope: wrong.slice(0, 40) }))

function scopeNote(added: readonly string[]): string {
  if (added.length === 1 && added[0] === k2Scope) return t('The SCIM scope was missing and was added')
  const only = added.length === 1 ? neededScopes.find((scope) => scope === added[0]) : undefined
  if (only !== undefined) return aloneAdded[only]
  const words = added.map((scope) => (scope === k2Scope ? t('the SCIM scope') : scope))
  const [list, last] = [words.slice(0, -1).join(', '), words.at(-1) ?? '']
  return words.length === 2
    ? t('{list} and {last} were missing and were added', { list, last })
    : t('{list}, and {last} were missing and were added', { list, last })
}
