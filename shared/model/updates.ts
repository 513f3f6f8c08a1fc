import { z } from 'zod'
import { failureSchema } from '../errors.ts'

/** Which versions are offered: finished ones, or those that are being tried as well. electron-updater's own names. */
export const updateChannels = ['latest', 'beta'] as const
/** See {@link updateChannels}. */
export type UpdateChannel = (typeof updateChannels)[number]

/**
 * Why Muster never updates itself here: a policy says so; the build was given no place to look at; it was not installed; or a
 * deployment tool has installed it, and brings its updates too.
 */
export const updatesOffReasons = ['policy', 'no-place', 'not-installed', 'deployed'] as const
/** See {@link updatesOffReasons}. */
export type UpdatesOff = (typeof updatesOffReasons)[number]

const version = z.string().max(100)

/** How far Muster has come with updating itself. Nothing is installed before the admin says so. */
export const updateStateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('off'), reason: z.enum(updatesOffReasons) }),
  /** Nothing newer is known; nobody may have looked yet. */
  z.object({ at: z.literal('idle') }),
  z.object({ at: z.literal('checking') }),
  /** `share` of the file that is here, 0 to 1. */
  z.object({ at: z.literal('downloading'), version, share: z.number().min(0).max(1) }),
  z.object({ at: z.literal('ready'), version }),
  z.object({ at: z.literal('failed'), failure: failureSchema }),
])
/** See {@link updateStateSchema}. */
export type UpdateState = z.infer<typeof updateStateSchema>

/** What the window shows of updates. */
export const shownUpdatesSchema = z.object({
  channel: z.enum(updateChannels),
  /** When the place of updates has answered last since the start, Unix milliseconds; null when it has not. */
  checkedAt: z.number().int().nullable(),
  state: updateStateSchema,
})
/** See {@link shownUpdatesSchema}. */
export type ShownUpdates = z.infer<typeof shownUpdatesSchema>
