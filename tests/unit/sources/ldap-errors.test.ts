import { InvalidCredentialsError, UnknownStatusCodeError } from 'ldapts'
import { describe, expect, test } from 'vitest'
import { type LdapStep, ldapError } from '../../../electron/sources/ldap/ldap-errors.ts'
import { MusterError } from '../../../shared/errors.ts'

const coded = (code: string, message = code) => Object.assign(new Error(message), { code })
const of = (error: unknown, step: LdapStep = 'search') => {
  const { code, detail, where } = ldapError(error, step, 'ldap.example:636')
  return { code, detail, where }
}

describe('what goes wrong with a directory', () => {
  test.each([
    ['525', 'There is no such user.'],
    ['52e', 'The name or the password is wrong.'],
    ['532', 'The password has expired.'],
    ['533', 'The account is disabled.'],
    ['775', 'The account is locked.'],
  ])('Active Directory’s %s is said in words', (subcode, words) => {
    const said = `80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data ${subcode}, v4563\0`
    expect(of(new InvalidCredentialsError(said), 'sign-in')).toMatchObject({
      code: 'source-credentials',
      detail: expect.stringContaining(words),
    })
  })

  test.each([
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['CERT_NOT_YET_VALID', 'certificate-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-unknown'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-unknown'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'encryption-missing'],
    ['ECONNRESET', 'encryption-missing'],
  ])('%s while encrypting', (name, code) => expect(of(coded(name), 'encrypt').code).toBe(code))

  test.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['EAI_AGAIN', 'offline'],
    ['ETIMEDOUT', 'timeout'],
  ])('%s on the way', (name, code) => expect(of(coded(name), 'reach').code).toBe(code))

  test('a code nobody knows is quoted, and what Muster threw itself stays', () => {
    expect(of(new UnknownStatusCodeError(99, 'odd'))).toMatchObject({
      code: 'source-reply',
      detail: 'odd (LDAP result 99)',
    })
    const own = new MusterError('timeout')
    expect(ldapError(own, 'search', 'x')).toBe(own)
  })
})
