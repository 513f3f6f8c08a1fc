import { chmodSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import { type LanguageChoice, languageChoiceSchema } from '../../shared/words/language.ts'
import type { Clock, Log } from '../ports.ts'
import { createSettings, type SettingsStore } from './settings.ts'

/** Settings are a few kilobytes; a file beyond this is not read. */
const maxBytes = 5_000_000

/** Readable and writable by the user alone: addresses and names of an organisation are nobody else's business. */
const mode = 0o600

/** What {@link createElectronSettings} needs. */
export interface ElectronSettingsParts {
  /** The user-data folder. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/**
 * The settings in `config.json`, through electron-store. A file that is no JSON is set aside before electron-store sees it,
 * since that would throw or, asked to, empty it.
 */
export function createElectronSettings({ folder, clock, log }: ElectronSettingsParts): SettingsStore {
  const path = join(folder, 'config.json')
  let store: ElectronStore<Record<string, unknown>> | null = null
  const settings = createSettings({
    held: readHeld(path),
    setAside: () => {
      const name = `config.set-aside-${new Date(clock.now()).toISOString().replace(/\D/g, '').slice(0, 14)}.json`
      renameSync(path, join(folder, name))
      return name
    },
    write: (changed) => {
      store ??= new ElectronStore({
        cwd: folder,
        name: 'config',
        configFileMode: mode,
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
      })
      store.store = { ...changed }
    },
  })
  const { damage } = settings
  if (damage) log.warn('The settings file was set aside', { as: damage.where, detail: damage.detail })
  return settings
}

/** The language that was chosen, which has to be known before anything else is: `system` where the file tells of none. */
export function heldLanguage(folder: string): LanguageChoice {
  const held = readHeld(join(folder, 'config.json'))
  const { data } = languageChoiceSchema.safeParse(held instanceof Object ? Reflect.get(held, 'language') : undefined)
  return data ?? 'system'
}

/** What the file holds: undefined for no file, the text itself when it is no JSON. */
function readHeld(path: string): unknown {
  if (!existsSync(path)) return undefined
  chmodSync(path, mode)
  if (statSync(path).size > maxBytes) return 'too large'
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
