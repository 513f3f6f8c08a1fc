import { MusterError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import type { Directory, LdapEntry, LdapValue } from './directory.ts'

/** A stretch of a long attribute: `member;range=0-1499`; `last` is null where nothing comes after it. */
interface Stretch {
  readonly name: string
  readonly last: number | null
}

function stretchOf(attribute: string): Stretch | null {
  const [, name, last] = /^([^;]+);range=\d+-(\d+|\*)$/.exec(attribute) ?? []
  return name === undefined ? null : { name, last: last === '*' ? null : Number(last) }
}

/**
 * An entry with its long attributes whole: Active Directory gives 1,500 values at a time and the others for the asking
 * ([MS-ADTS] 3.1.1.3.1.3.3). Every other entry as it is.
 * @throws MusterError `source-limit` when the others don’t come: whoever is missing in a group would pass for having left it.
 */
export async function withWholeRanges(directory: Pick<Directory, 'read'>, entry: LdapEntry): Promise<LdapEntry> {
  const cut = [...entry.values.keys()].filter((attribute) => attribute.includes(';range='))
  if (cut.length === 0) return entry
  const values = new Map(entry.values)
  for (const attribute of cut) {
    const first = stretchOf(attribute)
    if (first === null) continue
    const whole: LdapValue[] = [...(entry.values.get(attribute) ?? [])]
    for (let { last } = first; last !== null; ) {
      const next = await nextStretch(directory, entry.dn, first.name, last + 1)
      whole.push(...next.values)
      // A server that does not get on would go on for ever.
      last = next.last !== null && next.last > last ? next.last : null
    }
    values.delete(attribute)
    values.set(first.name, whole)
  }
  return { dn: entry.dn, values }
}

async function nextStretch(
  directory: Pick<Directory, 'read'>,
  dn: string,
  name: string,
  from: number,
): Promise<{ values: readonly LdapValue[]; last: number | null }> {
  const entry = await directory.read(dn, [`${name};range=${from}-*`])
  for (const [attribute, values] of entry?.values ?? []) {
    const stretch = stretchOf(attribute)
    if (stretch?.name === name) return { values, last: stretch.last }
  }
  throw new MusterError('source-limit', {
    where: dn,
    detail: t('Of “{name}” it gave {from} values and no more.', { name, from: String(from) }),
  })
}
