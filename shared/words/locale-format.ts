import { t } from './text.ts'

/** Writes values the way the admin's system does. Times are Unix milliseconds. */
export interface Format {
  readonly number: (value: number) => string
  /** Of a share between 0 and 1. */
  readonly percent: (share: number) => string
  /** `3 November 2026`. */
  readonly date: (at: number) => string
  /** `14:03`. */
  readonly time: (at: number) => string
  /** `14:03:27`. */
  readonly clock: (at: number) => string
  /** `3 November 2026 at 14:03`. */
  readonly dateTime: (at: number) => string
  /** `4 minutes ago`. */
  readonly ago: (at: number, now?: number) => string
  /** `84 ms`, `12 s`, `3 min`: of milliseconds. */
  readonly duration: (milliseconds: number) => string
}

const minute = 60_000
const steps = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const

/** Makes a format when it is first used, and keeps it: making one takes a millisecond or more, and few screens use them all. */
function whenUsed<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Formats for a BCP 47 tag, which is of the language that Muster speaks. */
export function formatFor(locale: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => whenUsed(() => new Intl.DateTimeFormat(locale, options))
  const plain = whenUsed(() => new Intl.NumberFormat(locale))
  const share = whenUsed(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }))
  const day = dates({ dateStyle: 'long' })
  const clock = dates({ timeStyle: 'short' })
  const exact = dates({ timeStyle: 'medium' })
  const both = dates({ dateStyle: 'long', timeStyle: 'short' })
  const relative = whenUsed(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const number = (value: number) => plain().format(value)
  return {
    number,
    percent: (value) => share().format(value),
    date: (at) => day().format(at),
    time: (at) => clock().format(at),
    clock: (at) => exact().format(at),
    dateTime: (at) => both().format(at),
    ago: (at, now = Date.now()) => {
      const passed = Math.max(0, now - at)
      const step = steps.find(([, length]) => passed >= length)
      return step ? relative().format(-Math.floor(passed / step[1]), step[0]) : t('just now')
    },
    duration: (ms) => {
      if (ms < 1000) return `${number(Math.round(ms))} ms`
      return ms < 2 * minute ? `${number(Math.round(ms / 1000))} s` : `${number(Math.round(ms / minute))} min`
    },
  }
}
