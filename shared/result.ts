import type { Failure } from './errors.ts'

/** What every call over IPC comes back as: a value, or a failure the window can show. Calls never reject. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** A result that holds a value. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value })

/** A result that holds a failure. */
export const failure = (error: Failure): Result<never> => ({ ok: false, error })
