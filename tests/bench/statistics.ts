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
