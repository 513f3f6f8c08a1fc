import { type ErrorCode, MusterError, networkCodes } from '../../shared/errors.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import { operations } from '../../shared/scim/operations.ts'
import { type ScimPage, type ScimUser, versionOf } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import type { ScimClient, SendHooks } from './client.ts'

type Answer = Capabilities['paging']
const answer = (value: Answer['value'], from: string): Answer => ({ value, from })

/** Nobody has this sign-in name; a service that finds somebody ignores the filter. */
const nobody = 'muster-probe@no-such-account.invalid'

/** Whether a failure is the service's answer to the probe, as against no answer. */
export function isAnswer(error: unknown): error is MusterError {
  if (!(error instanceof MusterError)) return false
  const none: readonly ErrorCode[] = ['signed-out', 'session-expired', 'scim-rate-limited']
  return !none.includes(error.code) && !networkCodes.has(error.code)
}

/** What an answer that was no good is named by: its HTTP status, else the failure's code. */
const statusOf = ({ status, code }: MusterError): string => String(status ?? code)

/** Whether `startIndex` reaches past the first page. */
export async function probePaging(client: ScimClient, page: ScimPage<ScimUser>, hooks: SendHooks): Promise<Answer> {
  const size = page.resources.length + page.notes.length
  const firsts = new Set(page.resources.map(({ id }) => id))
  // A list of one page can't show what lies after it; whether its second account comes first when asked for shows the same.
  const more = page.totalResults === null || page.totalResults > size
  if (size === 0) return answer('unknown', t('The service has no accounts yet to page through.'))
  try {
    const next = await client.send(operations.listUsers, { startIndex: size + 1, count: 10 }, hooks)
    const ids = next.value.resources.map(({ id }) => id)
    if (ids.some((id) => !firsts.has(id)))
      return answer('yes', t('Asked to start at {at}, the service gave other accounts.', { at: String(size + 1) }))
    if (ids.length > 0)
      return answer(
        'no',
        t('Asked to start at {at}, the service gave accounts of the first page again.', { at: String(size + 1) }),
      )
    if (more && page.totalResults !== null) {
      return answer(
        'no',
        t('The service says there are {total} accounts, and gave none from {at} on.', {
          total: String(page.totalResults),
          at: String(size + 1),
        }),
      )
    }
    const [first, second] = page.resources
    if (first === undefined || second === undefined) return answer('unknown', t('There are too few accounts to tell.'))
    const shifted = await client.send(operations.listUsers, { startIndex: 2, count: 1 }, hooks)
    const got = shifted.value.resources[0]?.id
    if (got === second.id) return answer('yes', t('Asked to start at 2, the service gave the second account.'))
    if (got === first.id) return answer('no', t('Asked to start at 2, the service gave the first account.'))
    return answer('unknown', t('Asked to start at 2, the service gave neither the first nor the second account.'))
  } catch (error) {
    if (!isAnswer(error)) throw error
    return answer('no', t('Asked to start further on, the service answered {status}.', { status: statusOf(error) }))
  }
}

/** Whether `filter=userName eq "…"` finds exactly the right account, and whether it minds upper and lower case. */
export async function probeFilter(
  client: ScimClient,
  page: ScimPage<ScimUser>,
  said: boolean | null,
  hooks: SendHooks,
): Promise<Pick<Capabilities, 'filter' | 'filterIgnoresCase'>> {
  const find = async (value: string): Promise<readonly string[]> => {
    const reply = await client.send(operations.findUser, { attribute: 'userName', value }, hooks)
    return reply.value.resources.map(({ id }) => id)
  }
  const both = (value: Answer['value'], from: string) => ({
    filter: answer(value, from),
    filterIgnoresCase: answer('unknown', from),
  })
  const user =
    page.resources.find(({ userName }) => swapped(userName) !== userName) ??
    page.resources.find(({ userName }) => userName !== '')
  try {
    if ((await find(nobody)).length > 0)
      return both('no', t('A filter for a sign-in name that nobody has still gave accounts.'))
    if (user === undefined) {
      return both(
        'unknown',
        said === null
          ? t('There is no account to look for.')
          : said
            ? t('There is no account to look for; the service says that filters are supported.')
            : t('There is no account to look for; the service says that filters are not supported.'),
      )
    }
    const found = await find(user.userName)
    if (!found.includes(user.id))
      return both('no', t('A filter for the sign-in name of a listed account did not give that account.'))
    const filter = answer(
      'yes',
      t('A filter for the sign-in name of a listed account gave that account, and one for nobody’s gave none.'),
    )
    if (swapped(user.userName) === user.userName) {
      return { filter, filterIgnoresCase: answer('unknown', t('No sign-in name has letters to write differently.')) }
    }
    const blind = (await find(swapped(user.userName))).includes(user.id)
    const from = blind
      ? t('The same filter with upper and lower case swapped gave the account too.')
      : t('The same filter with upper and lower case swapped gave nobody.')
    return { filter, filterIgnoresCase: answer(blind ? 'yes' : 'no', from) }
  } catch (error) {
    if (!isAnswer(error)) throw error
    return both('no', t('A filter by sign-in name was answered with {status}.', { status: statusOf(error) }))
  }
}

/** Whether `filter=externalId eq "…"` finds exactly the right account. */
export async function probeExternalId(client: ScimClient, page: ScimPage<ScimUser>, hooks: SendHooks): Promise<Answer> {
  const find = async (value: string): Promise<readonly string[]> => {
    const reply = await client.send(operations.findUser, { attribute: 'externalId', value }, hooks)
    return reply.value.resources.map(({ id }) => id)
  }
  const user = page.resources.find(({ externalId }) => typeof externalId === 'string' && externalId !== '')
  if (user === undefined) return answer('unknown', t('No account that was listed has an identifier to look for.'))
  try {
    if ((await find(nobody)).length > 0)
      return answer('no', t('A filter for an identifier that nobody has still gave accounts.'))
    return (await find(String(user.externalId))).includes(user.id)
      ? answer(
          'yes',
          t('A filter for the identifier of a listed account gave that account, and one for nobody’s gave none.'),
        )
      : answer('no', t('A filter for the identifier of a listed account did not give that account.'))
  } catch (error) {
    if (!isAnswer(error)) throw error
    return answer('no', t('A filter by identifier was answered with {status}.', { status: statusOf(error) }))
  }
}

/** Whether accounts come with a version that can go into If-Match (RFC 7644 section 3.14). */
export async function probeEtag(
  client: ScimClient,
  page: ScimPage<ScimUser>,
  said: boolean | null,
  hooks: SendHooks,
): Promise<Answer> {
  const user = page.resources[0]
  if (user === undefined) {
    if (said === false) return answer('no', t('The service says that ETags are not supported.'))
    return answer('unknown', t('There is no account whose version could be read.'))
  }
  try {
    const { etag, value } = await client.send(operations.getUser, { id: user.id }, hooks)
    if (etag !== null) return answer('yes', t('An account came with an ETag header.'))
    if (versionOf(value) !== null) return answer('yes', t('An account came with a meta.version.'))
    return answer('no', t('An account came with neither an ETag header nor a meta.version.'))
  } catch (error) {
    if (!isAnswer(error)) throw error
    return answer('unknown', t('Reading one account was answered with {status}.', { status: statusOf(error) }))
  }
}

/** The text with upper case for lower and lower for upper. */
function swapped(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
