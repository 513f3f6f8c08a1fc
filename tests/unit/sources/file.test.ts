import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readFileWhole } from '../../support/read-file.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const read = (text: string) => readFileWhole(bytes(text))
/** Problems as `line column severity reason`. */
const problemsOf = async (text: string) =>
  (await read(text)).problems.map(({ line, column, severity, reason }) => [line, column, severity, reason])
const names = async (text: string | Buffer) =>
  (await readFileWhole(typeof text === 'string' ? bytes(text) : text)).people.map(
    ({ attributes }) => attributes.userName,
  )

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('encodings', () => {
  const text = 'userName,displayName\r\njürgen@x.example,Jürgen Müller €\r\n'
  // € is 0x80 in Windows-1252 and nowhere in Latin-1.
  const windows1252 = Buffer.from(text.replace('€', '\x80'), 'latin1')
  const cases: [name: string, content: Buffer, encoding: string][] = [
    ['UTF-8', bytes(text), 'UTF-8'],
    ['UTF-8 with a byte order mark', bytes(`\ufeff${text}`), 'UTF-8 with BOM'],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16 LE'],
    ['UTF-16 BE with a byte order mark', utf16be(`\ufeff${text}`), 'UTF-16 BE'],
    ['UTF-16 LE without', Buffer.from(text, 'utf16le'), 'UTF-16 LE'],
    ['UTF-16 BE without', utf16be(text), 'UTF-16 BE'],
    ['Windows-1252', windows1252, 'Windows-1252'],
  ]
  it.each(cases)('%s is recognised', async (_, content, encoding) => {
    const { summary, people, problems } = await readFileWhole(content)
    expect(summary.encoding).toBe(encoding)
    expect(people[0]?.attributes).toEqual({ userName: 'jürgen@x.example', displayName: 'Jürgen Müller €' })
    expect(problems).toEqual([])
  })

  it('decides between UTF-8 and Windows-1252 by the first bytes that tell, however late and wherever chunks are cut', async () => {
    const rows = Array.from({ length: 9_000 }, (_, row) => `person${row}@x.example,Ann\n`).join('')
    for (const encoding of ['utf8', 'latin1'] as const) {
      for (let shift = 0; shift < 4; shift++) {
        const umlauts = `${'u'.repeat(shift)}@x.example,${'ü'.repeat(700)}\n`
        const { summary, people } = await readFileWhole(
          Buffer.concat([bytes(`userName,displayName\n${rows}`), Buffer.from(umlauts, encoding)]),
        )
        expect(summary.encoding).toBe(encoding === 'utf8' ? 'UTF-8' : 'Windows-1252')
        expect(people.at(-1)?.attributes.displayName).toBe('ü'.repeat(700))
      }
    }
  })

  it('keeps characters whole that the end of a chunk cuts in two', async () => {
    const name = '李娜€😀'
    const before = 'userName,displayName,note\na@x.example,Ann,'
    for (const unit of [1, 2]) {
      for (let cut = 0; cut <= Buffer.byteLength(name); cut++) {
        // The name begins `cut` bytes before the end of the first 64 KiB.
        const filler = 'x'.repeat((65_536 - (unit - 1) * 2) / unit - cut - before.length - '\nb@x.example,'.length)
        const text = `${before}${filler}\nb@x.example,${name},\n`
        const content = unit === 1 ? bytes(text) : Buffer.from(`\ufeff${text}`, 'utf16le')
        const { summary, people, problems } = await readFileWhole(content)
        expect(summary.encoding).toBe(unit === 1 ? 'UTF-8' : 'UTF-16 LE')
        expect(people[1]?.attributes.displayName).toBe(name)
        expect(problems).toEqual([])
      }
    }
  })

  it('names the line of a byte that is not UTF-8, and says so of the whole file', async () => {
    const broken = Buffer.concat([
      bytes('userName,displayName\nzoë@x.example,Zoë Müller\nb@x.example,J'),
      Buffer.from([0xfc]),
      bytes('rgen Ünal\n'),
    ])
    const { summary, people, problems } = await readFileWhole(broken)
    expect(summary.encoding).toBe('UTF-8')
    expect(people[1]?.attributes.displayName).toBe('J\ufffdrgen Ünal')
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'displayName', 'The value holds characters that can’t be read.'],
      [null, null, 'Some bytes are not UTF-8.'],
    ])
  })
})

describe('how rows are written', () => {
  it.each([
    [',', 'userName,displayName\na@x.example,"Doe, Ann"\n'],
    [';', 'userName;displayName\na@x.example;Doe, Ann\n'],
    ['\t', 'userName\tdisplayName\na@x.example\tDoe, Ann\n'],
    ['|', 'userName|displayName\na@x.example|Doe, Ann\n'],
  ])('the delimiter “%s” is recognised', async (delimiter, text) => {
    const { summary, people } = await read(text)
    expect(summary.delimiter).toBe(delimiter)
    expect(people[0]?.attributes).toEqual({ userName: 'a@x.example', displayName: 'Doe, Ann' })
  })

  it('is not misled by other delimiters inside titles', async () => {
    const { summary } = await read('"userName";"Name, first; last, middle, other";mail\na@x.example;Ann;a@x.example\n')
    expect(summary.delimiter).toBe(';')
  })

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('lines end with %s', async (_, end) => {
    const { people } = await read(['userName,title', 'a@x.example,"two words"', '', 'b@x.example,x'].join(end))
    expect(people.map(({ line, attributes }) => [line, attributes.userName])).toEqual([
      [2, 'a@x.example'],
      [4, 'b@x.example'],
    ])
  })

  it('lines are counted right when ends are mixed and values hold line breaks', async () => {
    const text =
      '\r\nuserName,street,title\r\na@x.example,"Main\r\nstreet\r\n1",x\r\n\r\nb@x.example,"Side\nstreet",y\nc@x.example,,z\n'
    const { people, problems } = await read(text)
    expect(people.map(({ line, attributes }) => [line, attributes.userName, attributes.street])).toEqual([
      [3, 'a@x.example', 'Main street 1'],
      [7, 'b@x.example', 'Side street'],
      [9, 'c@x.example', undefined],
    ])
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'The value holds a line break or a tab.'],
      [7, 'The value holds a line break or a tab.'],
    ])
  })

  it.each([
    ['PowerShell’s #TYPE line', '#TYPE Selected.System.Object\r\n"userName"\r\n"a@x.example"\r\n', ','],
    ['Excel’s sep= line', 'sep=;\r\nuserName;title\r\na@x.example;x\r\n', ';'],
    ['empty lines', '\r\n\r\nuserName,title\r\na@x.example,x\r\n', ','],
  ])('%s in front of the header is skipped', async (_, text, delimiter) => {
    const { summary, people } = await read(text)
    expect(summary.delimiter).toBe(delimiter)
    expect(people.map(({ attributes }) => attributes.userName)).toEqual(['a@x.example'])
    expect(people[0]?.line).toBe(text.slice(0, text.indexOf('a@')).split('\r\n').length)
  })

  it('blanks around values go, empty values are absent', async () => {
    const { people } = await read('userName,displayName,title\n  a@x.example ,\u00a0Ann\u00a0,   \n')
    expect(people[0]?.attributes).toEqual({ userName: 'a@x.example', displayName: 'Ann' })
  })
})

describe('columns', () => {
  it.each([
    ['USER NAME', 'userName'],
    ['user_principal_name', 'userName'],
    ['Benutzername', 'userName'],
    ['Vorname', 'givenName'],
    ['First Name', 'givenName'],
    ['Nachname', 'familyName'],
    ['E-Mail-Adresse', 'email'],
    ['Straße', 'street'],
    ['Büro', 'office'],
    ['PLZ', 'postalCode'],
    ['Abteilung', 'department'],
    ['Job Title', 'title'],
    ['Personalnummer', 'employeeNumber'],
    ['Vorgesetzter', 'manager'],
    ['Account Enabled', 'active'],
    ['Gesperrt', 'active'],
    ['shoe size', null],
  ])('“%s” is %s', async (title, attribute) => {
    const { summary } = await read(`${attribute === 'userName' ? 'x' : 'userName'},${title}\na@x.example,1\n`)
    expect(summary.columns[1]?.attribute).toBe(attribute)
    expect(summary.product).toBe('generic')
  })

  it('the title that says it best wins, the other is shown as not used', async () => {
    const { summary, people } = await read('cn,displayName,upn\nwrong,Ann,a@x.example\n')
    expect(summary.columns.map(({ attribute }) => attribute)).toEqual([null, 'displayName', 'userName'])
    expect(people[0]?.attributes.displayName).toBe('Ann')
  })

  it('csvde’s export: bits of userAccountControl, GUIDs in hex, classes, managers by name', async () => {
    const text = [
      'DN,objectClass,objectGUID,userPrincipalName,userAccountControl,manager',
      '"CN=A,DC=x",user,X\'1e4c0b6f0f7e534b9f571f0f8a9b1c01\',a@x.example,512,"CN=B,DC=X"',
      '"CN=B,DC=x",top;person;organizationalPerson;user,X\'1e4c0b6f0f7e534b9f571f0f8a9b1c02\',b@x.example,514,"CN=Nobody,DC=x"',
      '"CN=PC1,DC=x",computer,X\'1e4c0b6f0f7e534b9f571f0f8a9b1c03\',,4096,',
    ].join('\r\n')
    const { summary, people, problems } = await read(text)
    expect(summary).toMatchObject({ product: 'active-directory', rows: 3, people: 2 })
    expect(people).toEqual([
      {
        key: '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c01',
        line: 2,
        active: true,
        attributes: {
          externalId: '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c01',
          userName: 'a@x.example',
          manager: '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c02',
        },
      },
      {
        key: '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c02',
        line: 3,
        active: false,
        attributes: {
          externalId: '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c02',
          userName: 'b@x.example',
          manager: 'CN=Nobody,DC=x',
        },
      },
    ])
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([[4, 'The row is not a person but “computer”.']])
  })

  it.each([
    ['active', 'TRUE', true],
    ['active', 'nein', false],
    ['status', 'Inaktiv', false],
    ['disabled', 'True', false],
    ['disabled', 'no', true],
    ['userAccountControl', '66050', false],
    ['userAccountControl', '66048', true],
  ])('%s “%s” means active: %s', async (title, value, active) => {
    expect((await read(`userName,${title}\na@x.example,${value}\n`)).people[0]?.active).toBe(active)
  })

  it('says so when a value does not tell whether somebody is active', async () => {
    expect(await problemsOf('userName,status\na@x.example,on leave\n')).toEqual([
      [2, 'status', 'warning', '“on leave” does not say whether the person is active.'],
    ])
  })

  it('the key is the id, else the sign-in name in lower case, else the line', async () => {
    const { people } = await read('userName,id,title\nA@x.example,7,x\nB@X.example,,x\n,,x\n')
    expect(people.map(({ key }) => key)).toEqual(['7', 'b@x.example', 'line 4'])
  })
})

describe('problems', () => {
  const cases: [name: string, text: string, problems: unknown[], names: (string | undefined)[]][] = [
    [
      'too many values',
      'userName,title\na@x.example,Head, of Ops\nb@x.example,x\n',
      [
        [
          2,
          'Column 3',
          'error',
          'The row has 3 values for 2 columns; a value may hold the delimiter without quotation marks around it.',
        ],
      ],
      ['b@x.example'],
    ],
    ['empty values too many', 'userName,title\na@x.example,x,,\n', [], ['a@x.example']],
    [
      'too few values',
      'userName,title,city\na@x.example\nb@x.example,x,y\n',
      [[2, 'title', 'error', 'The row has only 1 of 3 values; a line break may have cut it.']],
      ['b@x.example'],
    ],
    [
      'a quotation mark not closed costs its own row only',
      'userName,title,city\na@x.example,x,y\nb@x.example,"x,y\nc@x.example,"x",y\nd@x.example,x,y\n',
      [[3, 'title', 'error', 'A quotation mark is opened in this row and not closed.']],
      ['a@x.example', 'c@x.example', 'd@x.example'],
    ],
    [
      'a quotation mark not closed to the end of the file',
      'userName,title\na@x.example,x\nb@x.example,"x\nc@x.example,y\nd@x.example,z',
      [[3, 'title', 'error', 'A quotation mark is opened in this row and not closed.']],
      ['a@x.example', 'c@x.example', 'd@x.example'],
    ],
    [
      'quotation marks inside a quoted value',
      'userName,title\na@x.example,"Head "of" Ops"\nb@x.example,y\n',
      [[2, 'title', 'error', 'A quotation mark stands inside a value without being doubled.']],
      ['b@x.example'],
    ],
    [
      'quotation marks inside a value without any around it',
      'userName,title\na@x.example,William "Bill" Gates\n\nb@x.example,y\nc@x.example,5" disk\nd@x.example,z',
      [
        [2, 'title', 'error', 'A quotation mark stands inside a value without being doubled.'],
        [5, 'title', 'error', 'A quotation mark stands inside a value without being doubled.'],
      ],
      ['b@x.example', 'd@x.example'],
    ],
    [
      'lines stay right behind broken rows and empty lines',
      'userName,title\n\n\na@x.example,"x\n\nb@x.example,"x"y,\nc@x.example,"1\r\n2"\nd@x.example,=x()\n',
      [
        [4, 'title', 'error', 'A quotation mark is opened in this row and not closed.'],
        [6, 'title', 'error', 'A quotation mark stands inside a value without being doubled.'],
        [7, 'title', 'warning', 'The value holds a line break or a tab.'],
        [9, 'title', 'warning', 'The value looks like a formula: =x()'],
      ],
      ['c@x.example', 'd@x.example'],
    ],
    [
      'the header once more',
      'userName,title\na@x.example,x\nuserName,title\nb@x.example,y\n',
      [[3, null, 'warning', 'The header stands here once more.']],
      ['a@x.example', 'b@x.example'],
    ],
    [
      'two columns with the same title',
      'userName,title,Title\na@x.example,x,y\n',
      [[1, 'Title', 'warning', 'Columns 2 and 3 have the same title.']],
      ['a@x.example'],
    ],
    [
      'the same sign-in name in another letter case and another composition of its accents',
      'userName\nzoë@x.example\nZOE\u0308@x.example\n',
      [
        [
          3,
          'userName',
          'error',
          'Lines 2 and 3 have the same sign-in name, ZOE\u0308@x.example; letter case does not tell them apart.',
        ],
      ],
      ['zoë@x.example', 'ZOE\u0308@x.example'],
    ],
    [
      'the same id',
      'userName,objectId\na@x.example,AB\nb@x.example,ab\n',
      [[3, 'objectId', 'error', 'Lines 2 and 3 have the same id, ab.']],
      ['a@x.example', 'b@x.example'],
    ],
    [
      'control characters',
      'userName,title\na@x.example,He\u0007ad\u0000\n',
      [[2, 'title', 'warning', 'The value holds control characters.']],
      ['a@x.example'],
    ],
    [
      'a value that is far too long',
      `userName,title\na@x.example,${'x'.repeat(2_000)}\n`,
      [[2, 'title', 'warning', 'The value has 2,000 characters.']],
      ['a@x.example'],
    ],
    [
      'numbers and phone numbers are no formulas',
      'userName,phone,title\na@x.example,+49 (30) 12-34,-1.5\nb@x.example,,-\n',
      [],
      ['a@x.example', 'b@x.example'],
    ],
    [
      'a formula in a phone number is one',
      'userName,phone\na@x.example,+49+cmd|x\n',
      [[2, 'phone', 'warning', 'The value looks like a formula: +49+cmd|x']],
      ['a@x.example'],
    ],
  ]
  it.each(cases)('%s', async (_, text, problems, usable) => {
    // The first file of a table holds a NUL; that one comes from far behind its beginning.
    const padded = text.includes('\0') ? text.replace('title\n', `title\n${'pad,\n'.repeat(1_000)}`) : text
    if (padded === text) {
      expect(await problemsOf(text)).toEqual(problems)
      expect(await names(text)).toEqual(usable)
    } else {
      expect((await problemsOf(padded)).filter(([, column]) => column === 'title')).toEqual([
        [1_002, 'title', 'warning', 'The value holds control characters.'],
      ])
    }
  })

  it('values are kept without the control characters', async () => {
    expect((await read('userName,title\na@x.example,He\u0007ad\n')).people[0]?.attributes.title).toBe('Head')
  })

  it('a hopeless file lists its first ten thousand problems and counts the rest', async () => {
    const { summary, problems } = await read(`userName,title\n${',x\n'.repeat(10_500)}`)
    expect(summary).toMatchObject({ rows: 10_500, people: 10_500, problems: 10_001 })
    expect(problems.at(-1)).toMatchObject({ line: null, reason: '500 more problems are not listed.' })
  })

  it('gives up on a file with hundreds of broken quotation marks, and says where', async () => {
    const { people, problems } = await read(`userName,title\nfirst@x.example,x\n${'a@x.example,"x"y\n'.repeat(300)}`)
    expect(people).toHaveLength(1)
    expect(problems).toHaveLength(202)
    expect(problems.at(-1)).toMatchObject({ line: 204, effect: 'Reading ended here.' })
  })
})

describe('what is no file of people', () => {
  const cases: [name: string, content: Buffer, error: object][] = [
    ['an empty file', Buffer.alloc(0), { code: 'file-empty' }],
    ['a byte order mark alone', bytes('\ufeff'), { code: 'file-empty' }],
    ['blank lines', bytes('\r\n  \r\n'), { code: 'file-empty' }],
    [
      'a header alone',
      bytes('userName,title\r\n'),
      { code: 'file-empty', where: 'line 1', detail: 'It holds the titles of the columns, but no people.' },
    ],
    [
      'an Excel workbook',
      Buffer.from('PK\x03\x04xx', 'latin1'),
      { code: 'file-format', detail: 'It is a damaged workbook; open it in Excel and save it again.' },
    ],
    [
      'an Excel workbook of the old kind',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      { code: 'file-format', detail: 'It is an Excel workbook of the old kind (.xls); save it as .xlsx or CSV.' },
    ],
    [
      'an Excel workbook with a password',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0', 'latin1'),
        Buffer.alloc(900),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      { code: 'file-format', detail: 'It is a workbook with a password; save it without one.' },
    ],
    ['a web page', bytes('<!doctype html>'), { code: 'file-format', detail: 'It is a web page or an XML document.' }],
    ['a PDF', bytes('%PDF-1.7'), { code: 'file-format', detail: 'It is a PDF.' }],
    [
      'binary rubbish',
      Buffer.from([1, 2, 0, 3, 200, 0, 0, 0, 0, 7]),
      { code: 'file-format', detail: 'It is not a text file: a byte of zero stands at line 1, character 3.' },
    ],
    [
      'a table without a sign-in name',
      bytes('first name,last name\nAnn,Doe\n'),
      { code: 'file-columns', where: 'line 1', detail: 'Its columns are first name, last name.' },
    ],
    [
      'a header with a broken quotation mark',
      bytes('user"Name,title\na,b\n'),
      { code: 'file-format', where: 'line 1, column 1' },
    ],
  ]
  it.each(cases)('%s', async (_, content, error) => {
    await expect(readFileWhole(content)).rejects.toMatchObject(error)
  })

  it('a file that is gone, and a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await expect(readFileWhole(join(folder, 'people.csv'))).rejects.toMatchObject({
      code: 'file-unreadable',
      where: 'people.csv',
      detail: 'There is no such file any more.',
    })
    await expect(readFileWhole(folder)).rejects.toMatchObject({ code: 'file-unreadable', detail: 'It is a folder.' })
  })
})

describe('while reading', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `person${row}@x.example,Person ${row},Engineer`).join('\n')
  const large = bytes(`userName,displayName,title\n${rows}\n`)

  it('tells how far it has come', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'people.csv'), large)
    const seen: number[] = []
    const { people } = await readFileWhole(join(folder, 'people.csv'), {
      onProgress: ({ done, total }) => {
        seen.push(done)
        expect(total).toBe(large.length)
      },
    })
    expect(people).toHaveLength(20_000)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.at(-1)).toBe(large.length)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('ends at once when it is told to, with the reason it was given', async () => {
    const abort = new AbortController()
    const reason = new Error('another file was opened')
    let steps = 0
    const reading = readFileWhole(large, {
      signal: abort.signal,
      onProgress: () => {
        steps++
        if (steps === 3) abort.abort(reason)
      },
    })
    await expect(reading).rejects.toBe(reason)
    expect(steps).toBeLessThan(6)
    await expect(readFileWhole(large, { signal: abort.signal })).rejects.toBe(reason)
  })

  it('lets other work have its turn', async () => {
    let turns = 0
    let reading = true
    const count = () => {
      turns++
      if (reading) setImmediate(count)
    }
    setImmediate(count)
    await readFileWhole(large)
    reading = false
    expect(turns).toBeGreaterThan(large.length / 65_536)
  })
})
