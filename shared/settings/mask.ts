import type { FlatText } from './flatten.ts'
import type { Candidate } from './scan.ts'

/** What a hidden character is shown as. */
const dot = '•'

/** Shorter ones can't be hidden wherever they occur without blacking out ordinary words. */
const shortestSecret = 6

/**
 * A path token as it may be shown: every character a dot but dashes and the last four, in its own length. One too short
 * to give four away is dots only.
 */
export function maskToken(token: string): string {
  const open = token.length >= 12 ? token.length - 4 : token.length
  return [...token].map((character, index) => (index >= open || character === '-' ? character : dot)).join('')
}

/** The last four characters of a path token, to tell connections apart; nothing of one that is short. */
export const tokenHint = (token: string): string => (token.length >= 12 ? token.slice(-4) : '')

/** A client secret and the like: dots only, and not even its length. */
export const maskSecret = (secret: string): string => (secret === '' ? '' : dot.repeat(8))

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * The original text with every secret hidden: the values of secret fields, wherever else in the text they occur, whatever
 * follows `/tokens/`, and every id that belongs to no field that may be shown, since it could be the token.
 */
export function maskText(original: string, flat: FlatText, candidates: readonly Candidate[]): string {
  const secrets = candidates.filter(isSecret)
  const open = candidates.filter((candidate) => !isSecret(candidate))
  const hidden: Hidden[] = secrets.map(({ start, end, value, field }) => ({
    start,
    end,
    shown: field === 'token' ? maskToken(value) : maskSecret(value),
  }))
  // In the flat text too: there they stand without what hides them from a plain search.
  const anywhere = anyOf(secrets.map(({ value }) => value))
  for (const match of anywhere ? flat.text.matchAll(anywhere) : []) {
    const token = secrets.some(
      ({ value, field }) => field === 'token' && value.toLowerCase() === match[0].toLowerCase(),
    )
    hidden.push({ ...span(match), shown: token ? maskToken(match[0]) : maskSecret(match[0]) })
  }
  for (const match of flat.text.matchAll(/(?<=\/tokens\/)[^/\s"'?#<>•{}]+/gi)) {
    hidden.push({ ...span(match), shown: maskToken(match[0]) })
  }
  for (const match of flat.text.matchAll(guid)) {
    const { start, end } = span(match)
    if (!open.some((candidate) => candidate.start <= start && candidate.end >= end)) {
      hidden.push({ start, end, shown: maskToken(match[0]) })
    }
  }
  return replaceAll(original, flat, hidden)
}

/** A text with every one of these secrets in it hidden, whatever its letter case. */
export function maskIn(text: string, secrets: readonly string[]): string {
  const any = anyOf(secrets)
  return any ? text.replace(any, maskToken) : text
}

/** A pattern for any of the secrets, the longest first; null when there is none that can be hidden wherever it occurs. */
function anyOf(secrets: readonly string[]): RegExp | null {
  const long = [...new Set(secrets)].filter(({ length }) => length >= shortestSecret)
  if (long.length === 0) return null
  return new RegExp(
    long
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join('|'),
    'gi',
  )
}

/** Whether a place in the text must not be shown. */
export const isSecret = ({ field }: Pick<Candidate, 'field'>): boolean =>
  field === 'token' || field === 'clientSecret' || field === 'secret'

interface Hidden {
  readonly start: number
  readonly end: number
  readonly shown: string
}

const span = (match: RegExpExecArray): Pick<Hidden, 'start' | 'end'> => ({
  start: match.index,
  end: match.index + match[0].length,
})

/** Where two overlap, the one that begins first is shown, up to where the last one ends. */
function replaceAll(original: string, { at }: FlatText, hidden: readonly Hidden[]): string {
  const parts: string[] = []
  let done = 0
  let reached = 0
  for (const { start, end, shown } of [...hidden].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= reached || end <= start) continue
    if (start < reached) {
      parts.push(dot.repeat(end - reached))
    } else {
      parts.push(original.slice(done, at[start]), shown)
    }
    reached = end
    done = at[end] ?? original.length
  }
  parts.push(original.slice(done))
  return parts.join('')
}

/** As a pattern that matches just this text. */
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
