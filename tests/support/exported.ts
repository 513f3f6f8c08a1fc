import type { Exported } from '../../electron/provisioning/reports/export.ts'

/** Everything that an export would write. */
export async function textOf({ chunks }: Exported): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
