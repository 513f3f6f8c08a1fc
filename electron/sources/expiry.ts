/** Milliseconds from 1601, when Windows begins to count, to 1970. */
const windowsEpoch = 11_644_473_600_000

/**
 * Whether Active Directory’s accountExpires (hundreds of nanoseconds since 1601) is over; 0 and 2⁶³−1 mean never
 * ([MS-ADA1] 2.2). @param now Unix milliseconds.
 */
export function isExpired(value: string, now: number): boolean {
  const ticks = Number(value)
  return ticks > 0 && ticks / 10_000 - windowsEpoch <= now
}
