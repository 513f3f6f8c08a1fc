import type { AppUpdater, UpdateInfo } from 'electron-updater'
import { MusterError } from '../../shared/errors.ts'
import type { UpdateChannel } from '../../shared/model/updates.ts'
import { t } from '../../shared/words/text.ts'
import type { Log } from '../ports.ts'

/** Looks for updates, downloads and installs them. What is thrown is whatever went wrong; see {@link ./update-errors.ts}. */
export interface Updater {
  /** Whether this kind of installation can be updated at all. */
  readonly active: boolean
  /** The newest version of a channel, where it is newer than this one. */
  check(channel: UpdateChannel): Promise<string | null>
  /** Downloads what was found last, with the share that is here. The file is kept only if it is the one that was published. */
  download(onShare: (share: number) => void): Promise<void>
  /** Installs what was downloaded: the app ends and comes back. */
  install(): void
}

/**
 * {@link Updater} on electron-updater. It never downloads or installs by itself, never goes back to an older version, follows no
 * address that the description of a version names on another host, and says nothing about this installation to the other side.
 */
export function createUpdater(updater: AppUpdater, log: Log): Updater {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.disableWebInstaller = true
  updater.logger = {
    info: () => {},
    warn: (message: unknown) => log.warn('The updater warns', { detail: firstLine(message) }),
    error: (message: unknown) => log.warn('The updater failed', { detail: firstLine(message) }),
  }
  // It would send a number that stays the same for this installation, for updates that are rolled out by and by.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  // Nobody answers a proxy that asks who this is: without an answer the request would wait for ever.
  updater.signals.login((_info, answer) => answer('', ''))
  const { isUpdateSupported: isSupported } = updater
  updater.isUpdateSupported = (info) => {
    assertOwnPlace(info)
    return isSupported(info)
  }
  let found: string | null = null
  let onShare: (share: number) => void = () => {}
  updater.signals.progress(({ percent }) => onShare(Math.min(Math.max(percent / 100, 0), 1)))

  return {
    get active() {
      return updater.isUpdaterActive()
    },
    check: async (channel) => {
      updater.channel = channel
      // Choosing a channel allows this by itself.
      updater.allowDowngrade = false
      updater.allowPrerelease = channel === 'beta'
      const result = await updater.checkForUpdates()
      found = result?.isUpdateAvailable ? result.updateInfo.version : null
      return found
    },
    download: async (tell) => {
      if (found === null) throw new MusterError('update-none')
      onShare = tell
      await updater.downloadUpdate()
    },
    // With the installer's own window, which asks for an administrator where it is needed, and back to Muster afterwards.
    install: () => updater.quitAndInstall(false, true),
  }
}

/** The others are headers and a stack. */
const firstLine = (message: unknown): string => String(message).split('\n')[0] ?? ''

/** @throws MusterError `update-unusable` where a file of it would come from elsewhere. */
function assertOwnPlace({ files }: UpdateInfo): void {
  const elsewhere = files.find(({ url }) => URL.canParse(url) || url.startsWith('//'))
  if (elsewhere) throw new MusterError('update-unusable', { detail: t('A file of it would come from another place.') })
}
