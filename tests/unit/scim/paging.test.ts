import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PagingOptions, readAll } from '../../../electron/scim/paging.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { type Answer, scripted } from './scripted-service.ts'

const account = (n: number) => ({ id: `id${n}`, userName: `u${n}` })
const accounts = (n: number) => Array.from({ length: n }, (_, index) => account(index + 1))

interface Stretch {
  readonly start: number
  readonly count: number
  readonly cursor: string | null
  readonly paged: boolean
}

/** Reads everything from a service that answers lists by `answer`. */
async function read(answer: (stretch: Stretch, number: number) => Answer, options: PagingOptions = {}) {
  const { client, requests } = scripted(({ url }, number) => {
    const query = new URL(url).searchParams
    const stretch = {
      start: Number(query.get('startIndex') ?? 1),
      count: Number(query.get('count') ?? 100),
      cursor: query.get('cursor'),
      paged: query.has('count'),
    }
    return answer(stretch, number)
  })
  const ids: string[] = []
  let last = null
  for await (const page of readAll(client, operations.listUsers, options)) {
    ids.push(...page.resources.map(({ id }) => id))
    last = page
  }
  return { ids, end: last?.end, total: last?.total, requests: requests.length }
}

const ok = (resources: readonly object[], rest: object = {}): Answer => ({
  status: 200,
  body: JSON.stringify({ ...rest, Resources: resources }),
})
const ids = (n: number) => accounts(n).map(({ id }) => id)

/** A service that follows the RFC, with a cap on its pages. */
const proper =
  (all: readonly object[], cap = 100, total: number | null = all.length) =>
  ({ start, count }: Stretch): Answer =>
    ok(all.slice(start - 1, start - 1 + Math.min(count, cap)), total === null ? {} : { totalResults: total })

describe('reading a whole list', () => {
  it('gives every resource once and in order, whatever the size, the cap and what the service says of the total', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(350),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom('right', 'missing', 'page'),
        fc.integer({ min: 1, max: 6 }),
        async (size, cap, count, total, parallel) => {
          const all = accounts(size)
          const result = await read(
            (stretch) => {
              const page = all.slice(stretch.start - 1, stretch.start - 1 + Math.min(stretch.count, cap))
              return ok(page, total === 'missing' ? {} : { totalResults: total === 'page' ? page.length : size })
            },
            { count, parallel },
          )
          expect(result.ids).toEqual(ids(size))
          if (size !== 100) expect(result.end).toMatchObject({ complete: true, reason: null })
        },
      ),
      { numRuns: 120 },
    )
  })

  it('asks for no page more than a right total needs', async () => {
    expect(await read(proper(accounts(1000)))).toMatchObject({ requests: 10, end: { complete: true, pages: true } })
  })

  it('fills up pages that the service cuts short in the middle', async () => {
    const all = accounts(500)
    const result = await read(({ start, count }, number) => {
      const cap = number > 2 && number % 2 === 0 ? 7 : 100
      return ok(all.slice(start - 1, start - 1 + Math.min(count, cap)), { totalResults: 500 })
    })
    expect(result.ids).toEqual(ids(500))
  })

  it('says that a list is cut off where startIndex is ignored', async () => {
    const result = await read(() => ok(accounts(100), { totalResults: 250 }))
    expect(result.ids).toEqual(ids(100))
    expect(result.end).toMatchObject({ complete: false, pages: false })
    expect(result.end?.reason).toContain('gives the first page again')
  })

  it('can’t tell a full first page from a cut-off one where startIndex is ignored and the total is that of the page', async () => {
    expect((await read(() => ok(accounts(100), { totalResults: 100 }))).end).toMatchObject({ complete: false })
    expect((await read(() => ok(accounts(99), { totalResults: 99 }))).end).toMatchObject({
      complete: true,
      pages: false,
    })
  })

  it('says that a list is cut off where there is nothing past the first page although there should be', async () => {
    const all = accounts(100)
    const result = await read(({ start }) => ok(start > 1 ? [] : all, { totalResults: 120 }))
    expect(result.end).toMatchObject({ complete: false, pages: false })
    expect(result.end?.reason).toContain('gives nothing')
  })

  it('can’t tell whether a list of exactly as many as K2 gives goes on beyond, unless it was read by cursor', async () => {
    const cutOff = ({ start, count }: Stretch) => ok(start > 1 ? [] : accounts(count), { totalResults: 100 })
    const { end } = await read(cutOff)
    expect(end).toMatchObject({ complete: false })
    expect(end?.reason).toContain('exactly 100')
    const pages = [ok(accounts(60), { nextCursor: 'a' }), ok(accounts(100).slice(60))]
    expect((await read(() => pages.shift() ?? ok([]))).end).toMatchObject({ complete: true })
  })

  it('takes a refused second page for the end of what can be read', async () => {
    const result = await read(({ start }) => (start > 1 ? { status: 400 } : ok(accounts(100), { totalResults: 120 })))
    expect(result.end?.reason).toContain('refuses')
    expect(
      (await read(({ start }) => (start > 1 ? { status: 400 } : ok(accounts(3), { totalResults: 3 })))).end?.complete,
    ).toBe(true)
  })

  it('reads without parameters where the service refuses them', async () => {
    const result = await read(({ paged }) =>
      paged ? { status: 400, body: 'unknown parameter' } : ok(accounts(5), { totalResults: 5 }),
    )
    expect(result.ids).toEqual(ids(5))
    expect(result.end?.complete).toBe(true)
  })

  it('stops at pages that repeat', async () => {
    const result = await read(({ start }) =>
      ok(accounts(100).map(({ id }) => ({ id: start > 200 ? `id${id}` : `${start}${id}` }))),
    )
    expect(result.ids).toHaveLength(300)
    expect(result.end).toMatchObject({ complete: false })
    expect(result.end?.reason).toContain('same page')
  })

  it('gives up on a list without end', async () => {
    const result = await read(({ start }) => ok(Array.from({ length: 100 }, (_, n) => account(start + n))), {
      most: 5000,
    })
    expect(result.ids).toHaveLength(5000)
    expect(result.end).toMatchObject({ complete: false, reason: 'The list did not end after 5,000 entries.' })
  })

  it('is not led astray by an absurd total', async () => {
    const result = await read(proper(accounts(150), 100, Number.MAX_SAFE_INTEGER))
    expect(result.ids).toHaveLength(150)
    expect(result.end).toMatchObject({ complete: false })
    expect(result.end?.reason).toContain('and gave 150')
  })

  it('says so when entries could not be read', async () => {
    const result = await read(proper([...accounts(3), { userName: 'nobody' }]))
    expect(result.ids).toEqual(ids(3))
    expect(result.end?.reason).toBe('1 entry of the list has no id.')
  })

  it('says so when the service counts more than it gives', async () => {
    expect((await read(() => ok([], { totalResults: 7 }))).end).toMatchObject({ complete: false })
    expect((await read(() => ok([], { totalResults: 0 }))).end).toMatchObject({ complete: true, pages: null })
  })

  it('passes a failure on after the pages that came', async () => {
    await expect(read(({ start }) => (start > 100 ? { status: 403 } : { status: 403 }))).rejects.toMatchObject({
      code: 'scim-forbidden',
    })
    await expect(
      read(({ start }) =>
        start > 200
          ? { status: 200, body: '{"Resources":[' }
          : proper(accounts(500))({ start, count: 100, cursor: null, paged: true }),
      ),
    ).rejects.toMatchObject({ code: 'scim-reply' })
  })
})

describe('reading by cursor', () => {
  const paged =
    (size: number, next: (at: number) => string | null) =>
    ({ cursor }: Stretch): Answer => {
      const at = Number(cursor ?? 0)
      const following = next(at)
      return ok(accounts(size).slice(at, at + 100), following === null ? {} : { nextCursor: following })
    }

  it('follows the cursors to the end', async () => {
    const result = await read(paged(250, (at) => (at + 100 < 250 ? String(at + 100) : null)))
    expect(result.ids).toEqual(ids(250))
    expect(result.end).toMatchObject({ complete: true, pages: true })
  })

  it('stops where the cursors lead in a circle', async () => {
    const result = await read(paged(250, () => '100'))
    expect(result.ids).toEqual(ids(200))
    expect(result.end).toMatchObject({ complete: false })
  })
})
