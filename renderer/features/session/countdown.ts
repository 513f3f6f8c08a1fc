/** Minutes and seconds until `deadline`, as `4:32`. */
export function countdown(deadline: number, now: number): string {
  const seconds = Math.max(0, Math.round((deadline - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
