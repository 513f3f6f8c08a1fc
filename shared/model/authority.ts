import { z } from 'zod'

/** A certificate authority that the admin chose to trust, in a file. Not a secret. */
export const authoritySchema = z.object({
  /** Name of the file. */
  name: z.string().max(400),
  /** One or more certificates as PEM (RFC 7468). */
  pem: z.string().max(1_000_000),
})

/**
 * The same as the window sends it: those of the system alone, the one that is `kept`, or the grant of a file. Never by its
 * content: a page must not choose whom main trusts.
 */
export const authorityInputSchema = z.union([z.enum(['system', 'kept']), z.object({ grant: z.string().max(64) })])
