import { z } from 'zod'
import { personIdSchema } from './person.ts'
import { peopleRuleSchema } from './person-query.ts'

/** Integer id of a saved selection within its connection. */
export const selectionIdSchema = z.number().int().positive()

/** What a saved selection is called; unique within its connection, without regard to letter case. */
export const selectionNameSchema = z.string().trim().min(1).max(80)

/**
 * What a selection is saved as: a rule, which finds whoever fits each time it is used, or the list of the people who were
 * ticked.
 */
export const selectionContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), rule: peopleRuleSchema }),
  z.object({ kind: z.literal('list'), people: z.array(personIdSchema).min(1).max(1_000_000) }),
])
/** See {@link selectionContentSchema}. */
export type SelectionContent = z.infer<typeof selectionContentSchema>

/** A saved selection with what it finds now. */
export const savedSelectionSchema = z.object({
  id: selectionIdSchema,
  name: z.string(),
  /** Null for a list. */
  rule: peopleRuleSchema.nullable(),
  /** How many people it finds now. */
  found: z.number().int(),
  /** How many of a list the source no longer has; 0 for a rule. */
  gone: z.number().int(),
  /** When it was saved or updated last, Unix milliseconds. */
  savedAt: z.number().int(),
})
/** See {@link savedSelectionSchema}. */
export type SavedSelection = z.infer<typeof savedSelectionSchema>

/** Whom a saved selection finds. */
export const appliedSelectionSchema = z.object({
  people: z.array(personIdSchema),
  rule: peopleRuleSchema.nullable(),
  /** Names of those of a list whom the source no longer has. */
  gone: z.array(z.string()),
})
/** See {@link appliedSelectionSchema}. */
export type AppliedSelection = z.infer<typeof appliedSelectionSchema>
