import { z } from 'zod'
import { MusterError } from '../shared/errors.ts'
import { needsSecret, type SourceSettings, secretPlace } from '../shared/model/source-settings.ts'
import type { KeptIn, Redactor, Vault } from './ports.ts'
import { readEntry, sourceSecretEntry } from './vault-entries.ts'

/** What the vault keeps for a source: the secret, and the one place it may go to. */
const entrySchema = z.object({ place: z.string(), secret: z.string().min(1) })

/** The passwords, tokens and client secrets of sources. */
export interface SourceSecrets {
  /**
   * The secret to sign in with: the one that was given, else the one that is kept for this very place. Null where none is
   * needed.
   * @throws MusterError `source-secret-missing`
   */
  forUse(connection: string, settings: SourceSettings, given: string | null): Promise<string | null>
  /** Keeps a secret for the place that settings name; forgets the one that is kept where none is needed. */
  keep(connection: string, settings: SourceSettings, secret: string | null): Promise<void>
  /** Where the secret of a kind of source is kept; null when there is none. */
  keptIn(connection: string, kind: SourceSettings['kind']): Promise<KeptIn | null>
}

/** {@link SourceSecrets} in the vault. */
export function createSourceSecrets(vault: Vault, redactor: Pick<Redactor, 'learn'>): SourceSecrets {
  async function held(connection: string, kind: SourceSettings['kind']) {
    const entry = readEntry(await vault.get(sourceSecretEntry(connection, kind)), entrySchema)
    if (entry !== null) redactor.learn(entry.secret)
    return entry
  }
  return {
    forUse: async (connection, settings, given) => {
      if (!needsSecret(settings)) return null
      if (given !== null && given !== '') {
        redactor.learn(given)
        return given
      }
      const entry = await held(connection, settings.kind)
      // A secret goes only where the admin meant it to go, whatever the settings say by now.
      if (entry?.place !== secretPlace(settings)) throw new MusterError('source-secret-missing', { where: 'secret' })
      return entry.secret
    },
    keep: async (connection, settings, secret) => {
      const name = sourceSecretEntry(connection, settings.kind)
      if (secret === null) await vault.delete(name)
      else await vault.set(name, JSON.stringify({ place: secretPlace(settings), secret }))
    },
    keptIn: async (connection, kind) =>
      (await held(connection, kind)) === null ? null : vault.keptIn(sourceSecretEntry(connection, kind)),
  }
}
