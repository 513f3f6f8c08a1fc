import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { personSchema } from './person.ts'
import { directoryProducts, keptAttributeSchema, readAttributeSchema } from './source-read.ts'

/** What a test of a source does, one after the other. A SCIM service has no step of its own for the encryption. */
export const testSteps = ['reach', 'encrypt', 'sign-in', 'recognise', 'search', 'attributes'] as const
/** See {@link testSteps}. */
export type TestStep = (typeof testSteps)[number]

/** How many people a search finds: exactly, or at least so many where counting was cut short. */
export const sourceCountSchema = z.object({ people: z.number().int(), more: z.boolean() })
/** See {@link sourceCountSchema}. */
export type SourceCount = z.infer<typeof sourceCountSchema>

/** What a test found, step by step; the last step is the one that failed, where one did. */
export const sourceTestSchema = z.object({
  steps: z.array(
    z.object({
      step: z.enum(testSteps),
      /** What was found, one sentence. Empty for the step that failed. */
      said: z.string(),
      failure: failureSchema.nullable(),
    }),
  ),
  /** Null when a step failed. */
  found: z
    .object({
      count: sourceCountSchema,
      /** The base that was searched, and the others that the directory offers; empty for a SCIM service. */
      base: z.string(),
      bases: z.array(z.string()),
      filter: z.string(),
      product: z.enum([...directoryProducts, 'scim']),
      /** Of the first people: what each attribute was read from. */
      attributes: z.array(readAttributeSchema),
      /** Of the same people: the further attributes. */
      more: z.array(keptAttributeSchema),
      /** The first person, as they would be read; null when nobody was found. */
      sample: personSchema.nullable(),
    })
    .nullable(),
})
/** See {@link sourceTestSchema}. */
export type SourceTest = z.infer<typeof sourceTestSchema>
