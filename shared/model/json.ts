import { z } from 'zod'

/** Any JSON value (RFC 8259), as SCIM attributes hold it. */
export const jsonSchema = z.json()
/** See {@link jsonSchema}. */
export type Json = z.infer<typeof jsonSchema>
/** A JSON object. */
export type JsonObject = { [key: string]: Json }
