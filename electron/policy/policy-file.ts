import { lstatSync, readFileSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { de, en } from 'zod/locales'
import { type Policy, policySchema } from '../../shared/model/policy.ts'
import { type Language, languageOf } from '../../shared/words/language.ts'
import { spokenLocale, t } from '../../shared/words/text.ts'

/** What the policy file says: nothing where there is none, or why it can’t be used. */
export type PolicyRead =
  | { readonly state: 'none' }
  | { readonly state: 'in-force'; readonly policy: Policy }
  | { readonly state: 'locked'; readonly problem: string }

/**
 * Where the file is on each platform: where only administrators can write. On Windows that is below Program Files, since
 * anybody may make a folder below ProgramData, and in a folder of its own: an update of Muster empties the program's.
 */
export function policyPath(platform: NodeJS.Platform): string {
  if (platform === 'win32') return win32.join('C:\\Program Files', 'Muster Policy', 'policy.json')
  if (platform === 'darwin') return posix.join('/Library/Application Support', 'Muster', 'policy.json')
  return posix.join('/etc', 'muster', 'policy.json')
}

/** A policy has a few dozen lines. */
const mostBytes = 1_000_000

/**
 * Reads the policy. `owner` is the user id that file and folder have to belong to, 0 for the administrator; null where
 * that can’t be asked (Windows, whose access lists Node does not show). Never throws.
 */
export function readPolicy(path: string, owner: number | null): PolicyRead {
  try {
    const file = lstatSync(path)
    if (!file.isFile()) return locked(t('It is not a plain file.'))
    if (file.size > mostBytes) return locked(t('It is too large to be a policy.'))
    if (owner !== null) {
      if (!isOnlyFor(owner, file)) return locked(t('Others than administrators can write it.'))
      if (!isOnlyFor(owner, lstatSync(posix.dirname(path))))
        return locked(t('Others than administrators can write its folder.'))
    }
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { state: 'none' }
      : locked(t('It can’t be read ({code}).', { code: code || 'unknown' }))
  }
}

const locked = (problem: string): PolicyRead => ({ state: 'locked', problem })

/** Whether a file belongs to the owner and nobody else may write it. */
const isOnlyFor = (owner: number, { uid, mode }: { readonly uid: number; readonly mode: number }): boolean =>
  uid === owner && (mode & 0o022) === 0

/** What schemas say of a value, by language; what they say in words of Muster’s own is in the catalogue. */
const ofSchemas: Readonly<Record<Language, typeof en>> = { en, de }

function parse(text: string): PolicyRead {
  let held: unknown
  try {
    held = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return locked(t('It is not valid JSON.'))
  }
  const { localeError } = ofSchemas[languageOf(spokenLocale())]()
  const parsed = policySchema.safeParse(held, { error: localeError })
  if (parsed.success) return { state: 'in-force', policy: parsed.data }
  const [issue] = parsed.error.issues
  const setting = issue?.path.join('.') ?? ''
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return locked(
      setting === ''
        ? t('The file holds “{key}”, which is not a setting.', { key })
        : t('“{setting}” holds “{key}”, which is not a setting.', { setting, key }),
    )
  }
  const reason = (issue?.message ?? t('it is not valid')).replace(/\.$/, '')
  return locked(
    setting === ''
      ? t('The file can’t be used: {reason}.', { reason })
      : t('“{setting}” can’t be used: {reason}.', { setting, reason }),
  )
}
