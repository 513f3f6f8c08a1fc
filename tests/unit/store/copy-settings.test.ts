import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copySettings } from '../../../electron/store/copy-settings.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { keptValue } from '../../../electron/store/kept.ts'
import { silentLog as log } from '../../support/silent-log.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

test('a copy has the mapping with what is being edited of it, the groups and the source of the original, and none of its people', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-copy-'))
  const path = join(folder, 'original.db')
  const original = setUp({ path })
  await original.people(person('ada'))
  const { saved } = original.workspace.mapping.state()
  await original.workspace.mapping.save({ mapping: { ...saved, rules: saved.rules.slice(0, 3) } })
  original.workspace.mapping.keepDraft({ mapping: { rules: saved.rules.slice(0, 2) } })
  original.workspace.source.keep({ use: 'ldap', ldap: null, scim: null })
  // The original is open, as it is when an admin duplicates it.
  const copyPath = join(folder, 'copy.db')
  const database = openDatabase(copyPath, { log })
  copySettings(path, database)
  database.close()
  const copy = setUp({ path: copyPath })
  expect(copy.workspace.mapping.state()).toMatchObject({
    saved: { rules: { length: 3 } },
    draft: { rules: { length: 2 } },
  })
  expect(copy.workspace.source.settings().use).toBe('ldap')
  expect(await copy.ids()).toEqual([])
  await copy.workspace.close()
  await original.workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a connection that was never opened has nothing to copy', () => {
  const database = openDatabase(':memory:', { log })
  copySettings(join(tmpdir(), 'muster-there-is-no-such-database.db'), database)
  expect(keptValue(database, 'mapping').get()).toBeNull()
  database.close()
})

test('a database that is damaged is refused in words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-copy-'))
  const path = join(folder, 'damaged.db')
  writeFileSync(path, 'no database at all, but long enough to be looked at as one. '.repeat(100))
  const database = openDatabase(':memory:', { log })
  expect(() => copySettings(path, database)).toThrow(expect.objectContaining({ code: 'database-unreadable' }))
  database.close()
  rmSync(folder, { recursive: true, force: true })
})
