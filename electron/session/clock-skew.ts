import { t } from '../../shared/words/text.ts'

/**
 * How far this computer's clock is ahead of a server's, in milliseconds; null when the server does not say.
 * @param date the reply's Date header (RFC 9110 section 6.6.1), in whole seconds.
 */
export function clockSkewOf(date: string | null, now: number): number | null {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? null : now - at
}

/** The difference in a sentence: in minutes, or in hours from an hour and a half on. */
export function clockSkewWords(ahead: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ahead) / 60_000))
  const way = ahead > 0 ? 'ahead' : 'behind'
  return minutes < 90
    ? t(
        'The clock of this computer is {minutes, plural, one {# minute} other {# minutes}} {way, select, ahead {ahead of} other {behind}} that of the service.',
        { minutes, way },
      )
    : t(
        'The clock of this computer is {hours, plural, one {# hour} other {# hours}} {way, select, ahead {ahead of} other {behind}} that of the service.',
        { hours: Math.round(minutes / 60), way },
      )
}
