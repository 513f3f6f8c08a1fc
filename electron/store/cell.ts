import type { SQLOutputValue } from 'node:sqlite'
import { MusterError } from '../../shared/errors.ts'

/** One cell of a row; undefined where the query has no such column. */
type Cell = SQLOutputValue | undefined

/** One row of a query, by column. */
export type Row = Record<string, SQLOutputValue>

function wrong(expected: string): never {
  throw new MusterError('database-damaged', { detail: `A cell of the database does not hold ${expected}.` })
}

/** A cell that has to hold a text. @throws MusterError `database-damaged` */
export const text = (cell: Cell): string => (typeof cell === 'string' ? cell : wrong('a text'))

/** A cell that has to hold a number. @throws MusterError `database-damaged` */
export const number = (cell: Cell): number => (typeof cell === 'number' ? cell : wrong('a number'))

/** A cell that holds a text or nothing. @throws MusterError `database-damaged` */
export const textOrNull = (cell: Cell): string | null => (cell == null ? null : text(cell))

/** A cell that holds a number or nothing. @throws MusterError `database-damaged` */
export const numberOrNull = (cell: Cell): number | null => (cell == null ? null : number(cell))

/**
 * JSON that this program wrote itself: the type is the writer's word, only the syntax is checked, since checking every
 * value of a hundred thousand rows by schema would cost more than reading them.
 * @throws MusterError `database-damaged`
 */
export function json<T>(cell: Cell): T {
  try {
    return JSON.parse(text(cell)) as T
  } catch (cause) {
    throw cause instanceof MusterError ? cause : new MusterError('database-damaged', { cause })
  }
}

/** {@link json}, or null where the cell is empty. */
export const jsonOrNull = <T>(cell: Cell): T | null => (cell == null ? null : json<T>(cell))
