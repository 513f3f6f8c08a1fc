import type { Span } from './tree.ts'

/** Everything that can be wrong with an expression. */
export const problemCodes = [
  'empty',
  'too-long',
  'too-deep',
  'character',
  'text-open',
  'bracket-open',
  'call-open',
  'expected',
  'left-over',
  'unknown-attribute',
  'unknown-function',
  'number-of-values',
  'kind-of-value',
  'manager-inside',
] as const

/** One thing that is wrong with an expression, and where. */
export interface Problem extends Span {
  readonly code: (typeof problemCodes)[number]
  /** One sentence for the admin. */
  readonly sentence: string
}
