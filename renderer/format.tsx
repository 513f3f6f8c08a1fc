/*
 * Numbers and dates in the system's regional format. Signatures:
 *   useFormat() → { number(n), percent(0…1), date(ms), time(ms), dateTime(ms), ago(ms, now?), duration(ms) }
 */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Format, formatFor } from '../shared/words/locale-format.ts'

export type { Format } from '../shared/words/locale-format.ts'

const FormatContext = createContext<Format>(formatFor('en'))

/** Formats for everything inside. */
export function FormatProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const format = useMemo(() => formatFor(locale), [locale])
  return <FormatContext value={format}>{children}</FormatContext>
}

/** Numbers and dates in the system's regional format. */
export const useFormat = (): Format => useContext(FormatContext)

/** What is made of texts once and kept, such as the columns of a list; made anew for another language. @param make of a module, so that it stays the same. */
export function useWorded<T>(make: (format: Format) => T): T {
  const format = useFormat()
  return useMemo(() => make(format), [make, format])
}
