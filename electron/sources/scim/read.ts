import { MusterError } from '../../../shared/errors.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { ScimSummary } from '../../../shared/model/source-read.ts'
import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import type { Operation } from '../../../shared/scim/operation.ts'
import { type ListInput, operations } from '../../../shared/scim/operations.ts'
import type { ScimPage } from '../../../shared/scim/schemas.ts'
import type { ScimClient } from '../../scim/client.ts'
import { type ListingPage, type PagingOptions, readAll } from '../../scim/paging.ts'
import { createSlices } from '../../store/slices.ts'
import { createDuplicatesCheck } from '../duplicates.ts'
import { createFilled, createKeptFilled } from '../filled.ts'
import { sayNobodyHas } from '../kept-attributes.ts'
import { createProblems } from '../problems.ts'
import type { PeopleRead, ReadOptions, Source } from '../source.ts'
import { createMembership } from './scim-groups.ts'
import { createScimPersonReader } from './scim-person.ts'
import { pagesByCursor, type ScimSourceParts, sourceClient } from './scim-service.ts'
import { scimSourceError } from './scim-source-error.ts'

/** Resources to ask for at a time; a service that gives fewer says so by giving fewer. */
const count = 200

/** People of a SCIM 2.0 service. */
export const scimSource = (settings: ScimSourceSettings, secret: string, parts: ScimSourceParts): Source<Person[]> => ({
  read: (options) => readPeople(settings, sourceClient(settings, secret, parts), parts, options),
})

async function readPeople(
  settings: ScimSourceSettings,
  client: ScimClient,
  { clock }: ScimSourceParts,
  { signal, onProgress }: ReadOptions = {},
): Promise<PeopleRead<ScimSummary>> {
  const problems = createProblems()
  const membership = createMembership(problems)
  const readPerson = createScimPersonReader(settings.identifier, problems, settings.more)
  const checkDuplicates = createDuplicatesCheck(problems)
  const filled = createFilled()
  const kept = createKeptFilled(settings.more)
  const people: { readonly id: string; readonly person: Person }[] = []
  const slices = createSlices()
  const cursor = await pagesByCursor(client, signal)
  const paging: PagingOptions = { count, cursor, cutsAt: null, signal }

  const { filter } = settings
  const filtered = filter === '' ? paging : { ...paging, filter }
  for await (const { resources, total } of wholeList(client, operations.listUsers, filtered)) {
    for (const user of resources) {
      const { person, who, from } = readPerson(user)
      people.push({ id: user.id, person })
      if (settings.groups) membership.addUser(user)
      checkDuplicates(person.attributes, who)
      filled.add(person, (attribute) => from[attribute] ?? '')
      kept.add(person)
      if (slices.due()) await slices.rest()
    }
    onProgress?.({ done: people.length, total })
  }
  if (settings.groups) {
    for await (const { resources } of wholeList(client, operations.listGroups, paging)) {
      for (const group of resources) membership.addGroup(group)
    }
  }
  const groups = settings.groups ? membership.count() : null
  const keys = new Map(people.map(({ id, person }) => [id, person.key]))
  for (const { id, person } of people) {
    const { manager } = person.attributes
    if (manager !== undefined) person.attributes.manager = keys.get(manager) ?? manager
    if (groups !== null) person.groups = membership.of(id)
    if (slices.due()) await slices.rest()
  }
  signal?.throwIfAborted()
  sayNobodyHas(kept.list(), people.length, problems)
  const list = problems.list()
  return {
    summary: {
      kind: 'scim',
      product: 'scim',
      name: new URL(settings.baseUrl).host,
      filter,
      attributes: filled.list(),
      more: kept.list(),
      entries: people.length,
      people: people.length,
      groups,
      problems: list.length,
      readAt: clock.now(),
    },
    people: people.map(({ person }) => person),
    problems: list,
  }
}

/**
 * A list to its end. One that is cut off is refused as a whole: whoever is missing would pass for gone.
 * @throws MusterError `source-limit`, or what {@link scimSourceError} makes of a failure; the signal’s reason.
 */
export async function* wholeList<T extends { id: string }>(
  client: ScimClient,
  operation: Operation<ListInput, ScimPage<T>>,
  options: PagingOptions,
): AsyncGenerator<ListingPage<T>, void> {
  try {
    for await (const page of readAll(client, operation, options)) {
      yield page
      if (page.end === null || page.end.complete) continue
      throw new MusterError('source-limit', page.end.reason === null ? {} : { detail: page.end.reason })
    }
  } catch (error) {
    options.signal?.throwIfAborted()
    throw scimSourceError(error, options.filter !== undefined)
  }
}
