import type { Handlers } from '../../shared/contract.ts'
import { type AppParts, appHandlers } from './handlers/app.ts'
import { type ConnectionParts, connectionHandlers } from './handlers/connections.ts'
import { type FileParts, fileHandlers } from './handlers/files.ts'
import { sessionHandlers } from './handlers/session.ts'
import { type SourceParts, sourceHandlers } from './handlers/source.ts'
import { workspaceHandlers } from './handlers/workspace.ts'

/** Everything the calls of the window are answered from. */
export type HandlerParts = Omit<AppParts, 'demo'> & ConnectionParts & Omit<FileParts, 'workspaceOf'> & SourceParts

/** One handler for every call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const workspaceOf = async (connection: string) => (await parts.open.get(connection)).workspace
  const files = fileHandlers({ ...parts, workspaceOf })
  const workspace = workspaceHandlers(workspaceOf)
  return {
    app: appHandlers({ ...parts, demo: parts.demo !== null }),
    connections: connectionHandlers(parts),
    session: sessionHandlers(parts.open, parts.copyText),
    files: files.files,
    people: workspace.people,
    accounts: workspace.accounts,
    groups: workspace.groups,
    mapping: { ...workspace.mapping, ...files.mapping },
    plans: { ...workspace.plans, ...files.plans },
    source: { ...workspace.source, ...files.source, ...sourceHandlers(parts) },
    runs: { ...workspace.runs, ...files.runs },
  }
}
