import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { languageChoiceSchema } from '../words/language.ts'
import { vaultStatusSchema } from './session.ts'

/** What the window needs to know once at start. */
export const appInfoSchema = z.object({
  version: z.string(),
  platform: z.enum(['win32', 'darwin', 'linux']),
  /** BCP 47 tag of how numbers and dates are written; its language is the one that Muster speaks. */
  locale: z.string(),
  /** The language that is chosen. */
  language: languageChoiceSchema,
  vault: vaultStatusSchema,
  /** SPKI in base64 of main's RSA-OAEP key (SHA-256), to seal secrets that the admin types; made anew at each start. */
  sealingKey: z.string(),
  /** The sample tenant's settings and people file are at hand (started by `npm run demo`). */
  demo: z.boolean(),
})
/** See {@link appInfoSchema}. */
export type AppInfo = z.infer<typeof appInfoSchema>

/**
 * A text that only main can read: AES-256-GCM under a fresh key, which is wrapped with main's RSA-OAEP key.
 * All four parts in base64. It keeps what the admin types or pastes out of every IPC record.
 */
export const sealedSchema = z.object({
  key: z.string().max(1024),
  iv: z.string().max(32),
  data: z.string().max(4_000_000),
})
/** See {@link sealedSchema}. */
export type Sealed = z.infer<typeof sealedSchema>

/** A file the admin chose or dropped: the random id under which main remembers its path for this start. */
export const fileGrantSchema = z.object({ grant: z.string().max(64), name: z.string().max(400) })
/** See {@link fileGrantSchema}. */
export type FileGrant = z.infer<typeof fileGrantSchema>

/** A file that main has written since the start: the random id by which the window can have it shown, and where it is. */
export const savedFileSchema = z.object({ saved: z.string().max(64), path: z.string() })
/** See {@link savedFileSchema}. */
export type SavedFile = z.infer<typeof savedFileSchema>

/** A file of Muster's own that was damaged and moved out of the way: what it was, where it is now, and what that means. */
export const setAsideSchema = z.object({
  what: z.enum(['settings', 'database']),
  path: z.string(),
  failure: failureSchema,
})
/** See {@link setAsideSchema}. */
export type SetAsideFile = z.infer<typeof setAsideSchema>

/** The pages that the app may open in the system browser, by name; the window never passes an address. */
export const linkSchema = z.enum(['k2-scim-help', 'k2-known-issue-126098', 'keychain-help'])

/** The guides that come with Muster: for whoever uses it, and for whoever installs it. */
export const guideSchema = z.enum(['user', 'admin'])
/** See {@link guideSchema}. */
export type Guide = z.infer<typeof guideSchema>
