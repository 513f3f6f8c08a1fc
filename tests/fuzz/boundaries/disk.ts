import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { openDatabase } from '../../../electron/store/database.ts'
import { createSettings, type Settings } from '../../../electron/store/settings.ts'
import { connectionSchema } from '../../../shared/model/connection.ts'
import { recognised } from '../../../shared/model/source.ts'
import { connection } from '../../support/connection.ts'
import { FakeService } from '../../support/fake-account-service.ts'
import { silentLog } from '../../support/silent-log.ts'
import { person, setUp } from '../../support/workspace-desk.ts'
import { workspaceOn } from '../../support/workspace-on.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, damage, damagedBy, mutated } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const otherId = '0f4f0a52-3c0e-4d4e-9c58-0a1f5f0f6c22'
const settings: Settings = {
  connections: [connection, { ...connection, id: otherId, name: 'Fabrikam' }],
  unclaimed: [otherId],
  peopleFiles: { [connection.id]: '/home/ann/people.csv' },
  peopleReadings: { [connection.id]: recognised },
  gridLayouts: {},
  reminded: {},
  networks: {},
  updateChannel: 'beta',
  window: { x: 0, y: 0, width: 1280, height: 800, maximized: false },
  chosen: otherId,
  language: 'de',
}

/** The settings file as it may be found: of an older or a newer Muster, damaged, or written by somebody else. */
export const settingsOnDisk: Boundary = boundary({
  name: 'settings-on-disk',
  cost: 2,
  inputs: fc.oneof({ weight: 4, arbitrary: mutated(settings) }, anyJson, anyText),
  open: plainly((held: unknown) => {
    const written: Settings[] = []
    let aside = 0
    const file = {
      held,
      write: (one: Settings) => void written.push(one),
      setAside: () => `config.set-aside-${++aside}.json`,
    }
    const read = createSettings(file)
    for (const one of read.connections()) connectionSchema.parse(one)
    must((read.damage === null) === (aside === 0), 'A file is set aside and nobody is told, or the other way round.')
    must(read.damage !== null || written.length === 0, 'A sound file was written over.')
    if (read.damage)
      must(read.damage.where !== null && read.damage.detail !== null, 'Damage says neither where nor what.')
    read.setPeopleFile('__proto__', '/x')
    read.setWindowBounds({ x: 0, y: 0, width: 300, height: 300, maximized: false })
    must(
      read.peopleFile('constructor') === null && Reflect.get({}, '__proto__x') === undefined,
      'A name means something.',
    )
  }),
})

/** A database with people, accounts, a plan that waits and a run that has ended, as one file. */
async function soundDatabase(folder: string): Promise<Buffer> {
  const path = join(folder, 'sound.db')
  const service = new FakeService()
  service.seed({ userName: 'Bo@contoso.example', title: 'Old' })
  const desk = setUp({ path, service })
  await desk.people(person('Ann'), person('Bo', { attributes: { title: 'New' } }))
  await desk.workspace.accounts.refresh()
  await desk.pushAll()
  await desk.people(person('Ann', { attributes: { title: 'Newer' } }), person('Bo'))
  await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  await desk.workspace.close()
  const sql = new DatabaseSync(path)
  sql.exec('PRAGMA journal_mode = DELETE')
  sql.close()
  return readFileSync(path)
}

/**
 * Work that may be refused. SQLite's own errors never get out. What is inside a row has no schema of its own, since checking
 * a hundred thousand would cost more than reading them: a change whose text was damaged may fail further in, which the edge
 * to the window turns into `internal` with an id.
 */
async function tried<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) throw new Error('SQLite’s own error got out.', { cause: error })
    return null
  }
}

/** Opens the file and reads everything that the screens show. */
async function readAllOf(path: string): Promise<void> {
  const database = openDatabase(path, { log: silentLog })
  const workspace = workspaceOn(new FakeService(), { database })
  const [offset, limit, query] = [0, 100, { search: '', state: null, sort: { by: 'name' as const, descending: false } }]
  try {
    await tried(() => workspace.source.summary())
    await tried(() => workspace.source.problems({ offset, limit }))
    await tried(() => workspace.mapping.state())
    await tried(() => workspace.people.query({ query, offset, limit }))
    await tried(() => workspace.accounts.state())
    await tried(() => workspace.groups.state())
    const plans = (await tried(() => database.prepare('SELECT id FROM plans').all())) ?? []
    for (const plan of plans.map(({ id }) => String(id))) {
      const summary = await tried(() => workspace.plans.get({ plan }))
      await tried(() => workspace.plans.changes({ plan, offset, limit }))
      if (summary) await tried(() => workspace.runs.start({ plan, hash: summary.hash, typed: null }))
    }
    for (const { id: run } of (await tried(() => workspace.runs.list())) ?? []) {
      await tried(() => workspace.runs.get({ run }))
      await tried(() => workspace.runs.changes({ run, query: { search: '', show: 'all' }, offset, limit }))
      await tried(() => workspace.runs.change({ run, change: 1 }))
      await tried(() => workspace.runs.undo({ run }))
    }
  } finally {
    await tried(() => workspace.close())
    database.close()
  }
}

/** The database file with some of its bytes changed, cut off or doubled: read, or refused, or set aside, and never gone. */
export const databaseOnDisk: Boundary = boundary({
  name: 'database-on-disk',
  cost: 150,
  inputs: fc.array(damage, { minLength: 1, maxLength: 3 }),
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
    const tried = join(folder, 'tried')
    const sound = await soundDatabase(folder)
    return {
      holds: async (all) => {
        const path = join(tried, 'one.db')
        const bytes = all.reduce<Buffer>((rest, one) => (rest.length === 0 ? rest : damagedBy(rest, one)), sound)
        mkdirSync(tried)
        writeFileSync(path, bytes)
        try {
          await orRefused(() => readAllOf(path), { codes: /^database-/ })
          must(existsSync(path), 'The database is gone.')
        } finally {
          rmSync(tried, { recursive: true })
        }
      },
      close: () => rmSync(folder, { recursive: true, force: true }),
    }
  },
})
