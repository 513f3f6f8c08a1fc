import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog, logFileName } from '../../../electron/log.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { shows } from '../../support/threats.ts'

function world() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-log-'))
  const redactor = createRedactor()
  const log = createLog({ folder, redactor, console: false })
  return { folder, redactor, log, read: () => readFileSync(join(folder, logFileName), 'utf8') }
}

test('a line holds the time, the level, the message and its data', () => {
  const { log, read } = world()
  log.warn('A call failed', { id: '7f3a91' })
  expect(read()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z warn A call failed {"id":"7f3a91"}\r?\n$/)
})

test(shows('secrets-kept', 'no line holds a secret that is in use, wherever it stood'), () => {
  const { log, redactor, read } = world()
  redactor.learn('rotating/refresh"token')
  log.info('Refreshed rotating/refresh"token', { detail: [{ token: 'rotating/refresh"token' }] })
  log.error('x', { cause: [new Error('POST failed: rotating/refresh"token').stack] })
  expect(read()).not.toContain('rotating')
  expect(read().match(/••••••/g)).toHaveLength(3)
})

test('a text that looks like a format is written as it is', () => {
  const { log, read } = world()
  log.info('100 %s done %o %c', { reason: 'red' })
  expect(read()).toContain('100 %s done %o %c {"reason":"red"}')
})

test('a field that is not on the list is left out, whatever is in it', () => {
  const { log, read } = world()
  log.info('Signed in', { connection: 'c-1', accessToken: 'nobody-knows-this-one', deep: { a: 1 }, accounts: 3 })
  expect(read()).toContain('Signed in {"connection":"c-1","accessToken":"(left out)","deep":"(left out)","accounts":3}')
})

test('which reminder was shown can be read afterwards', () => {
  const { log, read } = world()
  log.info('The admin was reminded', { connection: 'c-1', reminder: 'one-day' })
  expect(read()).toContain('{"connection":"c-1","reminder":"one-day"}')
})

test('files are rotated by size and only the newest are kept', () => {
  const { log, folder } = world()
  const kilobytes = 'x'.repeat(256 * 1024)
  for (let line = 0; line < 60; line++) log.info(kilobytes)
  const files = readdirSync(folder)
  expect(files.sort()).toEqual(['muster.1.log', 'muster.2.log', 'muster.3.log', 'muster.4.log', logFileName])
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(2.6 * 1024 * 1024)
})

test(shows('disk-read', 'the log is readable by its user alone, and one that was not is taken back'), () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'muster-log-')), 'logs')
  const modeOf = (path: string) => statSync(path).mode & 0o777
  const line = () => createLog({ folder, redactor: createRedactor(), console: false }).info('Started')
  line()
  expect([modeOf(folder), modeOf(join(folder, logFileName))]).toEqual([0o700, 0o600])

  chmodSync(join(folder, logFileName), 0o644)
  writeFileSync(join(folder, 'muster.1.log'), '', { mode: 0o644 })
  line()
  expect([modeOf(join(folder, logFileName)), modeOf(join(folder, 'muster.1.log'))]).toEqual([0o600, 0o600])
})
