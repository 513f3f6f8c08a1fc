import { expect, test } from 'vitest'
import { createFileGrants } from '../../../electron/ipc/file-grants.ts'
import { fileGrantSchema } from '../../../shared/model/app.ts'
import { shows } from '../../support/threats.ts'

test(shows('window-taken', 'a grant leads back to its path and shows only the name of the file'), () => {
  const grants = createFileGrants()
  const given = grants.grant('/home/dana/people.csv')
  expect(given.name).toBe('people.csv')
  expect(given.grant).not.toContain('dana')
  expect(grants.path(given.grant)).toBe('/home/dana/people.csv')
  expect(fileGrantSchema.parse(given)).toEqual(given)
})

test.each(['', '/etc/passwd', '__proto__', '3f0e8c1e-5b4f-4c7e-9a41-2f6f0f4f9d11'])(
  'what was never granted is refused: %j',
  (grant) => {
    expect(() => createFileGrants().path(grant)).toThrow(expect.objectContaining({ code: 'file-grant' }))
  },
)

test('the same file chosen twice has two grants', () => {
  const grants = createFileGrants()
  expect(grants.grant('/a').grant).not.toBe(grants.grant('/a').grant)
})
