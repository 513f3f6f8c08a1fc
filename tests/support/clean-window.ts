import type { Launched } from './launch.ts'
import type { KnownSecret, SecretHit } from './secret-search.ts'
import { searchSecrets } from './secret-search.ts'

/** What a suite must leave behind: nothing of this. */
export interface Traces {
  /** Violations of the content security policy. */
  readonly violations: string[]
  /** Requests of the window to anything but its own page. */
  readonly requests: string[]
  /** Errors and warnings on the window's console. */
  readonly console: string[]
  /** Secrets found in the user data, the recorded IPC messages or the DOM. */
  readonly secrets: SecretHit[]
}

/** Looks through everything that a suite left: records of the host, the user-data folder, the window's DOM, further texts. */
export async function tracesOf(
  muster: Launched,
  userData: string,
  secrets: readonly KnownSecret[],
  more: readonly { name: string; text: string }[] = [],
): Promise<Traces> {
  const records = muster.records()
  const dom = await muster.window.content()
  return {
    violations: records.filter((line) => line.kind === 'violation').map((line) => JSON.stringify(line)),
    requests: records
      .filter((line) => line.kind === 'request' && line.outcome !== 'served' && !line.url.startsWith('data:'))
      .map((line) => JSON.stringify(line)),
    console: records
      .filter((line) => line.kind === 'console' && ['error', 'warning'].includes(line.level))
      .map((line) => JSON.stringify(line)),
    secrets: searchSecrets(secrets, [
      { folder: userData },
      { name: 'recorded messages', text: records.map((line) => JSON.stringify(line)).join('\n') },
      { name: 'the window’s DOM', text: dom },
      ...more,
    ]),
  }
}

/** What {@link tracesOf} gives for a suite that left nothing. */
export const noTraces: Traces = { violations: [], requests: [], console: [], secrets: [] }
