import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../sandbox/scim/filter.ts'
import { matches } from '../../sandbox/scim/match.ts'
import { enterpriseUrn } from '../../sandbox/scim/schema.ts'

const user = {
  id: 'Ab-1',
  userName: 'Ada.O"Brien@contoso.example',
  externalId: 'Ext-7',
  title: 'Analyst (senior)',
  active: true,
  nickName: '',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [
    { value: 'ada@work.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
  [enterpriseUrn]: { department: 'IT, Berlin', manager: { value: 'm1' } },
  meta: { created: '2026-01-02T03:04:05.000Z' },
}
const passes = (filter: string, exactUserName = false) => matches(user, parseFilter('User', filter), { exactUserName })

describe('filters (RFC 7644 section 3.4.2.2)', () => {
  it.each([
    ['userName eq "ada.o\\"brien@CONTOSO.example"', true],
    ['USERNAME Eq "ada.o\\"brien@contoso.example"', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ADA"', true],
    ['id eq "ab-1"', false],
    ['id eq "Ab-1"', true],
    ['externalId eq "ext-7"', false],
    ['title co "(SENIOR)"', true],
    ['title ew "senior)"', true],
    ['title ne "Analyst"', true],
    ['title pr', true],
    ['nickName pr', false],
    ['locale pr', false],
    ['locale eq null', true],
    ['title eq null', false],
    ['locale ne "de"', true],
    ['active eq true', true],
    ['active eq "true"', false],
    ['active ne false', true],
    ['name.familyName eq "byron"', true],
    ['name.familyName gt "Alpha"', true],
    ['name.familyName lt "Alpha"', false],
    [`${enterpriseUrn}:department eq "it, berlin"`, true],
    [`${enterpriseUrn}:manager.value eq "m1"`, true],
    ['meta.created gt "2026-01-02T04:04:04+01:00"', true],
    ['meta.created ge "2026-01-02T03:04:05Z"', true],
    ['meta.created lt "2026-01-02T03:04:05Z"', false],
    ['emails eq "ada@home.example"', true],
    ['emails.type eq "home"', true],
    ['emails[type eq "work" and value co "@work."]', true],
    ['emails[type eq "home" and value co "@work."]', false],
    ['emails[primary eq true]', true],
    ['emails[not (type eq "home" or type eq "work")]', false],
  ])('%s → %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected)
  })

  it('binds not before and before or', () => {
    expect(passes('title pr or locale pr and nickName pr')).toBe(true)
    expect(passes('(title pr or locale pr) and nickName pr')).toBe(false)
    expect(passes('not (title pr) or active eq true')).toBe(true)
    expect(passes('not (title pr or active eq true)')).toBe(false)
    expect(passes('title eq "a or b" or active eq true and not (locale pr)')).toBe(true)
  })

  it('compares userName with regard to case when the service does', () => {
    expect(passes('userName sw "ada"', true)).toBe(false)
    expect(passes('userName sw "Ada"', true)).toBe(true)
  })

  it.each([
    '',
    'userName',
    'userName eq',
    'userName like "x"',
    'userName eq x',
    'userName eq "x',
    'userName eq "x" and',
    '(userName pr',
    'userName pr)',
    'emails[type eq "work"',
    'not userName pr',
    `${'('.repeat(60)}title pr${')'.repeat(60)}`,
  ])('refuses “%s”', (filter) => {
    expect(() => parseFilter('User', filter)).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidFilter' }),
    )
  })

  it('refuses to order booleans', () => {
    expect(() => passes('active gt true')).toThrow(expect.objectContaining({ scimType: 'invalidFilter' }))
  })
})
