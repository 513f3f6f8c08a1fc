import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { enterpriseUrn, validate } from '../../sandbox/scim/schema.ts'
import { type SeededAccount, seedAccounts, seedGroups } from '../../sandbox/seed/accounts.ts'
import { entraColumns, peopleCsv, seedPeople } from '../../sandbox/seed/people.ts'

const people = seedPeople({ count: 500, seed: 1 })
const options = { count: 120, seed: 1, oddIds: false }
const accounts = seedAccounts(people, options)
const userNames = people.map(({ userPrincipalName }) => userPrincipalName?.toLowerCase())

describe('seeded people', () => {
  it('are the same bytes for the same seed, and others for another', () => {
    expect(peopleCsv(seedPeople({ count: 500, seed: 1 }))).toBe(peopleCsv(people))
    expect(peopleCsv(seedPeople({ count: 500, seed: 2 }))).not.toBe(peopleCsv(people))
  })

  it('are written as Entra writes them', () => {
    const text = peopleCsv(people)
    expect(text.startsWith('\uFEFFuserPrincipalName,displayName,')).toBe(true)
    const rows: string[][] = parse(text, { bom: true })
    expect(rows[0]).toEqual([...entraColumns])
    expect(rows.slice(1).map((row) => row[1])).toEqual(people.map(({ displayName }) => displayName))
  })

  it('come with many scripts and with the rows that make trouble', () => {
    const text = peopleCsv(people)
    for (const sample of ["O'Brien", '李', 'ü', 'حداد', 'Ł', 'כהן', '"IT, Berlin"', '#EXT#', '=HYPERLINK']) {
      expect(text).toContain(sample)
    }
    expect(userNames.filter((name) => name === undefined).length).toBeGreaterThan(0)
    const known = userNames.filter((name) => name !== undefined)
    expect(known.length - new Set(known).size).toBeGreaterThan(0)
    expect(people.filter(({ accountEnabled }) => accountEnabled === 'False').length).toBeGreaterThan(5)
    expect(new Set(people.map(({ id }) => id)).size).toBe(500)
  })
})

describe('seeded accounts', () => {
  it('are the same for the same seed and valid by the real schema', () => {
    expect(seedAccounts(people, options)).toEqual(accounts)
    expect(accounts).toHaveLength(120)
    for (const { attributes } of accounts)
      expect(validate('User', attributes, { refuseUnknown: true, custom: false })).toEqual(attributes)
  })

  it('stand to people in every way that occurs', () => {
    const byId = new Map(people.map((row) => [row.id, row]))
    const kinds = { inSync: 0, differs: 0, inactive: 0, byUserName: 0, orphan: 0 }
    for (const { attributes } of accounts) {
      const row = byId.get(String(attributes.externalId))
      const enterprise = attributes[enterpriseUrn] as { department?: string } | undefined
      if (!row) kinds[userNames.includes(String(attributes.userName).toLowerCase()) ? 'byUserName' : 'orphan'] += 1
      else if (row.jobTitle !== attributes.title || row.department !== enterprise?.department) kinds.differs += 1
      else kinds[(row.accountEnabled === 'True') === attributes.active ? 'inSync' : 'inactive'] += 1
    }
    for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(0)
    expect(kinds.inSync).toBeGreaterThan(60)
  })

  it('never share a sign-in name, even when there are more accounts than people', () => {
    const many = seedAccounts(people.slice(0, 50), { ...options, count: 200 })
    expect(many).toHaveLength(200)
    expect(new Set(many.map(({ attributes }) => String(attributes.userName).toLowerCase())).size).toBe(200)
  })

  it('have odd ids when asked, and so do the references to them', () => {
    const odd = seedAccounts(people, { ...options, oddIds: true })
    const ids = new Set(odd.map(({ id }) => id))
    expect(odd.every(({ id }) => id.includes('/') && id.includes('@'))).toBe(true)
    const managers = odd.flatMap(({ attributes }: SeededAccount) => {
      const enterprise = attributes[enterpriseUrn] as { manager?: { value: string } } | undefined
      return enterprise?.manager ? [enterprise.manager.value] : []
    })
    expect(managers.length).toBeGreaterThan(0)
    expect(managers.every((id) => ids.has(id))).toBe(true)
  })

  it('come with groups whose members exist, one of them larger than a reply', () => {
    const all = seedAccounts(people, { ...options, count: 300 })
    const ids = new Set(all.map(({ id }) => id))
    const sizes = seedGroups(all, options).map(({ attributes }) => {
      const members = attributes.members as { value: string }[]
      expect(members.every(({ value }) => ids.has(value))).toBe(true)
      expect(validate('Group', attributes, { refuseUnknown: true, custom: false })).toEqual(attributes)
      return members.length
    })
    expect(Math.max(...sizes)).toBe(250)
  })
})
