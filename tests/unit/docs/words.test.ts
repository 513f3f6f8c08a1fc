import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorCodes } from '../../../shared/errors.ts'
import { policySchema } from '../../../shared/model/policy.ts'
import { documents, files, guidePages, project, read, textsOf } from './pages.ts'
import { isInTheWindow } from './window-words.ts'

describe('what is stressed in a document for whoever uses Muster stands in the window', () => {
  test.each(['README.md', 'docs/admin-guide.md', ...files('docs/guide/*.md')])('%s', (document) => {
    const stressed = new Set(textsOf(document, 'em').filter((text) => text !== 'italics'))
    expect([...stressed].filter((text) => !isInTheWindow(text))).toEqual([])
  })

  test('which is looked for in a way that finds what is there, whole, and nothing else', () => {
    expect(isInTheWindow('Review changes')).toBe(true)
    expect(isInTheWindow('Push … changes to …')).toBe(true)
    expect(isInTheWindow('Undo this run…')).toBe(true)
    expect(isInTheWindow('Review change')).toBe(false)
    expect(isInTheWindow('eview changes')).toBe(false)
    expect(isInTheWindow('Pushing all changes to …')).toBe(false)
  })
})

test.each(guidePages)('%s says when, how, what is seen then and what can go wrong', (page) => {
  expect(textsOf(page, 'heading')).toEqual(
    expect.arrayContaining(['When', 'Steps', 'What you see', 'What can go wrong']),
  )
  expect(read(page).replaceAll('![', '[')).not.toMatch(/(?<!<)!/)
})

const decisions = files('docs/decisions/0*.md')
const numberOf = (decision: string): string => basename(decision).slice(0, 4)

test.each(decisions)('%s says all that a decision has to', (page) => {
  const parts = ['Context', 'Decision', 'Why', 'Rejected', 'Consequences', 'How it is checked']
  expect(textsOf(page, 'heading').slice(1)).toEqual(parts)
  expect(textsOf(page, 'heading')[0]).toMatch(new RegExp(`^${numberOf(page)} `))
})

test('decisions are numbered without a gap', () => {
  const numbers = decisions.map((page) => Number(numberOf(page)))
  expect(numbers.length).toBeGreaterThan(15)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})

test('every code of an error that a document names is in the catalogue', () => {
  const known: readonly string[] = errorCodes
  const named = documents.flatMap((document) =>
    textsOf(document, 'codespan').flatMap((text) => /^([a-z]+(?:-[a-z]+)*) · [0-9a-f]+$/.exec(text)?.[1] ?? []),
  )
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((code) => !known.includes(code))).toEqual([])
})

test('every name with a hyphen is one that the code or package.json has', () => {
  const code = files('{electron,renderer,shared,tests}/**/*.{ts,tsx,mjs}').map(read).join('\n') + read('package.json')
  const named = documents.flatMap((document) =>
    textsOf(document, 'codespan').filter((text) => /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text)),
  )
  expect(named.length).toBeGreaterThan(40)
  expect([...new Set(named)].filter((name) => !new RegExp(`['"\`\\s]${name}['"\`\\s:]`).test(code))).toEqual([])
})

/** A part of a JSON schema, as far as it is looked at. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly required?: readonly string[]
  readonly items?: Part
  readonly anyOf?: readonly Part[]
  readonly default?: unknown
}

const policy = (parts: object) => policySchema.parse({ version: 1, ...parts })
const prepared = {
  name: 'Contoso',
  authority: 'https://login.contoso.example',
  clientId: 'client',
  redirectUri: 'http://127.0.0.1/callback',
  baseUrl: 'https://scim.contoso.example',
}

/** What counts where a key is left out. A JSON schema does not tell of a value that is read into another form: then it is tried. */
function leftOut(key: string, { default: told }: Part): unknown {
  if (told !== undefined) return told
  const [list = '', name = ''] = key.split('[].')
  const read = name === '' ? policy({}) : policy({ [list]: [prepared] }).connections[0]
  return Reflect.get(read ?? {}, name === '' ? list : name)
}

/** Every key below a part: its place, and what counts where it is left out; `must be there` where it may not be. */
function keysOf(part: Part, place = ''): [string, string][] {
  const whole = part.anyOf?.find(({ properties }) => properties) ?? part
  return Object.entries(whole.properties ?? {}).flatMap(([name, below]): [string, string][] => {
    const key = `${place}${name}`
    const otherwise = whole.required?.includes(name) ? 'must be there' : `\`${JSON.stringify(leftOut(key, below))}\``
    return [[key, otherwise], ...keysOf(below, `${key}.`), ...keysOf(below.items ?? {}, `${key}[].`)]
  })
}

test('the administrator’s guide lists every key of the policy with what counts where it is left out, and no other', () => {
  const page = read('docs/admin-guide.md').replaceAll(/ +/g, ' ')
  const rows = [...page.matchAll(/^\| `([a-zA-Z.[\]]+)` \| [^|]+ \| (must be there|`[^`]+`) \| [^|]+ \|$/gm)]
  const schema = z.toJSONSchema(policySchema, { io: 'input' }) as Part
  expect(rows.map(([, key, otherwise]) => [key, otherwise])).toEqual(keysOf(schema))
})

test('the architecture names every room there is', () => {
  const page = read('docs/architecture.md')
  const rooms = ['shared', 'electron', 'renderer', 'tests'].flatMap((layer) =>
    readdirSync(join(project, layer), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${layer}/${name}/`),
  )
  const [, features = ''] = /`renderer\/features\/` *\|([^|]+)\|/.exec(page) ?? []
  const named = readdirSync(join(project, 'renderer/features')).filter((name) => !features.includes(name))
  expect(rooms.length).toBeGreaterThan(20)
  expect([...rooms.filter((room) => !page.includes(`\`${room}\``)), ...named]).toEqual([])
})
