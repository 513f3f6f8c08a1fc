import type { WebContents } from 'electron'
import type { z } from 'zod'
import { type Events, eventChannelOf, events } from '../../shared/contract.ts'
import type { Log } from '../ports.ts'

/** Tells the window something unasked. The payload is parsed like a call's output; a window that is gone hears nothing. */
export type Emit = <E extends keyof Events>(event: E, payload: z.input<Events[E]>) => void

/** Where events go to. */
export interface EmitTarget {
  /** Our window's web contents; null while there is no window. */
  readonly contents: () => Pick<WebContents, 'send' | 'isDestroyed'> | null
  readonly log: Log
}

/** An {@link Emit} to our window. A payload that does not fit its schema is logged and kept back, never thrown at the emitter. */
export function createEmit({ contents, log }: EmitTarget): Emit {
  return (event, payload) => {
    const parsed = events[event].safeParse(payload)
    if (!parsed.success) {
      log.error('An event was kept back', { event, where: parsed.error.issues[0]?.path.join('.') ?? '' })
      return
    }
    const target = contents()
    if (target && !target.isDestroyed()) target.send(eventChannelOf(event), parsed.data)
  }
}
