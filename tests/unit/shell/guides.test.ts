import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createOpenGuide } from '../../../electron/guides.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-guides-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Has a page at a path below the folder. */
function page(path: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  return file
}

/** Muster's own, with a system that answers this; and what it was asked to open. */
function opening(packaged: boolean, answer = '') {
  const opened: string[] = []
  const openFile = async (path: string) => {
    opened.push(path)
    return answer
  }
  const [resources, appPath] = [join(folder, 'resources'), join(folder, 'app')]
  return { open: createOpenGuide({ packaged, resources, appPath, openFile }), opened }
}

test('a packed app has its guides beside the archive, one from source in what was built', async () => {
  const [packed, built] = [page('resources/docs/guide/index.html'), page('app/out/docs/admin-guide.html')]
  const [installed, source] = [opening(true), opening(false)]
  await installed.open('user')
  await source.open('admin')
  expect([...installed.opened, ...source.opened]).toEqual([packed, built])
})

test('a guide that is gone, or that no program opens, is an error that names its file', async () => {
  const file = page('resources/docs/guide/index.html')
  const { open, opened } = opening(true, 'No application is registered')
  await expect(open('user')).rejects.toMatchObject({
    code: 'guide-unopened',
    where: file,
    detail: 'No application is registered',
  })
  await expect(open('admin')).rejects.toMatchObject({
    code: 'guide-missing',
    where: join(folder, 'resources/docs/admin-guide.html'),
  })
  expect(opened).toEqual([file])
})
