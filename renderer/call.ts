/*
 * The one door to main. Signatures:
 *   call('people', 'get', { connection, id })            → Promise<PersonDetail>, rejects with CallError
 *   call('app', 'info')                                   → Promise<AppInfo>
 *   call('files', 'grant', file)                          → Promise<FileGrant>
 *   listen('runs.progress', (progress) => …)              → () => void
 *   Input<'people', 'query'>, Output<'people', 'query'>   the types of a call
 * Hooks over it are in api.ts.
 */
import type { z } from 'zod'
import type { Bridge, Contract, EventPayload, Events } from '../shared/contract.ts'
import type { Failure } from '../shared/errors.ts'
import type { Result } from '../shared/result.ts'

declare global {
  interface Window {
    readonly muster: Bridge<File>
  }
}

/** A group of calls. */
export type Group = keyof Contract
/** A call of a group. */
export type Name<G extends Group> = keyof Contract[G] & string
/** What a call takes; a file call takes the File itself. */
export type Input<G extends Group, N extends Name<G>> = Contract[G][N] extends { kind: 'file' }
  ? File
  : Contract[G][N] extends { input: infer I extends z.ZodType }
    ? z.input<I>
    : never
/** What a call gives. */
export type Output<G extends Group, N extends Name<G>> = Contract[G][N] extends { output: infer O extends z.ZodType }
  ? z.output<O>
  : never
/** The arguments after group and name: none where the call takes nothing. */
export type Arguments<G extends Group, N extends Name<G>> = undefined extends Input<G, N> ? [] : [Input<G, N>]

/** What a call rejects with. `failure` has the words to show. */
export class CallError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.happened)
    this.name = 'CallError'
    this.failure = failure
  }
}

type AnyCall = (input?: unknown) => Promise<Result<unknown>>

/**
 * Calls main and gives the value of its answer.
 * @throws CallError with the failure that main answered.
 */
export async function call<G extends Group, N extends Name<G>>(
  group: G,
  name: N,
  ...input: Arguments<G, N>
): Promise<Output<G, N>> {
  // The mapped type of Bridge pairs each name with its input and output; TypeScript can't follow that through a
  // generic index, so the pairing is stated once here, and holds by Arguments and Output being read off the contract.
  const bridge = window.muster as unknown as Record<Group, Record<string, AnyCall>>
  const send = bridge[group][name]
  if (!send) throw new TypeError(`${group}.${name} is not part of the contract.`)
  const answer = await send(...input)
  if (!answer.ok) throw new CallError(answer.error)
  return answer.value as Output<G, N>
}

/** Listens to an event of main; the returned function stops listening. */
export const listen = <E extends keyof Events>(event: E, listener: (payload: EventPayload<E>) => void): (() => void) =>
  window.muster.on(event, listener)
