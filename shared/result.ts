import { z } from 'zod'
import { type Failure, failureSchema } from './errors.ts'

/** What every call over IPC comes back as: a value, or a failure the window can show. Calls never reject. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** The schema of a {@link Result} around the schema of its value. */
export const resultSchema = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ])

/** A result that holds a value. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value })

/** A result that holds a failure. */
export const failure = (error: Failure): Result<never> => ({ ok: false, error })
