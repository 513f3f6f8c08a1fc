import { randomBytes } from 'node:crypto'
import { type Failure, MusterError, toFailure } from '../../shared/errors.ts'
import type { Log, Redactor } from '../ports.ts'
import { describeError } from './describe-error.ts'

/** Logs a failure with its cause and gives what the window may know of it, with known secrets taken out once more. */
export function report(
  { log, redactor }: { readonly log: Log; readonly redactor: Redactor },
  name: string,
  error: unknown,
): Failure {
  const id = randomBytes(3).toString('hex')
  const shown = toFailure(error, id)
  const line = { id, call: name, code: shown.code, cause: describeError(error) }
  if (error instanceof MusterError && error.code !== 'internal') log.warn('A call failed', line)
  else log.error('A call failed', line)
  const clean = (text: string | null) => (text === null ? null : redactor.clean(text))
  return { ...shown, where: clean(shown.where), detail: clean(shown.detail) }
}
