/** Hours and minutes of a stretch of time, the larger of the two only: `3 hours`, `12 minutes`. */
function stretch(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const [count, unit] = minutes < 90 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/**
 * How far this computer's clock is ahead of a server's, in milliseconds; null when the server does not say.
 * @param date the reply's Date header (RFC 9110 section 6.6.1), in whole seconds.
 */
export function clockSkewOf(date: string | null, now: number): number | null {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? null : now - at
}

/** The difference in a sentence. */
export function clockSkewWords(ahead: number): string {
  return `The clock of this computer is ${stretch(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} that of the service.`
}
