import { randomBytes } from 'node:crypto'
import { MusterError, toFailure } from '../../shared/errors.ts'
import type { ShownUpdates, UpdateChannel, UpdateState, UpdatesOff } from '../../shared/model/updates.ts'
import type { Emit } from '../ipc/emit.ts'
import type { Clock, Log } from '../ports.ts'
import type { SettingsStore } from '../store/settings.ts'
import { updateError } from './update-errors.ts'
import type { Updater } from './updater.ts'

/** What {@link createUpdates} needs. */
export interface UpdatesParts {
  /** Why there are none; null where there are. */
  readonly off: UpdatesOff | null
  /** Gives the updater, once, when it is first needed. */
  readonly load: () => Promise<Updater>
  readonly settings: Pick<SettingsStore, 'updateChannel' | 'setUpdateChannel'>
  /** Whether anything is under way that an update would cut off: a push that has not ended, a plan in the making. */
  readonly busy: () => Promise<boolean>
  /** Ends everything in order before the app is replaced. */
  readonly close: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
}

/** Muster's updates of itself. */
export interface Updates {
  shown(): ShownUpdates
  /** Looks for a newer version and downloads it; joins a look under way. @throws MusterError `updates-off` */
  check(): Promise<ShownUpdates>
  /** Takes another channel, and looks there. @throws MusterError `updates-off` */
  choose(channel: UpdateChannel): Promise<ShownUpdates>
  /** Installs what is ready. @throws MusterError `updates-off`, `update-none`, `update-waits` */
  restart(): Promise<void>
  /** Looks soon, and then once a day; ends only where there are no updates. */
  watch(): Promise<void>
}

/** Milliseconds from the start to the first look, so that it takes nothing from the start; and between two. */
const firstLook = 30_000
const lookEvery = 24 * 60 * 60_000

/** Nobody has looked yet. */
export function createUpdates(parts: UpdatesParts): Updates {
  const { off, settings, clock, log, emit } = parts
  let state: UpdateState = off === null ? { at: 'idle' } : { at: 'off', reason: off }
  let checkedAt: number | null = null
  let loading: Promise<Updater> | null = null
  let looking: Promise<void> | null = null

  const shown = (): ShownUpdates => ({ channel: settings.updateChannel(), checkedAt, state })
  const become = (next: UpdateState): void => {
    state = next
    emit('updates.changed', shown())
  }
  const assertOn = (): void => {
    if (state.at === 'off') throw new MusterError('updates-off')
  }
  const updater = (): Promise<Updater> => {
    loading ??= parts.load()
    return loading
  }

  async function look(): Promise<void> {
    become({ at: 'checking' })
    try {
      const source = await updater()
      if (!source.active) return become({ at: 'off', reason: 'not-installed' })
      const version = await source.check(settings.updateChannel())
      checkedAt = clock.now()
      if (version === null) return become({ at: 'idle' })
      become({ at: 'downloading', version, share: 0 })
      await source.download((share) => {
        // The window is told of whole percents.
        const before = state.at === 'downloading' ? state.share : 0
        if (Math.floor(share * 100) > Math.floor(before * 100)) become({ at: 'downloading', version, share })
      })
      log.info('An update is ready', { version })
      become({ at: 'ready', version })
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown): void {
    const failure = toFailure(updateError(error), randomBytes(3).toString('hex'))
    log.warn('No update', { id: failure.id, code: failure.code, detail: failure.detail })
    become({ at: 'failed', failure })
  }

  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    shown,
    check: async () => {
      assertOn()
      // What is ready stays ready.
      if (state.at !== 'ready') await lookOnce()
      return shown()
    },
    choose: async (channel) => {
      assertOn()
      // One under way is about the channel before.
      await looking
      settings.setUpdateChannel(channel)
      await lookOnce()
      return shown()
    },
    restart: async () => {
      assertOn()
      if (state.at !== 'ready') throw new MusterError('update-none')
      if (await parts.busy()) throw new MusterError('update-waits')
      const { version } = state
      const source = await updater()
      await parts.close()
      log.info('Muster is replaced', { version })
      source.install()
    },
    watch: async () => {
      if (off !== null) return
      await clock.sleep(firstLook)
      while (state.at !== 'off') {
        if (state.at !== 'ready') await lookOnce()
        await clock.sleep(lookEvery)
      }
    },
  }
}
