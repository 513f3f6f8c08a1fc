/** The value that `share` (0 to 1) of all values do not exceed; by nearest rank. @throws Error when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('Nothing was measured.')
  return value
}

/** The middle value; of an even number the mean of the two in the middle. @throws Error when there are none. */
export const median = (values: readonly number[]): number =>
  (percentile(values, 0.5) + percentile(values, 0.5 + 1 / (2 * Math.max(1, values.length)))) / 2

/**
 * How much more there is at the end than at the beginning: the median of the last quarter ÷ that of the first, so that neither
 * end hangs on one look. 1 is no growth. @throws Error when there are no values.
 */
export function growth(values: readonly number[]): number {
  const quarter = Math.max(1, Math.floor(values.length / 4))
  return median(values.slice(-quarter)) / median(values.slice(0, quarter))
}
