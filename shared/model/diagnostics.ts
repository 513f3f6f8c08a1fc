import { z } from 'zod'

/** A part of the diagnostics, as it is shown before it is saved. */
const diagnosticsSectionSchema = z.object({
  title: z.string(),
  lines: z.number().int(),
  /** Its text, or the end of it where it is long. */
  text: z.string(),
  /** True when the file holds more than is shown. */
  cut: z.boolean(),
})

/** What the diagnostics hold now, without secrets. */
export const diagnosticsSchema = z.object({ sections: z.array(diagnosticsSectionSchema) })
/** See {@link diagnosticsSchema}. */
export type Diagnostics = z.infer<typeof diagnosticsSchema>
