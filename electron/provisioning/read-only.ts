import { MusterError } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'

/**
 * Stands before everything that changes something in K2, or plans a change that is only there to be pushed.
 * @throws MusterError `connection-read-only`
 */
export function assertWritable(connection: Pick<Connection, 'readOnly'>): void {
  if (connection.readOnly) throw new MusterError('connection-read-only')
}
