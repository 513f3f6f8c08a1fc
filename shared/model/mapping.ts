import { z } from 'zod'
import { personAttributes } from './person.ts'

/**
 * One rule of a mapping: fills the SCIM attribute `to` of an account.
 * `from` tries its entries in order and takes the first that is not empty, then `otherwise`.
 */
export const mappingRuleSchema = z.object({
  /** SCIM attribute path, see Diff. */
  to: z.string(),
  from: z
    .array(z.union([z.object({ attribute: z.enum(personAttributes) }), z.object({ constant: z.string() })]))
    .min(1),
  otherwise: z.string().nullable(),
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
export const mappingSchema = z.object({ rules: z.array(mappingRuleSchema) })
/** See {@link mappingSchema}. */
export type Mapping = z.infer<typeof mappingSchema>
