import { MusterError } from '../../../shared/errors.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import type { SourceCount } from '../../../shared/model/source-test.ts'
import { t } from '../../../shared/words/text.ts'
import { createFilled } from '../filled.ts'
import { createProblems } from '../problems.ts'
import type { TestOptions, TestResult } from '../source.ts'
import type { Directory, Search } from './directory.ts'
import { createEntryReader } from './entry.ts'
import { createKept } from './kept.ts'
import { layoutOf, sourceOf, wantedOf } from './layout.ts'
import { type LdapParts, withDirectory } from './open.ts'
import { withWholeRanges } from './ranges.ts'
import { checkAttributes, type Recognised, recognise, searchOf } from './recognise.ts'

/** Counting goes no further: nobody needs to know it more exactly before reading. */
const mostCounted = 50_000
/** People of whom a test looks at the attributes. */
const looked = 20

/**
 * Tries settings step by step, reading only.
 * @throws MusterError of the step that failed; `onStep` was told of those before it.
 */
export const testLdap = (
  settings: LdapSettings,
  password: string | null,
  parts: LdapParts,
  options: TestOptions,
): Promise<TestResult> =>
  withDirectory(
    settings,
    password,
    parts,
    async (directory) => {
      const { onStep } = options
      const recognised = await recognise(directory, settings.layout)
      const search = searchOf(settings, recognised, ['1.1'])
      const { base, filter } = search
      onStep?.('recognise', recognisedWords(recognised, settings))
      const count = await countEntries(directory, search, options)
      onStep?.('search', foundWords(count, base))
      checkAttributes(settings, recognised)
      const { attributes, more, sample, seen } = await look(directory, search, settings, recognised)
      if (seen > 0 && !attributes.some(({ attribute }) => attribute === 'userName')) throw nobodyNamed(seen)
      onStep?.(
        'attributes',
        t('{count} attributes are filled for the first {seen} people.', {
          count: String(attributes.length),
          seen: String(seen),
        }),
      )
      return {
        count,
        base,
        bases: [...recognised.bases],
        filter,
        product: recognised.product,
        attributes,
        more,
        sample,
      }
    },
    options,
  )

/** How many entries the settings’ search finds. @throws MusterError, or the signal’s reason. */
export const countLdap = (
  settings: LdapSettings,
  password: string | null,
  parts: LdapParts,
  options: TestOptions,
): Promise<SourceCount> =>
  withDirectory(
    settings,
    password,
    parts,
    async (directory) => {
      const recognised = await recognise(directory, settings.layout)
      return countEntries(directory, searchOf(settings, recognised, ['1.1']), options)
    },
    { signal: options.signal },
  )

async function countEntries(directory: Directory, search: Search, { onProgress }: TestOptions): Promise<SourceCount> {
  let people = 0
  for await (const { entries } of directory.search(search)) {
    people += entries.length
    if (people >= mostCounted) return { people: mostCounted, more: true }
    onProgress?.({ done: people, total: null })
  }
  return { people, more: false }
}

/** What the first entries would be read as. */
async function look(directory: Directory, search: Search, settings: LdapSettings, { product }: Recognised) {
  const layout = layoutOf(product, settings.attributes)
  const problems = createProblems()
  const readEntry = createEntryReader(layout, problems)
  const kept = createKept(settings.more, problems)
  const filled = createFilled()
  const wanted = { ...search, attributes: wantedOf(layout, settings) }
  let sample: Person | null = null
  let seen = 0
  for await (const { entries } of directory.search(wanted)) {
    for (const first of entries.slice(0, looked)) {
      const entry = await withWholeRanges(directory, first)
      const { person } = readEntry(entry)
      kept.add(person, entry)
      filled.add(person, (attribute) => sourceOf(attribute, layout, entry))
      sample ??= person
      seen++
    }
    if (seen > 0) break
  }
  return { attributes: filled.list(), more: kept.list(), sample, seen }
}

const nobodyNamed = (seen: number): MusterError =>
  new MusterError('source-attribute', {
    where: 'attributes',
    detail: t('None of the first {seen} people has a sign-in name in the attribute that was chosen for it.', {
      seen: String(seen),
    }),
  })

function recognisedWords({ software, product }: Recognised, { layout }: LdapSettings): string {
  const read = product === 'active-directory' ? 'Active Directory' : t('an LDAP directory (inetOrgPerson)')
  return layout === 'recognise'
    ? t('{software}; read as {read}.', { software, read })
    : t('{software}; read as {read}, as you chose.', { software, read })
}

const foundWords = ({ people, more }: SourceCount, base: string): string => {
  return more
    ? t('More than {people, plural, one {# entry fits} other {# entries fit}} below {base}.', { people, base })
    : t('{people, plural, one {# entry fits} other {# entries fit}} below {base}.', { people, base })
}
