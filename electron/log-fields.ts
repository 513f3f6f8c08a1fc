/**
 * Names of what a log line may say beyond its message. Anything else that is handed to the log is left out, so that a new
 * field is a decision and not an accident. Numbers and yes or no are never secrets and always stay.
 */
const allowed: ReadonlySet<string> = new Set([
  'as',
  'call',
  'capability',
  'cause',
  'code',
  'connection',
  'detail',
  'error',
  'event',
  'file',
  'id',
  'keptIn',
  'path',
  'platform',
  'proxy',
  'reason',
  'reminder',
  'run',
  'status',
  'value',
  'version',
  'where',
])

/** What stands where a field was left out. */
const leftOut = '(left out)'

/** The data of a log line, as far as it may be written. */
export const loggable = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, mayStay(name, value) ? value : leftOut]))

const mayStay = (name: string, value: unknown): boolean =>
  allowed.has(name) || value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean'
