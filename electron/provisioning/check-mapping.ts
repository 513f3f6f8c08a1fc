import { MusterError } from '../../shared/errors.ts'
import type { Mapping } from '../../shared/model/mapping.ts'
import { canBeCleared } from '../../shared/scim/clearing.ts'
import { parsePath } from '../../shared/scim/path.ts'

/**
 * Checks what the shape of a mapping does not say.
 * @throws MusterError `path-invalid` for what is no attribute path; `mapping-invalid` for two rules that get in each other's
 * way, for one that would clear what an account can't be without, and for a mapping that fills no sign-in name.
 */
export function checkMapping({ rules }: Mapping): void {
  const filled = new Set<string>()
  const primaries = new Set<string>()
  const refuse = (where: string, detail: string): never => {
    throw new MusterError('mapping-invalid', { where, detail })
  }
  for (const { to, whenEmpty } of rules) {
    const { schema, attribute, sub } = parsePath(to)
    const key = to.toLowerCase()
    if (filled.has(key)) refuse(to, `Two rules fill ${to}.`)
    filled.add(key)
    if (whenEmpty === 'remove' && !canBeCleared(to)) refuse(to, `${to} can’t be cleared: an account needs it.`)
    if (sub !== 'primary') continue
    const list = `${schema ?? ''}:${attribute}`.toLowerCase()
    if (primaries.has(list)) refuse(to, `Two rules say which of the ${attribute} is the primary one.`)
    primaries.add(list)
  }
  if (!filled.has('username')) refuse('userName', 'No rule fills userName, the sign-in name.')
}
