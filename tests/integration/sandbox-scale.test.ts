import { expect, it } from 'vitest'
import { startSandbox } from '../sandbox/sandbox.ts'
import { newUser, scimCaller } from '../sandbox/scim-caller.ts'

const many = 10_000

it('lists 10,000 accounts by pages and finds one among them without a search', async ({ onTestFinished }) => {
  const sandbox = await startSandbox({ people: many, accounts: many })
  onTestFinished(() => sandbox.stop())
  const call = await scimCaller(sandbox)
  const started = performance.now()
  const seen = new Set<unknown>()
  let pages = 0
  for (let start = 1; start <= many; start += 100) {
    const page = (await call('GET', `/Users?startIndex=${start}&count=100`)).json()
    const resources = page.Resources as { id: unknown }[]
    for (const { id } of resources) seen.add(id)
    pages += 1
  }
  expect(pages).toBe(100)
  expect(seen.size).toBe(many)

  const listing = performance.now() - started
  const last = sandbox.accounts().at(-1)
  const before = performance.now()
  for (let count = 0; count < 50; count += 1) {
    const filter = encodeURIComponent(`userName eq "${last?.userName}"`)
    expect((await call('GET', `/Users?filter=${filter}`)).json().totalResults).toBe(1)
    expect((await call('POST', '/Users', { body: newUser(`extra${count}@contoso.example`) })).status).toBe(201)
  }
  const hundred = performance.now() - before
  // A look-up that walked all accounts would make a hundred requests dearer than a hundred whole pages.
  expect(hundred).toBeLessThan(Math.max(listing, 500))
})
