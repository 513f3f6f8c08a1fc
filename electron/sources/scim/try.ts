import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import type { SourceCount } from '../../../shared/model/source-test.ts'
import { operations } from '../../../shared/scim/operations.ts'
import type { ScimPage, ScimUser } from '../../../shared/scim/schemas.ts'
import { t } from '../../../shared/words/text.ts'
import type { ScimClient } from '../../scim/client.ts'
import { createFilled, createKeptFilled } from '../filled.ts'
import { createProblems } from '../problems.ts'
import type { TestOptions, TestResult } from '../source.ts'
import { wholeList } from './read.ts'
import { createScimPersonReader } from './scim-person.ts'
import { pagesByCursor, type ScimSourceParts, sourceClient } from './scim-service.ts'
import { scimSourceError } from './scim-source-error.ts'

/** Where a service does not say how many there are, counting goes no further than this. */
const mostCounted = 10_000
/** People of whom a test looks at the attributes. */
const looked = 20

/**
 * Tries settings step by step, reading only.
 * @throws MusterError of the step that failed; `onStep` was told of those before it.
 */
export async function testScim(
  settings: ScimSourceSettings,
  secret: string,
  parts: ScimSourceParts,
  options: TestOptions,
): Promise<TestResult> {
  const { onStep, signal } = options
  const client = sourceClient(settings, secret, parts)
  const { host } = new URL(settings.baseUrl)
  const cursor = await pagesByCursor(client, signal)
  const first = await firstPage(client, settings, cursor, signal)
  onStep?.('reach', t('{server} answers.', { server: host }))
  onStep?.('sign-in', t('The service accepts the sign-in.'))
  onStep?.('recognise', cursor ? t('A SCIM 2.0 service that pages by cursor.') : t('A SCIM 2.0 service.'))
  const count = await countPeople(client, settings, cursor, first, options)
  const { people: found } = count
  onStep?.(
    'search',
    count.more ? t('More than {found, number} people fit.', { found }) : t('{found, number} people fit.', { found }),
  )
  const readPerson = createScimPersonReader(settings.identifier, createProblems(), settings.more)
  const filled = createFilled()
  const kept = createKeptFilled(settings.more)
  const people = first.resources.slice(0, looked).map(readPerson)
  for (const { person, from } of people) {
    filled.add(person, (attribute) => from[attribute] ?? '')
    kept.add(person)
  }
  const attributes = filled.list()
  onStep?.(
    'attributes',
    t('{count} attributes are filled for the first {seen} people.', {
      count: String(attributes.length),
      seen: String(people.length),
    }),
  )
  const sample = people[0]?.person ?? null
  const more = kept.list()
  return { count, base: '', bases: [], filter: settings.filter, product: 'scim', attributes, more, sample }
}

/** How many people the settings’ filter finds. @throws MusterError, or the signal’s reason. */
export async function countScim(
  settings: ScimSourceSettings,
  secret: string,
  parts: ScimSourceParts,
  options: TestOptions,
): Promise<SourceCount> {
  const client = sourceClient(settings, secret, parts)
  const cursor = await pagesByCursor(client, options.signal)
  const first = await firstPage(client, settings, cursor, options.signal)
  return countPeople(client, settings, cursor, first, options)
}

async function firstPage(
  client: ScimClient,
  { filter }: ScimSourceSettings,
  cursor: boolean,
  signal?: AbortSignal,
): Promise<ScimPage<ScimUser>> {
  const stretch = cursor ? { cursor: '', count: looked } : { startIndex: 1, count: looked }
  try {
    const input = filter === '' ? stretch : { ...stretch, filter }
    return (await client.send(operations.listUsers, input, { signal })).value
  } catch (error) {
    signal?.throwIfAborted()
    throw scimSourceError(error, filter !== '')
  }
}

/** What the service says of the whole; where it says no more than what is on the page, the list is walked. */
async function countPeople(
  client: ScimClient,
  { filter }: ScimSourceSettings,
  cursor: boolean,
  { totalResults, resources, nextCursor }: ScimPage<ScimUser>,
  { signal, onProgress }: TestOptions,
): Promise<SourceCount> {
  if (totalResults !== null && (totalResults > resources.length || (nextCursor === null && resources.length < looked)))
    return { people: totalResults, more: false }
  const asked = filter === '' ? {} : { filter }
  let people = 0
  for await (const page of wholeList(client, operations.listUsers, { ...asked, cursor, cutsAt: null, signal })) {
    people = page.read
    if (people >= mostCounted) return { people: mostCounted, more: true }
    onProgress?.({ done: people, total: null })
  }
  return { people, more: false }
}
