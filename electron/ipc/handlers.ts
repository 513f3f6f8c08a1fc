import type { Handlers } from '../../shared/contract.ts'
import type { LongWork } from '../long-work.ts'
import type { Updates } from '../updates/updates.ts'
import { type AppParts, appHandlers } from './handlers/app.ts'
import { type ConnectionParts, connectionHandlers } from './handlers/connections.ts'
import { copyingHandlers } from './handlers/copying.ts'
import { type FileParts, fileHandlers } from './handlers/files.ts'
import { gridHandlers } from './handlers/grids.ts'
import { type NetworkParts, networkHandlers } from './handlers/network.ts'
import { sessionHandlers } from './handlers/session.ts'
import { type SourceParts, sourceHandlers } from './handlers/source.ts'
import { updateHandlers } from './handlers/updates.ts'
import { workspaceHandlers } from './handlers/workspace.ts'
import { createTrying } from './trying.ts'

/** Everything the calls of the window are answered from. */
export type HandlerParts = Omit<AppParts, 'demo'> &
  Omit<ConnectionParts & SourceParts & NetworkParts, 'trying' | 'testing'> &
  Omit<FileParts, 'workspaceOf'> & {
    /** Shows that something is under way which nobody knows the length of. */
    readonly during: LongWork['during']
    readonly updates: Updates
  }

/** One handler for every call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const workspaceOf = async (connection: string) => (await parts.open.get(connection)).workspace
  const trying = createTrying('source-cancelled')
  const testing = createTrying('test-cancelled')
  const files = fileHandlers({ ...parts, workspaceOf })
  const workspace = workspaceHandlers(workspaceOf)
  const copying = copyingHandlers({ workspaceOf, copyText: parts.copyText })
  return {
    app: appHandlers({ ...parts, demo: parts.demo !== null }),
    updates: updateHandlers(parts.updates),
    connections: connectionHandlers({ ...parts, trying, testing }),
    session: sessionHandlers(parts),
    network: networkHandlers({ ...parts, testing }),
    diagnostics: files.diagnostics,
    files: files.files,
    people: { ...workspace.people, ...copying.people },
    selections: workspace.selections,
    grids: gridHandlers(parts.settings),
    accounts: { ...workspace.accounts, ...copying.accounts },
    groups: workspace.groups,
    mapping: { ...workspace.mapping, ...files.mapping },
    plans: {
      ...workspace.plans,
      ...files.plans,
      ...copying.plans,
      create: (input) => parts.during(() => workspace.plans.create(input)),
      again: (input) => parts.during(() => workspace.plans.again(input)),
    },
    source: { ...workspace.source, ...files.source, ...sourceHandlers({ ...parts, trying }) },
    runs: { ...workspace.runs, ...files.runs, ...copying.runs },
  }
}
