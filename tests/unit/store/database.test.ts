import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations.ts'
import { silentLog as log } from '../../support/silent-log.ts'
import { shows } from '../../support/threats.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-store-'))
  path = join(folder, 'connections', 'one.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mode = (file: string): string => (statSync(file).mode & 0o777).toString(8)

test(shows('disk-read', 'a new database is readable by its user alone, its folder and its WAL included'), () => {
  const database = openDatabase(path, { log })
  expect(mode(join(folder, 'connections'))).toBe('700')
  expect(mode(path)).toBe('600')
  expect(mode(`${path}-wal`)).toBe('600')
  database.close()
})

test('it is durable at every commit: WAL and synchronous FULL, also after bulk', () => {
  const database = openDatabase(path, { log })
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  database.bulk(() => expect(pragma('synchronous')).toBe(1))
  expect(pragma('synchronous')).toBe(2)
  expect(() =>
    database.bulk(() => {
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(pragma('synchronous')).toBe(2)
  database.close()
})

test('a transaction that fails leaves nothing behind, and one inside another is part of it', () => {
  const database = openDatabase(':memory:', { log })
  const insert = (name: string) => database.prepare("INSERT INTO kept (name, value) VALUES (?, '1')").run(name)
  const names = () =>
    database
      .prepare("SELECT name FROM kept WHERE name <> 'closed' ORDER BY name")
      .all()
      .map(({ name }) => name)
  expect(() =>
    database.transaction(() => {
      insert('a')
      database.transaction(() => insert('b'))
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(names()).toEqual([])
  database.transaction(() => database.transaction(() => insert('c')))
  expect(names()).toEqual(['c'])
})

test(shows('disk-damaged', 'a file that is no database is set aside, not deleted, and a new one is begun'), () => {
  openDatabase(path, { log }).close()
  writeFileSync(path, 'This is no database at all, whoever wrote it.')
  const errors: string[] = []
  const database = openDatabase(path, { log: { ...log, error: (message) => errors.push(message) } })
  expect(database.damaged?.error.code).toBe('database-damaged')
  expect(readFileSync(database.damaged?.path ?? '', 'utf8')).toContain('This is no database')
  expect(database.damaged?.path).toMatch(/one\.db\.damaged-\d{8}T\d{6}$/)
  expect(errors).toHaveLength(1)
  database.close()
  expect(openDatabase(path, { log }).damaged).toBeNull()
})

test('damage inside the file is found when the last use did not end in order', () => {
  const database = openDatabase(path, { log })
  const insert = database.prepare("INSERT INTO kept (name, value) VALUES (?, '1')")
  database.transaction(() => {
    for (let n = 0; n < 5000; n++) insert.run(`name-${n}`)
  })
  database.close()
  // As after a crash: the mark of an orderly end is not there.
  const sql = new DatabaseSync(path)
  sql.exec("UPDATE kept SET value = 'no' WHERE name = 'closed'")
  sql.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 8 * 4096, 12 * 4096)
  writeFileSync(path, bytes)
  const again = openDatabase(path, { log })
  expect(again.damaged?.reason).not.toBe('')
  again.close()
})

test(shows('disk-damaged', 'a database of a newer Muster is refused and left as it is'), () => {
  openDatabase(path, { log }).close()
  const sql = new DatabaseSync(path)
  sql.exec(`PRAGMA user_version = ${migrations.length + 1}`)
  sql.close()
  expect(() => openDatabase(path, { log })).toThrow(expect.objectContaining({ code: 'database-newer' }))
  expect(readdirSync(join(folder, 'connections')).filter((name) => name.includes('damaged'))).toEqual([])
})

test(
  shows('disk-damaged', 'before each migration the file is copied; a step that fails leaves the version before it'),
  () => {
    openDatabase(path, { log }).close()
    const sql = new DatabaseSync(path)
    const good = 'CREATE TABLE second (x TEXT) STRICT'
    expect(() => migrate(sql, path, log, [...migrations, good, 'CREATE TABLE broken ('])).toThrow()
    expect(sql.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length + 1 })
    const copy = `${path}.before-v${migrations.length + 1}.db`
    expect(mode(copy)).toBe('600')
    const copied = new DatabaseSync(copy)
    expect(copied.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(existsSync(`${path}.before-v${migrations.length + 2}.db`)).toBe(true)
    copied.close()
    sql.close()
  },
)

/** Overwrites a part of the file as it would be found after an orderly end, so that opening it looks at its head alone. */
function damageWhatIsRead(): void {
  const database = openDatabase(path, { log })
  const insert = database.prepare("INSERT INTO kept (name, value) VALUES (?, '1')")
  database.transaction(() => {
    for (let n = 0; n < 5000; n++) insert.run(`name-${n}`)
  })
  database.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, bytes.length - 8 * 8192, bytes.length - 2 * 8192)
  writeFileSync(path, bytes)
}

test('a row whose JSON is damaged is said as a part that can’t be read, not in SQLite’s words', () => {
  const database = openDatabase(path, { log })
  database.prepare("INSERT INTO kept (name, value) VALUES ('row', '{\"a\":')").run()
  expect(() => database.prepare("SELECT json_extract(value, '$.a') FROM kept WHERE name = 'row'").get()).toThrow(
    expect.objectContaining({ code: 'database-unreadable' }),
  )
  database.close()
})

test('a damaged name of a column is said when it comes to light, and the next start sets the file aside', () => {
  openDatabase(path, { log }).close()
  const sql = new DatabaseSync(path)
  sql.exec('ALTER TABLE kept RENAME COLUMN value TO valuf')
  sql.close()
  const first = openDatabase(path, { log })
  expect(first.damaged?.error).toMatchObject({ code: 'database-damaged' })
  first.close()
  const other = new DatabaseSync(path)
  other.exec('ALTER TABLE plans RENAME COLUMN hash TO hasj')
  other.close()
  const database = openDatabase(path, { log })
  expect(database.damaged).toBeNull()
  expect(() => database.prepare('SELECT hash FROM plans').all()).toThrow(
    expect.objectContaining({ code: 'database-unreadable' }),
  )
  database.close()
  const next = openDatabase(path, { log })
  expect(next.damaged).not.toBeNull()
  next.close()
})

test(shows('disk-damaged', 'damage that comes to light in use is said, and the next start sets the file aside'), () => {
  damageWhatIsRead()
  const database = openDatabase(path, { log })
  expect(database.damaged).toBeNull()
  expect(() => database.prepare('SELECT * FROM kept').all()).toThrow(
    expect.objectContaining({ code: 'database-unreadable' }),
  )
  database.close()
  const again = openDatabase(path, { log })
  expect(again.damaged?.error.code).toBe('database-damaged')
  again.close()
})

test.each([0, 1, 15, 99, 100, 4096, 8192])(
  'a file that was cut off after %i bytes is set aside, even where SQLite would take it for an empty one',
  (length) => {
    openDatabase(path, { log }).close()
    truncateSync(path, length)
    const database = openDatabase(path, { log })
    expect(statSync(database.damaged?.path ?? '').size).toBe(length)
    expect(database.prepare('SELECT count(*) AS n FROM plans').get()).toEqual({ n: 0 })
    database.close()
  },
)

test(shows('disk-damaged', 'a place that can’t be had is said, and nothing is set aside or emptied'), () => {
  writeFileSync(join(folder, 'connections'), 'a file where the folder has to be')
  expect(() => openDatabase(path, { log })).toThrow(expect.objectContaining({ code: 'database-unavailable' }))
  expect(readdirSync(folder)).toEqual(['connections'])
})

test(shows('disk-damaged', 'a full disk is said in words, and what was there before is there still'), () => {
  const database = openDatabase(path, { log })
  database.transaction(() => database.prepare("INSERT INTO kept (name, value) VALUES ('a', '1')").run())
  // SQLite answers a file that may not grow as it answers a disk that is full.
  database.prepare(`PRAGMA max_page_count = 1`).get()
  const large = 'x'.repeat(200_000)
  expect(() =>
    database.transaction(() => database.prepare("INSERT INTO kept (name, value) VALUES ('b', ?)").run(large)),
  ).toThrow(expect.objectContaining({ code: 'database-unavailable' }))
  expect(database.prepare("SELECT value FROM kept WHERE name = 'a'").get()).toEqual({ value: '1' })
  database.close()
})
