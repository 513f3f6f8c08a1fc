import { expect, it } from 'vitest'
import {
  createSettings,
  memorySettingsFile,
  type Settings,
  type SettingsFile,
} from '../../../electron/store/settings.ts'
import type { Connection } from '../../../shared/model/connection.ts'
import { connection } from '../../support/connection.ts'

const { id } = connection
const otherId = '6d3b1f8e-3f7f-4c86-9a35-0d3f7f4d1c22'

/** A file in memory that remembers what was done to it. */
function recorded(held: unknown): SettingsFile & { written: Settings[]; aside: number } {
  const file = {
    held,
    written: [] as Settings[],
    aside: 0,
    write: (settings: Settings) => void file.written.push(settings),
    setAside: () => {
      file.aside++
      return 'config.set-aside.json'
    },
  }
  return file
}

it('starts empty, and writes nothing until something changes', () => {
  const file = recorded(undefined)
  const settings = createSettings(file)
  expect(settings.connections()).toEqual([])
  expect(settings.windowBounds()).toBeNull()
  expect(settings.damage).toBeNull()
  expect(file.written).toEqual([])
})

it('remembers connections, people files and the window, each change in one write', () => {
  const file = recorded(undefined)
  const settings = createSettings(file)
  settings.saveConnections([connection], [otherId])
  settings.setPeopleFile(id, '/home/ann/people.csv')
  settings.setWindowBounds({ x: -10, y: 0, width: 1280, height: 800, maximized: false })
  expect(file.written).toHaveLength(3)

  const again = createSettings(memorySettingsFile(JSON.parse(JSON.stringify(file.written.at(-1)))))
  expect(again.damage).toBeNull()
  expect(again.connections()).toEqual([connection])
  expect(again.unclaimed()).toEqual([otherId])
  expect(again.peopleFile(id)).toBe('/home/ann/people.csv')
  expect(again.peopleFile(otherId)).toBeNull()
  expect(again.peopleFile('__proto__')).toBeNull()
  expect(again.windowBounds()).toEqual({ x: -10, y: 0, width: 1280, height: 800, maximized: false })
})

it('remembers which connection was chosen, until it is gone', () => {
  const file = recorded(undefined)
  const settings = createSettings(file)
  settings.saveConnections([connection], [])
  expect(settings.chosen()).toBeNull()
  settings.setChosen(id)
  settings.setChosen(id)
  expect(file.written).toHaveLength(2)

  const again = createSettings(memorySettingsFile(JSON.parse(JSON.stringify(file.written.at(-1)))))
  expect(again.chosen()).toBe(id)
  again.saveConnections([], [])
  expect(again.chosen()).toBeNull()
})

it('forgets the people file with the connection, and gives out copies only', () => {
  const settings = createSettings(memorySettingsFile())
  settings.saveConnections([connection], [])
  settings.setPeopleFile(id, '/home/ann/people.csv')
  const [copy] = settings.connections()
  if (copy) copy.name = 'changed'
  expect(settings.connections()[0]?.name).toBe(connection.name)
  settings.saveConnections([], [])
  expect(settings.peopleFile(id)).toBeNull()
})

const evil = (identity: Partial<Connection['identity']>, scim: Partial<Connection['scim']> = {}) => ({
  connections: [
    connection,
    {
      ...connection,
      id: otherId,
      identity: { ...connection.identity, ...identity },
      scim: { ...connection.scim, ...scim },
    },
  ],
})

it.each<[name: string, held: unknown, kept: number, problem: string]>([
  ['text that is no JSON', '{"connections": [', 0, 'It holds no settings.'],
  ['a list', [], 0, 'It holds no settings.'],
  ['connections that are no list', { connections: 'none' }, 0, '“connections” is not valid.'],
  [
    'a connection with a part missing',
    { connections: [connection, { id: otherId }] },
    1,
    'Connection 2 is not valid: name.',
  ],
  [
    'an authority in the clear',
    evil({ authority: 'http://login.evil.example' }),
    1,
    'Connection 2 is not valid: its addresses.',
  ],
  [
    'a user name in the SCIM address',
    evil({}, { baseUrl: 'https://scim.onk2.com@evil.example' }),
    1,
    'Connection 2 is not valid: its addresses.',
  ],
  [
    'a redirect to elsewhere',
    evil({ redirectUri: 'http://evil.example' }),
    1,
    'Connection 2 is not valid: its addresses.',
  ],
  ['the same connection twice', { connections: [connection, connection] }, 1, 'Two connections had the same id.'],
  [
    'a window of no size',
    { connections: [connection], window: { x: 0, y: 0, width: 0, height: 0 } },
    1,
    '“window” is not valid.',
  ],
  ['a chosen connection that is no id', { connections: [connection], chosen: 'a' }, 1, '“chosen” is not valid.'],
  [
    'an id that leads out of the folder',
    { connections: [{ ...connection, id: '../../etc' }] },
    0,
    'Connection 1 is not valid: id.',
  ],
])('%s: set aside and said, the rest is kept', (_, held, kept, problem) => {
  const file = recorded(held)
  const settings = createSettings(file)
  expect(settings.connections()).toHaveLength(kept)
  expect(file.aside).toBe(1)
  expect(file.written.at(-1)?.connections).toHaveLength(kept)
  expect(settings.damage).toMatchObject({
    code: 'settings-file-damaged',
    where: 'config.set-aside.json',
    detail: expect.stringContaining(problem),
  })
})

it('remembers how columns are arranged by connection and grid, and forgets it with the connection', () => {
  const layout = { columns: ['name', 'more:Cost centre'], widths: { name: 180 } }
  const file = recorded(undefined)
  const settings = createSettings(file)
  settings.saveConnections([connection, { ...connection, id: otherId }], [])
  expect(settings.gridLayout(id, 'people')).toBeNull()
  settings.setGridLayout(id, 'people', layout)
  settings.setGridLayout(otherId, 'accounts', layout)
  const again = createSettings(recorded(file.written.at(-1)))
  expect(again.damage).toBeNull()
  expect(again.gridLayout(id, 'people')).toEqual(layout)
  expect(again.gridLayout(id, 'accounts')).toBeNull()
  expect(again.gridLayout('toString', 'people')).toBeNull()
  again.setGridLayout(id, 'people', null)
  expect(again.gridLayout(id, 'people')).toBeNull()
  again.saveConnections([connection], [])
  expect(again.gridLayout(otherId, 'accounts')).toBeNull()
})

it('keeps no more widths than any source has columns', () => {
  const widths = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`more:${n}`, 200]))
  const settings = createSettings(recorded({ gridLayouts: { [id]: { people: { columns: null, widths } } } }))
  expect(settings.damage).not.toBeNull()
})

it('does not take over columns that are arranged in no sensible way', () => {
  for (const columns of [[], ['name', 'name'], ['']]) {
    const settings = createSettings(recorded({ gridLayouts: { [id]: { people: { columns, widths: {} } } } }))
    expect(settings.damage).not.toBeNull()
    expect(settings.gridLayout(id, 'people')).toBeNull()
  }
})
