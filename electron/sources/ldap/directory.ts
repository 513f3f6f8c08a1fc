import type { Client, Entry } from 'ldapts'
import { FilterParser } from 'ldapts'
import { MusterError } from '../../../shared/errors.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import type { LdapStep } from './ldap-errors.ts'

/** A value of an attribute: text, or bytes where it is none. */
export type LdapValue = string | Buffer

/** An entry as the directory gave it. Attribute names are in lower case, options (`;range=0-1499`) included. */
export interface LdapEntry {
  readonly dn: string
  readonly values: ReadonlyMap<string, readonly LdapValue[]>
}

/** What to look for. */
export interface Search {
  readonly base: string
  readonly scope: LdapSettings['scope']
  /** RFC 4515. */
  readonly filter: string
  readonly attributes: readonly string[]
}

/** A page of what a search found. */
interface SearchPage {
  readonly entries: readonly LdapEntry[]
  /** Addresses of other servers that go on with the search (RFC 4511 section 4.5.3). Never followed. */
  readonly referrals: readonly string[]
}

/** A directory that Muster is signed in to. Every method throws MusterError, or the reason of the signal it was opened with. */
export interface Directory {
  /** One entry; null when there is none, or none that may be read. */
  read(dn: string, attributes: readonly string[], filter?: string): Promise<LdapEntry | null>
  /** Everything that a search finds, page by page (RFC 2696). @throws MusterError `source-base`, `source-limit`, … */
  search(search: Search): AsyncGenerator<SearchPage, void>
}

/** Entries on a page: what Active Directory gives at most. */
const pageSize = 1_000

/**
 * Checks a filter without asking anybody.
 * @throws MusterError `source-filter`
 */
function checkFilter(filter: string): void {
  try {
    FilterParser.parseString(filter)
  } catch (error) {
    const detail = error instanceof Error ? error.message : t('It is not complete.')
    throw new MusterError('source-filter', { where: 'filter', detail })
  }
}

/** Runs one exchange under the time limit and the signal of the connection. */
export type Within = <T>(step: LdapStep, where: string, work: () => Promise<T>) => Promise<T>

/** A {@link Directory} on a client that is signed in. */
export function createDirectory(client: Client, within: Within): Directory {
  /** One reading of a list. ldapts takes an empty page for the last one, whatever the server says of a next. */
  async function* pages(search: Search, size: number): AsyncGenerator<SearchPage, void> {
    const { base, scope, filter, attributes } = search
    const found = client.searchPaginated(base, {
      scope,
      filter,
      attributes: [...attributes],
      explicitBufferAttributes: [...attributes.filter(isBytes), ...asMicrosoftWrites],
      paged: { pageSize: size },
    })
    for (;;) {
      const { done, value } = await within('search', base, () => found.next())
      if (done) return
      yield { entries: value.searchEntries.map(entryOf), referrals: value.searchReferences }
    }
  }

  return {
    read: async (dn, attributes, filter = '(objectClass=*)') => {
      try {
        const asked = { scope: 'base' as const, filter, attributes: [...attributes] }
        const { searchEntries } = await within('search', dn, () => client.search(dn, asked))
        return searchEntries[0] ? entryOf(searchEntries[0]) : null
      } catch (error) {
        if (error instanceof MusterError && (error.code === 'source-base' || error.code === 'source-refused'))
          return null
        throw error
      }
    },
    search: async function* (search) {
      checkFilter(search.filter)
      let count = 0
      let size = 0
      for await (const page of pages(search, pageSize)) {
        size = page.entries.length + page.referrals.length
        count += page.entries.length
        yield page
      }
      if (size > 0) return
      // An empty last page may be the end, or an empty page in the middle. In other portions it would not be at the same place.
      let again = 0
      for await (const page of pages({ ...search, attributes: ['1.1'] }, pageSize - 3)) again += page.entries.length
      if (again > count) {
        const detail = t('It stopped after {count} entries of at least {again}.', {
          count: String(count),
          again: String(again),
        })
        throw new MusterError('source-limit', { where: search.base, detail })
      }
    },
  }
}

/** Attributes that hold bytes which could pass for text. */
const isBytes = (attribute: string): boolean => /guid$|^objectsid$/i.test(attribute)

/** Active Directory names them in its own letter case, however they were asked for. */
const asMicrosoftWrites = ['objectGUID', 'objectSid', 'mS-DS-ConsistencyGuid']

/** Through a map, so that no name of an attribute means anything to JavaScript. */
function entryOf({ dn, ...attributes }: Entry): LdapEntry {
  const values = new Map<string, readonly LdapValue[]>()
  for (const [name, value] of Object.entries(attributes)) {
    const list = Array.isArray(value) ? value : [value]
    if (list.length > 0) values.set(name.toLowerCase(), list)
  }
  return { dn, values }
}
