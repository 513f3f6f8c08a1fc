import { z } from 'zod'
import { printText } from '../expression/print.ts'
import { most } from '../expression/tree.ts'
import { personAttributes } from './person.ts'

/** How rules of Muster before expressions said where a value comes from: the first of these that is not empty. */
const triedSchema = z
  .array(z.union([z.object({ attribute: z.enum(personAttributes) }), z.object({ constant: z.string() })]))
  .min(1)

/** What an older rule says, as an expression. The manager always stood alone: nothing else can lead to an account. */
function expressionOf(tried: z.infer<typeof triedSchema>): string {
  if (tried.some((one) => 'attribute' in one && one.attribute === 'manager')) return 'manager'
  const written = tried.map((one) => ('attribute' in one ? one.attribute : printText(one.constant)))
  return written.length === 1 ? written.join('') : `first(${written.join(', ')})`
}

/** Twice as long as an expression may be: one that has become too long can be kept until it is shortened. */
const fromSchema = z.string().max(2 * most.characters)

/** One rule of a mapping: fills the SCIM attribute `to` of an account with what `from` gives, else with `otherwise`. */
export const mappingRuleSchema = z.object({
  /** SCIM attribute path, see Diff. */
  to: z.string().max(500),
  /**
   * The text of an expression (shared/expression): an attribute, a constant and a function of them are all said in this
   * one way. What is wrong with it is for `ruleProblems` to say, so that a rule that is half written can be kept.
   */
  from: z.union([fromSchema, triedSchema.transform(expressionOf).pipe(fromSchema)]),
  /** What an attribute gets of which the person has nothing; null for nothing. */
  otherwise: z.string().max(most.characters).nullable(),
  /** `create` leaves an existing account's value alone. */
  when: z.enum(['always', 'create']),
  /**
   * What happens to an existing account's value when the person has nothing: an empty cell in a file is far more often a
   * missing column than an order to erase, so `leave` is what rules start with. See `canBeCleared` for where `remove` may stand.
   */
  whenEmpty: z.enum(['leave', 'remove']).default('leave'),
})
/** See {@link mappingRuleSchema}. */
export type MappingRule = z.infer<typeof mappingRuleSchema>

/** Which attribute of a person fills which attribute of an account. */
export const mappingSchema = z.object({ rules: z.array(mappingRuleSchema).max(200) })
/** See {@link mappingSchema}. */
export type Mapping = z.infer<typeof mappingSchema>
