import type { Person } from '../../../shared/model/person.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { createSlices } from '../../store/slices.ts'
import { createDuplicatesCheck } from '../duplicates.ts'
import { createFilled } from '../filled.ts'
import { createProblems, type Problems } from '../problems.ts'
import type { PeopleRead, ReadOptions, Source } from '../source.ts'
import type { Directory } from './directory.ts'
import { comparableDn } from './dn.ts'
import { createEntryReader, type EntryPerson } from './entry.ts'
import { addGroups } from './groups.ts'
import { createKept } from './kept.ts'
import { layoutOf, sourceOf, wantedOf } from './layout.ts'
import { type LdapParts, withDirectory } from './open.ts'
import { withWholeRanges } from './ranges.ts'
import { checkAttributes, contextOf, recognise, searchOf } from './recognise.ts'

/** People of a directory over LDAP. @param password null to sign in as nobody. */
export function ldapSource(settings: LdapSettings, password: string | null, parts: LdapParts): Source<Person[]> {
  return {
    read: (options = {}) =>
      withDirectory(settings, password, parts, (directory) => readPeople(settings, directory, parts, options), options),
  }
}

/** Everybody whom the settings’ search finds. @throws MusterError, or the signal’s reason. */
async function readPeople(
  settings: LdapSettings,
  directory: Directory,
  parts: LdapParts,
  { onProgress, signal }: ReadOptions,
): Promise<PeopleRead> {
  const recognised = await recognise(directory, settings.layout)
  checkAttributes(settings, recognised)
  const layout = layoutOf(recognised.product, settings.attributes)
  const search = searchOf(settings, recognised, wantedOf(layout, settings))
  const { base, filter } = search
  const problems = createProblems()
  const readEntry = createEntryReader(layout, problems, parts.clock.now())
  const kept = createKept(settings.more, problems)
  const checkDuplicates = createDuplicatesCheck(problems)
  const filled = createFilled()
  const people: EntryPerson[] = []
  const positionOf = new Map<string, number>()
  const referrals = new Set<string>()
  const slices = createSlices()

  for await (const page of directory.search(search)) {
    for (const referral of page.referrals) referrals.add(referral)
    for (const entry of page.entries) {
      const whole = await withWholeRanges(directory, entry)
      const read = readEntry(whole)
      kept.add(read.person, whole)
      positionOf.set(comparableDn(read.dn), people.length)
      people.push(read)
      checkDuplicates(read.person.attributes, read.who)
      filled.add(read.person, (attribute) => sourceOf(attribute, layout, whole))
      if (slices.due()) await slices.rest()
    }
    onProgress?.({ done: people.length, total: null })
  }
  for (const { person } of people) {
    const { manager } = person.attributes
    const at = manager === undefined ? undefined : positionOf.get(comparableDn(manager))
    if (at !== undefined) person.attributes.manager = people[at]?.person.key ?? ''
    if (slices.due()) await slices.rest()
  }
  const groups = settings.groups ? await addGroups(people, directory, contextOf(base, recognised), positionOf) : null
  signal?.throwIfAborted()
  sayReferrals([...referrals], problems)
  kept.sayOdd()
  const list = problems.list()
  return {
    summary: {
      kind: 'ldap',
      product: recognised.product,
      software: recognised.software,
      name: settings.host,
      base,
      filter,
      attributes: filled.list(),
      more: kept.list(),
      entries: people.length,
      people: people.length,
      groups,
      problems: list.length,
      readAt: parts.clock.now(),
    },
    people: people.map(({ person }) => person),
    problems: list,
  }
}

/** Every domain of Active Directory refers to these, and nobody is in them. */
const withoutPeople = /\/(?:CN=Configuration|DC=(?:Domain|Forest)DnsZones),/i

/** Other servers that the directory names are not asked: that they exist has to be said. */
function sayReferrals(referrals: readonly string[], problems: Problems): void {
  const others = referrals.map((referral) => decoded(referral)).filter((referral) => !withoutPeople.test(referral))
  if (others.length === 0) return
  const shown = others.slice(0, 3).map((referral) => referral.replace(/\?.*$/s, ''))
  problems.add({
    line: null,
    column: null,
    severity: 'warning',
    reason: t('The directory refers to other servers for a part of the search: {servers}.', {
      servers: [...shown, ...(others.length > 3 ? ['…'] : [])].join(', '),
    }),
    effect: t('They were not asked, since your password would go there too. People who are only there are missing.'),
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
