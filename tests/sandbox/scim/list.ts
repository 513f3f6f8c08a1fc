import type { QuirkName } from '../quirks.ts'
import { type Filter, parseFilter } from './filter.ts'
import { matches } from './match.ts'
import { parseAttributePath, valuesAt } from './path.ts'
import { Refusal } from './refusal.ts'
import { type Look, render, type Selection, toJson } from './render.ts'
import type { ResourceStore, State, StoredResource } from './resource-store.ts'

/** Most resources on one page, as K2 has it for users and for groups. */
const pageCap = 100
const smallPage = 25
const listUrn = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** What listing needs to know of the service. */
export interface ListView {
  readonly store: ResourceStore
  readonly look: Look
  readonly has: (quirk: QuirkName) => boolean
  /** The look that filters and sorting go by: nothing cut off, nothing in disguise. */
  readonly plain: Look
  /** What of a resource shows now; null while it does not show at all. */
  readonly shown: (resource: StoredResource) => State | null
}

const refuse = (detail: string) => new Refusal(400, detail, 'invalidValue')

function integer(parameters: URLSearchParams, name: string, otherwise: number, least: number): number {
  const text = parameters.get(name)
  if (text === null) return otherwise
  if (!/^-?\d{1,12}$/.test(text)) throw refuse(`${name} has to be a whole number.`)
  return Math.max(least, Number(text))
}

const names = (parameters: URLSearchParams, name: string): string[] | null =>
  parameters
    .get(name)
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '') ?? null

/** The attributes a request asks for; null for all of them. */
export function selectionOf(parameters: URLSearchParams): Selection | null {
  const only = names(parameters, 'attributes')
  const without = names(parameters, 'excludedAttributes')
  return only || without ? { only, without: without ?? [] } : null
}

/** The resources that a filter can only pass through an index, or null when every resource has to be looked at. */
function candidates(store: ResourceStore, filter: Filter): StoredResource[] | null {
  if (filter.kind === 'and') {
    return filter.parts.reduce<StoredResource[] | null>((found, part) => found ?? candidates(store, part), null)
  }
  if (filter.kind !== 'compare' || filter.by !== 'eq' || typeof filter.value !== 'string') return null
  const { extension, attribute, sub } = filter.path
  if (extension !== null || sub !== null) return null
  if (attribute?.toLowerCase() === 'username') return store.withUserName(filter.value)
  if (attribute?.toLowerCase() === 'externalid') return store.withExternalId(filter.value)
  const byId = store.get(filter.value)
  return attribute?.toLowerCase() === 'id' ? (byId ? [byId] : []) : null
}

function filtered(view: ListView, text: string | null): readonly StoredResource[] {
  const { store, has } = view
  const late = has('visible-later')
  const visible = (list: readonly StoredResource[]) => (late ? list.filter((one) => view.shown(one) !== null) : list)
  if (text === null || has('no-filter')) return visible(store.all())
  if (has('filter-not-implemented')) throw new Refusal(501, 'Filters are not implemented.')
  if (has('filter-refused')) throw new Refusal(400, 'This service does not filter.', 'invalidFilter')
  const filter = parseFilter(store.kind, text)
  const rules = { exactUserName: has('case-sensitive-user-name') }
  // While changes show late, an index that knows the newest state would find what must not show yet.
  const looked = (late ? null : candidates(store, filter)) ?? store.all()
  return looked.filter((one) => {
    const state = view.shown(one)
    return state !== null && matches(toJson(one, state, view.plain), filter, rules)
  })
}

function sorted(view: ListView, list: readonly StoredResource[], parameters: URLSearchParams) {
  const by = parameters.get('sortBy')
  if (by === null) return list
  const path = parseAttributePath(view.store.kind, by)
  const direction = parameters.get('sortOrder')?.toLowerCase() === 'descending' ? -1 : 1
  const keyed = list.map((one) => {
    const state = view.shown(one)
    const value = state ? valuesAt(toJson(one, state, view.plain), path)[0] : undefined
    return { one, key: value === undefined ? null : String(value).toLowerCase() }
  })
  // Resources without the attribute come last when ascending, first when descending (RFC 7644 section 3.4.2.3).
  const order = (a: string | null, b: string | null) =>
    a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
  return keyed.sort((a, b) => direction * order(a.key, b.key)).map(({ one }) => one)
}

const cursorOf = (index: number) => Buffer.from(`after:${index}`).toString('base64url')

function indexOfCursor(cursor: string): number {
  const match = /^after:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match) throw new Refusal(400, 'The cursor is not one of this service.', 'invalidCursor')
  return Number(match[1])
}

/** 0-based index of the first resource of the page. */
function firstOf(view: ListView, parameters: URLSearchParams): number {
  if (view.has('cursor-paging')) {
    const cursor = parameters.get('cursor')
    return cursor ? indexOfCursor(cursor) : 0
  }
  const start = integer(parameters, 'startIndex', 1, 1)
  return view.has('page-cap') ? 0 : start - 1
}

/**
 * Answers a query (RFC 7644 section 3.4.2) with the text of a ListResponse.
 * @throws Refusal 400 for parameters that can not be read.
 */
export function listResources(view: ListView, parameters: URLSearchParams): string {
  const { has, look } = view
  const list = sorted(view, filtered(view, parameters.get('filter')), parameters)
  const most = has('small-pages') ? smallPage : pageCap
  const count = Math.min(most, integer(parameters, 'count', most, 0))
  const first = firstOf(view, parameters)
  const end = Math.min(first + count, has('page-cap-empty') ? pageCap : list.length)
  const selection = selectionOf(parameters)
  const page = list.slice(first, Math.max(first, end)).map((one) => {
    const state = view.shown(one) ?? one.current
    return render(one, state, look, selection)
  })
  const total = has('total-is-page') ? page.length : list.length
  const next = has('cursor-paging') && first + page.length < list.length && page.length > 0
  const cursor = next ? `,"nextCursor":"${cursorOf(first + page.length)}"` : ''
  const index = has('cursor-paging') ? '' : `,"startIndex":${first + 1}`
  const head = `{"schemas":["${listUrn}"],"totalResults":${total},"itemsPerPage":${page.length}${index}${cursor}`
  return `${head},"Resources":[${page.join(',')}]}`
}
