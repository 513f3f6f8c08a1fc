import { readFile, writeFile } from 'node:fs/promises'
import type { Sandbox } from '../../sandbox/sandbox.ts'

/**
 * Writes a copy of the sandbox's people in which some accounts' people have got a new sign-in name, as after a marriage,
 * so that a review has something to warn of, and in which people are in groups and units. Returns their new sign-in names.
 */
export async function writePeopleFile(
  { peopleFile, accounts }: Sandbox,
  file: string,
  count: number,
): Promise<string[]> {
  let text = await readFile(peopleFile, 'utf8')
  const renamed: string[] = []
  for (const account of accounts()) {
    if (renamed.length === count) break
    const { userName, externalId, active } = account
    if (typeof userName !== 'string' || typeof externalId !== 'string' || active !== true) continue
    const next = userName.replace('@', '.new@')
    // The first cell of the row with the same id; the address in the row's mail cell stays what it is.
    const row = new RegExp(`^(\uFEFF?)${RegExp.escape(userName)}(?=,.*${RegExp.escape(externalId)})`, 'm')
    if (!row.test(text)) continue
    text = text.replace(row, `$1${next}`)
    renamed.push(next)
  }
  await writeFile(file, withMore(text))
  return renamed
}

const groups = ['K2 Users', 'K2 Users;Sales', 'K2 Users;Expense approvers', ''] as const

const units = ['/Contoso/Sales/East', '/Contoso/Sales/West', '/Contoso/Works', '/Contoso', '/Partners'] as const
const costCentres = ['4711', '4712', '0815', ''] as const

/** The rows of an export with more columns: people's groups, where they are in the organisation, and what K2 has no room for. */
function withMore(text: string): string {
  const [header = '', ...rows] = text.split('\r\n')
  const of = (from: readonly string[], at: number) => from[at % from.length]
  const more = (at: number) => [of(groups, at), of(units, at), of(costCentres, at)].join(',')
  const told = rows.map((row, at) => (row === '' ? row : `${row},${more(at)}`))
  return [`${header},groups,organizationalUnit,costCentre`, ...told].join('\r\n')
}
