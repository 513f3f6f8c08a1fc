import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import { summary } from '../../support/workspace-desk.ts'
import { workspaceOn } from '../../support/workspace-on.ts'
import type { Generated } from './directories.ts'
import { type TenantInMemory, tenantInMemory } from './tenant-in-memory.ts'

/** Sets up a generated directory, lets `work` do something with it, and puts it away. */
export async function on(
  { quirks, accounts, people }: Generated,
  work: (desk: Workspace, tenant: TenantInMemory) => Promise<void>,
): Promise<void> {
  const tenant = tenantInMemory(quirks, accounts)
  const workspace = workspaceOn(tenant.service, { clock: tenant.clock })
  try {
    await workspace.source.store({ summary, people, problems: [] })
    await workspace.accounts.learn()
    await workspace.accounts.refresh()
    await work(workspace, tenant)
  } finally {
    await workspace.close()
  }
}
