import { expect, test } from 'vitest'
import { whyNotDropped } from '../../../renderer/features/drop/droppable.ts'
import { kindOfText } from '../../../shared/settings/file-kind.ts'

test.each([
  [
    'the JSON of the help page',
    '{"client":{"authority":"https://login.x.example/a","clientId":"b"},"scim":{}}',
    'settings',
  ],
  ['a mail', 'authority: https://login.x.example\nclientId: 0b1c\nscope: openid offline_access', 'settings'],
  ['people in JSON', '[{"userName":"ann@x.example","displayName":"Ann"}]', 'people'],
  ['people in a table', 'userName,displayName\nann@x.example,Ann\n', 'people'],
  ['nothing', '', 'people'],
] as const)('%s is told apart', (_what, text, kind) => {
  expect(kindOfText(text)).toBe(kind)
})

test.each([
  [{ names: ['hr.CSV'], folder: false }, null],
  [{ names: ['settings.json'], folder: false }, null],
  [{ names: [], folder: false }, 'Only a file can be dropped here.'],
  [{ names: ['exports'], folder: true }, 'A folder can’t be read. Drop the file that is in it.'],
  [{ names: ['a.csv', 'b.csv'], folder: false }, 'Drop one file at a time.'],
  [
    { names: ['photo.png'], folder: false },
    '“photo.png” is neither a list of people (CSV, Excel, JSON, LDIF) nor the settings that Nintex sent (JSON, text).',
  ],
])('a drop of %j', (dropped, why) => {
  expect(whyNotDropped(dropped)).toBe(why)
})
