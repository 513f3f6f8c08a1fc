import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findingItsAddress } from '../../electron/provisioning/found-address.ts'
import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import { findLayout, otherLayouts } from '../../electron/scim/address.ts'
import type { ScimSettings } from '../../shared/model/connection.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { clientAt, tenantTokens } from './scim-tenant.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ people: 1, accounts: 130 })
})
afterEach(() => sandbox.setQuirks([]))
afterAll(() => sandbox.stop())

/** An account service whose settings a found layout is written to, as it is to a connection. */
async function serviceWith(pathToken: string) {
  const { baseUrl } = sandbox.settings.scim
  const settings: ScimSettings = { baseUrl, path: '/tokens/{token}/scim/v2', lowerCase: false }
  const tokens = await tenantTokens(sandbox)
  const at = (where: ScimSettings) => clientAt(baseUrl, pathToken, tokens, { settings: where })
  let looks = 0
  const service = findingItsAddress(createAccountService(at(settings)), async () => {
    looks++
    const layout = await findLayout(settings, at)
    Object.assign(settings, layout)
    return layout !== null
  })
  const count = async () => {
    let users = 0
    for await (const page of service.list()) users += page.users.length
    return users
  }
  return { service, settings, count, looks: () => looks }
}

it('a service that knows only lower-case paths is found, once, by whoever comes first', async () => {
  sandbox.setQuirks(['lower-case-only'])
  const { service, settings, count, looks } = await serviceWith(sandbox.settings.scim.token)
  const [users] = await Promise.all([count(), service.learn()])
  expect(users).toBe(130)
  expect(settings).toMatchObject({ path: '/tokens/{token}/scim/v2', lowerCase: true })
  expect(service.capabilities?.pageSize.value).toBe(100)
  expect(await count()).toBe(130)
  expect(looks()).toBe(1)
})

it('a service that is where it should be is not looked for', async () => {
  const { count, looks } = await serviceWith(sandbox.settings.scim.token)
  expect(await count()).toBe(130)
  expect(looks()).toBe(0)
})

it('where nothing answers in any layout, the address stays as it was and the failure says so', async () => {
  const { service, settings, count } = await serviceWith('00000000-0000-4000-8000-000000000000')
  await expect(service.learn()).rejects.toMatchObject({ code: 'scim-address' })
  await expect(count()).rejects.toMatchObject({ code: 'scim-address' })
  expect(settings).toMatchObject({ path: '/tokens/{token}/scim/v2', lowerCase: false })
})

it('every other layout is tried, the nearest first', () => {
  expect(otherLayouts({ path: '/tokens/{token}', lowerCase: true })).toEqual([
    { path: '/tokens/{token}', lowerCase: false },
    { path: '/tokens/{token}/scim/v2', lowerCase: true },
    { path: '/tokens/{token}/scim/v2', lowerCase: false },
  ])
})
