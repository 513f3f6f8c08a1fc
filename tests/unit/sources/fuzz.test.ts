import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPeopleFile } from '../../../electron/sources/file.ts'
import { createFirstSeen } from '../../../electron/store/first-seen.ts'
import { MusterError } from '../../../shared/errors.ts'
import { personSchema } from '../../../shared/model/person.ts'
import { problemSchema, sourceSummarySchema } from '../../../shared/model/source.ts'

/** Reads, and checks what every reading promises; null when it was refused with one of the file’s own errors. */
async function readSoundly(content: Uint8Array) {
  try {
    const { summary, people, problems } = await readPeopleFile(content)
    sourceSummarySchema.parse(summary)
    const lines = Buffer.from(content)
      .toString('latin1')
      .split(/\r\n|\r|\n/).length
    for (const person of people) {
      personSchema.parse(person)
      expect(person.line).toBeGreaterThan(1)
      expect(person.line).toBeLessThanOrEqual(lines)
      for (const value of Object.values(person.attributes)) expect(value.trim()).not.toBe('')
    }
    for (const problem of problems) {
      problemSchema.parse(problem)
      expect(problem.reason).not.toBe('')
      if (problem.line !== null) expect(problem.line).toBeLessThanOrEqual(lines)
    }
    expect(people.length).toBeLessThanOrEqual(summary.rows)
    return { summary, people, problems }
  } catch (error) {
    if (!(error instanceof MusterError)) throw error
    expect(error.code).toMatch(/^file-/)
    return null
  }
}

it('survives any bytes', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from('userName,title\n'), bytes])),
  )
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      await readSoundly(bytes)
    }),
    { numRuns: 1_500 },
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '=',
    '#EXT#',
    '\0',
    '\ufeff',
    'a@x.example',
    'True',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

it('survives any text under a header, in every encoding', async () => {
  const encode = fc.constantFrom<(text: string) => Buffer>(
    (text) => Buffer.from(text),
    (text) => Buffer.from(text, 'latin1'),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), encode, async (pieces, encoded) => {
      await readSoundly(encoded(`userName,displayName,accountEnabled\n${pieces.join('')}`))
    }),
    { numRuns: 1_500 },
  )
})

const value = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\ufffd]/gu, '').trim())
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

it('gives back what was written, with the line it was written on', async () => {
  const row = fc.tuple(value, value, fc.nat({ max: 2 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      async (rows, delimiter) => {
        let text = ['userName', 'title'].join(delimiter)
        let line = 1
        const expected = rows.map(([name, title, empty], index) => {
          const userName = `${index}${name}`
          text += `\r\n${'\r\n'.repeat(empty)}${cell(userName)}${delimiter}${cell(title)}`
          line += empty + 1
          return [line, userName.trim(), title === '' ? undefined : title]
        })
        const { people } = await readPeopleFile(Buffer.from(text))
        expect(people.map(({ line: at, attributes }) => [at, attributes.userName, attributes.title])).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

it('a broken row costs no other row', async () => {
  const broken = fc.constantFrom(
    'x@x.example,"open',
    'x@x.example,"a"b',
    'x@x.example,a"b',
    'x@x.example,"a "b" c"',
    'x@x.example',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(broken, fc.constant('')), { maxLength: 40 }), async (fates) => {
      const rows = fates.map((fate, index) => (fate === '' ? `good${index}@x.example,"x, y"` : fate))
      const { people, problems } = await readPeopleFile(Buffer.from(['userName,title', 'first,x', ...rows].join('\n')))
      const good = fates.flatMap((fate, index) => (fate === '' ? [index + 3] : []))
      expect(people.map(({ line }) => line)).toEqual([2, ...good])
      expect(problems.map(({ line }) => line)).toEqual(fates.flatMap((fate, index) => (fate === '' ? [] : [index + 3])))
    }),
    { numRuns: 300 },
  )
})

it('remembers first lines like a Map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3_000, size: 'max' }), (values) => {
      const seen = createFirstSeen()
      const map = new Map<string, number>()
      values.forEach((each, line) => {
        if (!map.has(each)) map.set(each, line)
        expect(seen.at(each, line)).toBe(map.get(each))
      })
      expect(seen.find('not among them')).toBeNull()
      for (const [each, line] of map) expect(seen.find(each)).toBe(line)
    }),
    { numRuns: 30 },
  )
})
