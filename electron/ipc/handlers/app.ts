import { randomBytes } from 'node:crypto'
import type { Handlers } from '../../../shared/contract.ts'
import { type MusterError, toFailure } from '../../../shared/errors.ts'
import type { AppInfo, Guide, SetAsideFile } from '../../../shared/model/app.ts'
import type { LanguageChoice } from '../../../shared/words/language.ts'
import { spokenLocale } from '../../../shared/words/text.ts'
import { links } from '../../links.ts'
import type { OpenConnections } from '../../open-connections.ts'
import type { ManagedPolicy } from '../../policy/policy.ts'
import type { OpenUrl } from '../../ports.ts'
import type { KeychainVault } from '../../session/vault.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { Sealing } from '../sealed.ts'

/** What the calls about the app itself need. */
export interface AppParts {
  readonly version: string
  readonly platform: AppInfo['platform']
  /** Speaks as chosen from now on, in main and in the window. */
  readonly speak: (choice: LanguageChoice) => Promise<void>
  readonly vault: KeychainVault
  /** The keychain has been tried; until then nothing is known of it. */
  readonly vaultProbed: Promise<unknown>
  readonly open: Pick<OpenConnections, 'restore' | 'get'>
  readonly settings: Pick<SettingsStore, 'damage' | 'language' | 'setLanguage'>
  /** Still being made when the window opens. */
  readonly sealing: Promise<Sealing>
  readonly demo: boolean
  readonly online: () => boolean
  readonly policy: ManagedPolicy
  readonly openLink: OpenUrl
  readonly openGuide: (guide: Guide) => Promise<void>
  readonly copyText: (text: string) => void
}

/** `app.*` */
export const appHandlers = (parts: AppParts): Handlers['app'] => ({
  info: async () => {
    await parts.vaultProbed
    const { version, platform, vault, demo, settings } = parts
    const locale = spokenLocale()
    const { publicKey: sealingKey } = await parts.sealing
    return { version, platform, locale, language: settings.language(), vault: vault.status(), sealingKey, demo }
  },
  openLink: async ({ link }) => {
    await parts.openLink(links[link])
    return null
  },
  openGuide: async ({ guide }) => {
    await parts.openGuide(guide)
    return null
  },
  copy: ({ text }) => {
    parts.copyText(text)
    return null
  },
  online: () => parts.online(),
  setLanguage: async ({ language }) => {
    parts.settings.setLanguage(language)
    await parts.speak(language)
    return null
  },
  policy: () => parts.policy.shown(),
  probeVault: async () => {
    const status = await parts.vault.probe()
    await parts.open.restore()
    return status
  },
  setAside: async ({ connection }) => {
    const { damage } = parts.settings
    // One that can't be opened says so wherever it is asked for anything.
    const opened = connection === null ? null : await parts.open.get(connection).catch(() => null)
    return [
      ...(damage ? [setAsideFile('settings', damage.where ?? '', damage)] : []),
      ...(opened?.damaged ? [setAsideFile('database', opened.damaged.path, opened.damaged.error)] : []),
    ]
  },
})

/** The log has told of it when it was found. */
const setAsideFile = (what: SetAsideFile['what'], path: string, error: MusterError): SetAsideFile => ({
  what,
  path,
  failure: toFailure(error, randomBytes(3).toString('hex')),
})
