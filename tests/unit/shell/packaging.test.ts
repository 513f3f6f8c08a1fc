import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appId } from '../../../electron/user-data.ts'
import { shows } from '../../support/threats.ts'

const project = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(resolve(project, path), 'utf8')

/** The fuses electron-builder knows, read from its own declarations, so that a new one is noticed. */
function knownFuses(): string[] {
  const declarations = read('node_modules/app-builder-lib/out/configuration.d.ts')
  const body = declarations.split('export interface FuseOptionsV1 {')[1]?.split('\n}')[0] ?? ''
  const names = Array.from(body.matchAll(/^ {4}(\w+)\?: boolean;$/gm), ([, name]) => name ?? '')
  // Not a fuse: how a signature is treated when fuses are flipped.
  return names.filter((name) => name !== 'resetAdHocDarwinSignature')
}

describe('the package', () => {
  const config = read('electron-builder.yml')
  const section = config.split('electronFuses:\n')[1]?.split(/\n(?! )/)[0] ?? ''
  const stated = new Map(Array.from(section.matchAll(/^ {2}(\w+): (true|false)$/gm), ([, name, on]) => [name, on]))

  test('is known to Windows by the name that the running app gives itself, so that its notifications show', () => {
    expect(/^appId: (.+)$/m.exec(config)?.[1]).toBe(appId)
  })

  test(shows('packaging', 'states every fuse'), () => {
    expect([...stated.keys()].sort()).toEqual(knownFuses().sort())
    expect(stated.size).toBeGreaterThan(6)
  })

  test(shows('packaging', 'can’t be made to run as Node or to load other code'), () => {
    expect(Object.fromEntries(stated)).toMatchObject({
      runAsNode: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })

  test('holds the built app and nothing else of the project', () => {
    const files = config.split('\nfiles:\n')[1]?.split(/\n(?! )/)[0] ?? ''
    const taken = files.split('\n').filter((line) => /^ {2}- (?!"!)/.test(line))
    expect(taken).toEqual(['  - out/**', '  - package.json'])
    expect(config).toMatch(/^asar: true$/m)
  })
})
