import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { areas, german } from '../../../shared/catalogue/de/index.ts'
import { allTexts, type FileTexts, type FoundText, textsOf } from '../../support/texts.ts'

/** Where nothing but texts and technical names stands. Elsewhere are also log lines, SQL and protocol, which stay English. */
const said =
  /^(renderer\/|shared\/(words|expression|mapping|settings)\/|shared\/errors(\/|\.ts)|electron\/(menu\.ts|provisioning\/reports\/|net\/reach\.ts|network\/connection-test\.ts|policy\/policy-file\.ts|scim\/(capabilities|probes)\.ts|session\/(callback-page|callback-request|clock-skew|oidc-errors|sign-in|vault-errors)\.ts|sources\/(bytes|cell|columns|compound-file|csv-scanner|duplicates|file|file-format|kept-attributes|ldif|ldif-entries|namesakes|person-row|problems|rows)\.ts|sources\/(json\/|xlsx\/(workbook|xml|xlsx|zip|shared-texts)|scim\/(scim-groups|try)|ldap\/(directory|entry|kept|ldap-errors|open|ranges|read|recognise|try)\.ts)))/

/**
 * Not text, though it looks like it: selectors, style sheets, lists of fonts, types of content, lines of a request, SCIM, names of
 * products and folders, and the words of the table of a run, which scripts read.
 */
const technical =
  /(\[type eq "|\buserType eq "|\bbutton, |\binput:not|BlinkMacSystemFont|sans-serif|monospace|^\S+ (Authorization: Bearer|text\/html|… · Muster$|MUSTER$)|:root \{|\/run-csv\.ts|Program Files|Muster Policy$|Application Support|Active Directory$|Credential Manager$|macOS Keychain|Secret Service$)/

const files = allTexts()
const texts = files.flatMap((file) => file.texts)
const untranslated = (file: FileTexts) =>
  said.test(file.file) ? file.untranslated.filter((line) => !technical.test(line)) : []

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a message has a place for: the names of its values, and of the tags around parts of it. */
function placesOf(message: string): string[] {
  const places = new Set<string>()
  const walk = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) places.add(part.type === 8 ? `<${part.value}>` : part.value)
      if ('options' in part) for (const { value } of Object.values(part.options)) walk(value)
      if ('children' in part) walk(part.children)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst())
  return [...places].sort()
}

describe('every text', () => {
  it('is written out where it is used, so that it can be found', () => {
    expect(files.flatMap(({ unreadable }) => unreadable)).toEqual([])
  })

  it('is in the catalogue', () => {
    const missing = texts.filter(({ message }) => !Object.hasOwn(german, message))
    expect(missing.map(({ message, place }) => `${place}: ${message}`)).toEqual([])
  })

  it('goes through the catalogue', () => {
    expect(files.flatMap(untranslated)).toEqual([])
  })

  it('is given a value for each of its places', () => {
    const lacking = ({ message, values }: FoundText) =>
      values === null
        ? /\{\w+(, (plural|select|selectordinal|number|date|time)|\})/.test(message)
        : values !== undefined && placesOf(message).some((place) => !values.includes(place.replace(/^<(.*)>$/, '$1')))
    expect(texts.filter(lacking).map(({ message, place }) => `${place}: ${message}`)).toEqual([])
  })
})

describe('the German catalogue', () => {
  it('has no text that is used nowhere', () => {
    const used = new Set(texts.map(({ message }) => message))
    expect(Object.keys(german).filter((message) => !used.has(message))).toEqual([])
  })

  it('has every text in one area, and so translates it in one way', () => {
    const all = Object.values(areas).flatMap((area) => Object.keys(area))
    expect(all.filter((message, at) => all.indexOf(message) !== at)).toEqual([])
  })

  it('has the places of the English text, and says something', () => {
    const withValues = new Set(texts.filter(({ values }) => values !== null).map(({ message }) => message))
    const wrong = Object.entries(german).filter(
      ([message, translation]) =>
        translation.trim() === '' ||
        (withValues.has(message) && String(placesOf(message)) !== String(placesOf(translation))),
    )
    expect(wrong).toEqual([])
  })
})

describe('the search for texts', () => {
  const found = (code: string) => textsOf('renderer/some.tsx', code)

  it.each([
    ['const a = <p>Left out</p>', 'Left out'],
    ['const a = <B title="Gone" />', 'Gone'],
    ["const a = <B label={ready ? t('Go') : 'Wait'} />", 'Wait'],
    ["const a = <p>{ready ? 'Ready' : null}</p>", 'Ready'],
    [`const a = <p>{\`by \${name}\`}</p>`, 'by'],
    ["const a = { label: 'People', icon }", 'People'],
    ["const a = () => 'This is said'", 'This is said'],
    [`const a = html\`<p class="a b">Told</p>\${b}\``, 'Told'],
  ])('finds what is past the catalogue: %s', (code, text) => {
    expect(found(code).untranslated).toEqual([`renderer/some.tsx:1: ${text}`])
  })

  it.each([
    "const a = <p className='one two'>{t('Left out')}</p>",
    "throw new Error('Nobody reads this.')",
    "type A = 'one of two' | 'the other'",
    "const a = x === 'not in there' ? 1 : 2",
    "import a from 'some where'",
    `const a = html\`<p class="one two \${b}">\${c}</p>\``,
  ])('leaves alone what nobody reads: %s', (code) => {
    expect(found(code).untranslated).toEqual([])
  })

  it('refuses a text that is put together', () => {
    expect(found(`t(\`Hello \${name}\`)`).unreadable).toHaveLength(1)
    expect(found('t(label)').unreadable).toHaveLength(1)
    expect(found('texts({ a: label })').unreadable).toHaveLength(1)
  })

  it('reads messages, their values and tables', () => {
    const code =
      "t('{n, number} left', { n }); msg('A'); texts({ b: 'B', c: { d: 'D', e: '' } }); <Sentence message='<b>F</b>' values={{ b }} />"
    expect(found(code).texts.map(({ message, values }) => [message, values])).toEqual([
      ['{n, number} left', ['n']],
      ['A', null],
      ['B', null],
      ['D', null],
      ['<b>F</b>', ['b']],
    ])
  })
})
