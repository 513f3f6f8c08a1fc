import type { Handlers } from '../../../shared/contract.ts'
import type { CopiedTable } from '../../provisioning/reports/copied-table.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'

/** What the calls that copy lists need. */
export interface CopyingParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly copyText: (text: string) => void
}

/** What of `people.*`, `accounts.*`, `plans.*` and `runs.*` puts rows on the clipboard: main has all of them, the window a few. */
export function copyingHandlers({ workspaceOf, copyText }: CopyingParts): {
  [G in 'people' | 'accounts' | 'plans' | 'runs']: Pick<Handlers[G], 'copy'>
} {
  const copying =
    <I extends { connection: string }>(table: (workspace: Workspace, input: I) => Promise<CopiedTable>) =>
    async (input: I) => {
      const { rows, text } = await table(await workspaceOf(input.connection), input)
      copyText(text)
      return { copied: rows }
    }
  return {
    people: { copy: copying(({ people }, input) => people.copied(input)) },
    accounts: { copy: copying(({ accounts }, input) => accounts.copied(input)) },
    plans: { copy: copying(({ plans }, input) => plans.copied(input)) },
    runs: { copy: copying(({ runs }, input) => runs.copied(input)) },
  }
}
