import { describe, expect, it } from 'vitest'
import { lookAtFile } from '../../../electron/sources/file.ts'
import { readGroups } from '../../../electron/sources/groups.ts'
import { type FileReading, recognised } from '../../../shared/model/source.ts'
import { readFileWhole } from '../../support/read-file.ts'

const read = (content: string | Buffer, reading: Partial<FileReading> = {}) =>
  readFileWhole(Buffer.from(content), { reading: { ...recognised, ...reading } })

describe('what the admin says goes before what is recognised', () => {
  it('the encoding', async () => {
    const text = Buffer.from('userName,displayName\na@x.example,J\u00c3\u00bcrgen\n', 'latin1')
    expect((await read(text)).people[0]?.attributes.displayName).toBe('Jürgen')
    const { summary, people } = await read(text, { encoding: 'Windows-1252' })
    expect(summary.encoding).toBe('Windows-1252')
    expect(people[0]?.attributes.displayName).toBe('JÃ¼rgen')
  })

  it('the delimiter and the quotation mark', async () => {
    const { summary, people } = await read("userName:displayName\na@x.example:'Doe: Ann'\n", {
      delimiter: ':',
      quote: "'",
    })
    expect(summary).toMatchObject({ delimiter: ':', quote: "'" })
    expect(people[0]?.attributes.displayName).toBe('Doe: Ann')
    expect(
      (await read('userName,displayName\na@x.example,"x\n', { quote: '' })).people[0]?.attributes.displayName,
    ).toBe('"x')
  })

  it('the header, also where a title stands above it', async () => {
    const text = 'Staff of Contoso\nas of 2024\n\nuserName,title\na@x.example,x\n'
    const { summary, people, problems } = await read(text)
    expect(summary).toMatchObject({ header: 4, rows: 1, delimiter: ',' })
    expect(people[0]?.line).toBe(5)
    expect(problems).toEqual([])
    const other = await read('userName,title\nupn,Beruf\na@x.example,x\n', { header: 2 })
    expect(other.summary.columns.map(({ title }) => title)).toEqual(['upn', 'Beruf'])
  })

  it('the columns, found again by their title', async () => {
    const columns: FileReading['columns'] = [
      { index: 0, title: 'mail', attribute: 'userName' },
      { index: 1, title: 'userName', attribute: null },
      { index: 2, title: 'teams', attribute: 'groups' },
      { index: 3, title: 'Gesperrt', attribute: 'active' },
    ]
    const reading = { columns }
    const { people, summary } = await read('userName,mail,teams,Gesperrt\nx,a@x.example,Sales;VPN,ja\n', reading)
    expect(people[0]).toMatchObject({
      active: false,
      groups: ['Sales', 'VPN'],
      attributes: { userName: 'a@x.example' },
    })
    expect(summary.columns.map(({ attribute }) => attribute)).toEqual([null, 'userName', 'groups', 'active'])
    expect(summary.reading).toEqual({ ...recognised, columns })
  })
})

it('looking at a file tells what it would be taken for, whether or not people can be read from it', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `Person ${row},x`).join('\n')
  expect(await lookAtFile(Buffer.from(`name,shoe size\n${rows}`))).toMatchObject({
    format: 'csv',
    product: 'generic',
    header: 1,
    columns: [
      { title: 'name', attribute: 'displayName', example: 'Person 0' },
      { title: 'shoe size', attribute: null, example: 'x' },
    ],
  })
})

describe('JSON', () => {
  it('a broken entry costs no other, and what is cut off keeps what was before it', async () => {
    const { people, problems } = await read(
      '[\n{"userName":"a"},\n{"userName":"b",\n"x":},\n{"userName":"c"},\n{"userName":',
    )
    expect(people.map(({ line, attributes }) => [line, attributes.userName])).toEqual([
      [2, 'a'],
      [5, 'c'],
    ])
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'The entry is not valid JSON: there is a mistake at line 4, column 5.'],
      [6, 'The entry that begins here is not closed.'],
    ])
  })

  it.each([
    ['[]', 'file-empty'],
    ['{"userName":"a"}', 'file-empty'],
    ['[1,2]', 'file-empty'],
    ['{"a":[', 'file-format'],
    ['[{"userName":"a"', 'file-format'],
    ['[{"x":1}]', 'file-columns'],
  ])('%s is refused', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })

  it('values that stand deep, twice or under odd names', async () => {
    const record = {
      userName: 'a',
      ['__proto__']: 'x',
      groups: [{ display: 'Sales' }, { value: 'VPN' }, 'Ops'],
      a: { b: { c: [[1]] } },
    }
    const text = JSON.stringify([record]).replace('"userName"', '"__proto__":"y","userName"')
    const { people } = await read(text)
    expect(people[0]).toMatchObject({ groups: ['Ops', 'Sales', 'VPN'], attributes: { userName: 'a' } })
  })
})

describe('LDIF', () => {
  const entry = 'dn: uid=a,dc=x\nuid: a\n'
  it('a file of changes is refused with its line', async () => {
    await expect(read('dn: uid=a,dc=x\nchangetype: modify\nreplace: mail\nmail: x\n')).rejects.toMatchObject({
      code: 'file-format',
      where: 'line 2',
    })
  })

  it('says which line and which attribute can’t be read, and keeps the entry', async () => {
    const { people, problems, summary } = await read(
      `${entry}mail:: *\ntitle:< file:///etc/passwd\nrubbish\n\n${entry.replace('uid: a', 'uid: b')}`,
    )
    expect(people.map(({ attributes }) => attributes.userName)).toEqual(['a', 'b'])
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'mail', 'The value is not valid base64.'],
      [4, null, 'The value is kept in another place.'],
      [5, null, 'The line is no “attribute: value”.'],
    ])
    expect(summary.people).toBe(2)
  })
})

it.each([
  ['Sales;VPN', ['Sales', 'VPN']],
  ['Sales|VPN|Sales', ['Sales', 'VPN']],
  ['CN=Sales\\, EMEA,OU=Groups,DC=x', ['Sales, EMEA']],
  ['CN=L\\C3\\BCbeck,DC=x;CN=A\\;B,DC=x', ['Lübeck', 'A;B']],
  ['Sales, EMEA', ['Sales, EMEA']],
  ['a=b', ['a=b']],
  ['', []],
])('groups in “%s”', (cell, groups) => {
  expect(readGroups(cell)).toEqual(groups)
})
