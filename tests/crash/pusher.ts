import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import { openDatabase } from '../../electron/store/database.ts'
import { clientAt } from '../integration/scim-tenant.ts'
import { silentLog } from '../support/silent-log.ts'
import { endOf, orNothing, planEverybody, workspaceOn } from '../support/workspace-on.ts'
import type { Order, Said } from './messages.ts'
import { workOf } from './work.ts'

// The process that is killed: the app's workspace, database and SCIM client, begun again on whatever is left.

const say = (said: Said): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(said, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })

async function startRun(workspace: Workspace, peopleFile: string): Promise<string> {
  const { summary, people } = await workOf(peopleFile)
  await workspace.source.store({ summary, people, problems: [] })
  await workspace.accounts.learn()
  await workspace.accounts.refresh()
  const plan = await planEverybody(workspace)
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  return plan.id
}

function endingsOf(workspace: Workspace, run: string): Record<string, number> {
  const counted: Record<string, number> = {}
  for (let offset = 0; ; offset += 500) {
    const { rows } = workspace.runs.changes({ run, query: { search: '', show: 'all' }, offset, limit: 500 })
    if (rows.length === 0) return counted
    for (const { outcome, failure } of rows) {
      const ending = failure === null ? outcome : `${outcome} ${failure.code}`
      counted[ending] = (counted[ending] ?? 0) + 1
    }
  }
}

async function main({ database: path, baseUrl, pathToken, accessToken, peopleFile }: Order): Promise<void> {
  const database = openDatabase(path, { log: silentLog })
  if (database.damaged !== null) throw new Error(`The database was damaged: ${database.damaged.reason}`)
  const tokens = { current: async () => accessToken, renew: async () => accessToken }
  const client = clientAt(baseUrl, pathToken, tokens, { limits: { base: 20 } })
  const workspace = workspaceOn(createAccountService(client), { database })
  const [left] = workspace.runs.list()
  if (left !== undefined) workspace.resumeRuns()
  const run = left?.id ?? (await startRun(workspace, peopleFile))
  await say({ kind: 'running', run, resumed: left !== undefined })
  await endOf(workspace, run, 600_000)
  const verified = await workspace.runs.verify({ run })
  await workspace.accounts.refresh()
  const again = await orNothing(planEverybody(workspace))
  const integrity = String(database.prepare('PRAGMA integrity_check').get()?.integrity_check)
  const endings = endingsOf(workspace, run)
  await workspace.close()
  await say({ kind: 'ended', run: verified, endings, integrity, left: again?.total ?? 0 })
  process.disconnect()
}

process.once('message', (order: Order) => {
  main(order).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  })
})
