import { MusterError } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'

/**
 * Stands before everything that changes something in K2, or plans a change that is only there to be pushed.
 * @throws MusterError `connection-read-only`, or `policy-read-only` where that is not the admin's to change
 */
export function assertWritable({ readOnly, managed }: Pick<Connection, 'readOnly' | 'managed'>): void {
  if (readOnly) throw new MusterError(managed.includes('readOnly') ? 'policy-read-only' : 'connection-read-only')
}
