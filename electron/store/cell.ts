import type { SQLOutputValue } from 'node:sqlite'
import type { z } from 'zod'
import { MusterError } from '../../shared/errors.ts'

/** One cell of a row; undefined where the query has no such column. */
type Cell = SQLOutputValue | undefined

/** One row of a query, by column. */
export type Row = Record<string, SQLOutputValue>

function wrong(expected: string): never {
  throw new MusterError('database-unreadable', { detail: `A cell of the database does not hold ${expected}.` })
}

/** A cell that has to hold a text. @throws MusterError `database-unreadable` */
export const text = (cell: Cell): string => (typeof cell === 'string' ? cell : wrong('a text'))

/** A cell that has to hold a number. @throws MusterError `database-unreadable` */
export const number = (cell: Cell): number => (typeof cell === 'number' ? cell : wrong('a number'))

/** A cell that holds a text or nothing. @throws MusterError `database-unreadable` */
export const textOrNull = (cell: Cell): string | null => (cell == null ? null : text(cell))

/** A cell that holds a number or nothing. @throws MusterError `database-unreadable` */
export const numberOrNull = (cell: Cell): number | null => (cell == null ? null : number(cell))

/**
 * JSON that this program wrote itself: the type is the writer's word, only the syntax is checked, since checking every
 * value of a hundred thousand rows by schema would cost more than reading them.
 * @throws MusterError `database-unreadable`
 */
export function json<T>(cell: Cell): T {
  try {
    return JSON.parse(text(cell)) as T
  } catch (cause) {
    throw cause instanceof MusterError
      ? cause
      : new MusterError('database-unreadable', { detail: 'A cell holds no JSON.', cause })
  }
}

/** {@link json}, or null where the cell is empty. */
export const jsonOrNull = <T>(cell: Cell): T | null => (cell == null ? null : json<T>(cell))

/** One of the words that a cell may hold. @throws MusterError `database-unreadable` */
export function oneOf<T extends string>(known: readonly T[], cell: Cell): T {
  return known.find((one) => one === cell) ?? wrong('a word that is known')
}

/**
 * What a schema makes of a value that is kept: for the few values that everything else rests on.
 * @throws MusterError `database-unreadable`, naming the field
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new MusterError('database-unreadable', {
    where,
    detail: 'A value that is kept is not of its form.',
    cause: parsed.error,
  })
}
