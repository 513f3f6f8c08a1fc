import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { Mapping, MappingRule } from '../../../shared/model/mapping.ts'
import { canBeCleared } from '../../../shared/scim/clearing.ts'
import { summary } from '../../support/workspace-desk.ts'
import { workspaceOn } from '../../support/workspace-on.ts'
import type { Generated } from './directories.ts'
import { type TenantInMemory, tenantInMemory } from './tenant-in-memory.ts'

/** Sets up a generated directory, lets `work` do something with it, and puts it away. */
export async function on(
  { quirks, accounts, people, ...mapped }: Generated,
  work: (desk: Workspace, tenant: TenantInMemory) => Promise<void>,
): Promise<void> {
  const tenant = tenantInMemory(quirks, accounts)
  const workspace = workspaceOn(tenant.service, { clock: tenant.clock })
  try {
    await workspace.source.store({ summary, people, problems: [] })
    await workspace.mapping.save({ mapping: mappingOf(mapped) })
    await workspace.accounts.learn()
    await workspace.accounts.refresh()
    await work(workspace, tenant)
  } finally {
    await workspace.close()
  }
}

function mappingOf({ clears, movesPrimary }: Pick<Generated, 'clears' | 'movesPrimary'>): Mapping {
  const rules = defaultMappingOf(summary.product).rules.map((rule): MappingRule => {
    const when = movesPrimary && rule.to.endsWith('.primary') ? 'always' : rule.when
    return { ...rule, when, whenEmpty: clears && when === 'always' && canBeCleared(rule.to) ? 'remove' : 'leave' }
  })
  return { rules }
}
