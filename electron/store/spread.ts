/**
 * How to name several numbers in a query: as a range where they lie close together, which SQLite walks without looking
 * each of them up, else as a list. The range may give others too.
 */
export function spreadOf(numbers: readonly number[]): {
  readonly where: string
  readonly parameters: (number | string)[]
} {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const one of numbers) {
    least = Math.min(least, one)
    most = Math.max(most, one)
  }
  if (most - least < numbers.length * 2) return { where: 'BETWEEN ? AND ?', parameters: [least, most] }
  return { where: 'IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(numbers)] }
}
