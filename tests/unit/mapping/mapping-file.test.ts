import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { MusterError } from '../../../shared/errors.ts'
import { readMappingFile, writeMappingFile } from '../../../shared/mapping/mapping-file.ts'
import { mappingSchema } from '../../../shared/model/mapping.ts'

const usual = defaultMappingOf('generic')
const written = writeMappingFile(usual)

test('what was written is read again, also with a byte order mark', () => {
  expect(readMappingFile(written)).toEqual(usual)
  expect(readMappingFile(`\uFEFF${written}`)).toEqual(usual)
})

test('a file can be read by people: one field a line, nothing that goes without saying', () => {
  expect(written.split('\n').slice(0, 8)).toEqual([
    '{',
    '  "format": "muster-mapping",',
    '  "version": 1,',
    '  "rules": [',
    '    {',
    '      "to": "userName",',
    '      "from": "userName"',
    '    },',
  ])
})

test.each<[string, string, string, RegExp]>([
  ['a syntax error', written.replace('"version": 1,', '"version": 1'), 'line 4', /^It is not valid JSON: line 4/],
  ['a file that is cut off', written.slice(0, 60), 'line 4', /line 4/],
  ['something else', '{"rows": []}', 'format', /“format” has to be “muster-mapping”/],
  ['a list', '[]', 'format', /format/],
  ['a newer version', written.replace('"version": 1', '"version": 2'), 'version', /newer Muster/],
  ['no rules', '{"format": "muster-mapping", "version": 1}', 'rules', /^rules is missing/],
  [
    'a wrong field',
    written.replace('"from": "title"', '"from": 7'),
    '“from” of rule 8',
    /of rule 8 is missing or can’t be used/,
  ],
  [
    'a rule of an older form that becomes too long',
    written.replace('"from": "title"', `"from": [{ "constant": "${'x'.repeat(4_000)}" }]`),
    '“from” of rule 8',
    /of rule 8 is missing or can’t be used/,
  ],
  ['a rule that is none', '{"format": "muster-mapping", "version": 1, "rules": [1]}', 'Rule 1', /^Rule 1 is/],
])('%s is refused in one sentence that says where', (_what, text, where, detail) => {
  const refused = expect.objectContaining({ code: 'mapping-file', where, detail: expect.stringMatching(detail) })
  expect(() => readMappingFile(text)).toThrow(refused)
})

test('whatever is in a file, it is a mapping or refused', () => {
  const damaged = fc
    .tuple(fc.nat(written.length), fc.nat(40), fc.string())
    .map(([at, length, by]) => written.slice(0, at) + by + written.slice(at + length))
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string(), fc.json()), (text) => {
      try {
        const mapping = readMappingFile(text)
        expect(mappingSchema.parse(mapping)).toEqual(mapping)
        expect(readMappingFile(writeMappingFile(mapping))).toEqual(mapping)
      } catch (error) {
        expect(error).toBeInstanceOf(MusterError)
        expect(error).toMatchObject({ code: 'mapping-file', where: expect.any(String), detail: expect.any(String) })
      }
    }),
  )
})
