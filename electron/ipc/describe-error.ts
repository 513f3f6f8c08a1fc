/** How far a chain of causes is followed. */
const maxCauses = 5

/** An error and what caused it, for the log: name, message and stack of each, outermost first. Not redacted. */
export function describeError(error: unknown): string[] {
  const lines: string[] = []
  for (let cause = error; cause !== undefined && cause !== null && lines.length < maxCauses; ) {
    lines.push(cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : typeof cause)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return lines
}
