import { ResultCodeError } from 'ldapts'
import { type ErrorCode, MusterError } from '../../../shared/errors.ts'
import { type Message, msg, t, textOf, texts } from '../../../shared/words/text.ts'
import { certificateMeaning, networkCode } from '../../net/network-error.ts'

/** What Muster was doing; the same result code means different things. */
export type LdapStep = 'reach' | 'encrypt' | 'sign-in' | 'search'

/** Result codes of LDAP (RFC 4511 section 4.1.9) that an admin can do something about. */
const meanings: Readonly<Record<number, ErrorCode>> = {
  3: 'timeout',
  4: 'source-limit',
  8: 'source-refused',
  10: 'source-referral',
  11: 'source-limit',
  13: 'encryption-missing',
  16: 'source-attribute',
  17: 'source-attribute',
  18: 'source-filter',
  32: 'source-base',
  34: 'source-base',
  48: 'source-refused',
  49: 'source-credentials',
  50: 'source-refused',
  51: 'source-busy',
  52: 'source-busy',
  53: 'source-refused',
}

/** What Active Directory adds to “wrong password” (`data 52e`), and what it means. */
const activeDirectory: Readonly<Record<string, string>> = texts({
  525: 'There is no such user.',
  '52e': 'The name or the password is wrong.',
  530: 'The account may not sign in at this time.',
  531: 'The account may not sign in from this computer.',
  532: 'The password has expired.',
  533: 'The account is disabled.',
  701: 'The account has expired.',
  773: 'The password has to be changed first.',
  775: 'The account is locked.',
})

/** Node’s names of what the network did, in words. */
const network: readonly (readonly [RegExp, ErrorCode, Message])[] = [
  [/^ECONNREFUSED$/, 'unreachable', msg('No server listens there.')],
  [/^ENOTFOUND$/, 'unreachable', msg('There is no server of this name.')],
  [/^EAI_AGAIN$|^ENETUNREACH$|^ENETDOWN$/, 'offline', msg('The network, or its name service, does not answer.')],
  [/^EHOSTUNREACH$/, 'unreachable', msg('No way leads to this server.')],
  [/TIMEDOUT/, 'timeout', msg('The server did not answer.')],
]

/** A failure of ldapts, of TLS or of the socket in the catalogue’s words. `where` is host and port, or what was asked for. */
export function ldapError(error: unknown, step: LdapStep, where: string): MusterError {
  if (error instanceof MusterError) return error
  if (error instanceof ResultCodeError) return resultError(error, step, where)
  const code = networkCode(error)
  const certificate = code === null ? null : certificateMeaning(code)
  if (step === 'encrypt' && certificate !== null) {
    return new MusterError(certificate, { where, detail: certificateDetail(error, certificate, code ?? '') })
  }
  const known = network.find(([form]) => form.test(code ?? ''))
  if (known) return new MusterError(known[1], { where, detail: `${textOf(known[2])} (${code})` })
  if (step === 'encrypt')
    return new MusterError('encryption-missing', { where, detail: code ?? t('It closed the connection.') })
  if (error instanceof Error && /timed out|timeout/i.test(error.message)) return new MusterError('timeout', { where })
  // The texts of ldapts for a lost connection name the kind of message only, never what was in it.
  const lost = error instanceof Error && /socket|connection/i.test(error.message)
  return new MusterError(lost ? 'unreachable' : 'source-reply', {
    where,
    detail: lost ? t('The connection broke off.') : t('It sent something that is not LDAP.'),
    cause: error,
  })
}

function resultError(error: ResultCodeError, step: LdapStep, where: string): MusterError {
  const { code } = error
  // An empty bind name and a filter that the server can’t read have codes of their own nowhere.
  const meaning = code === 2 && step === 'search' ? 'source-filter' : (meanings[code] ?? 'source-reply')
  const subcode = /\bdata ([0-9a-f]{3})\b/i.exec(error.message)?.[1]?.toLowerCase() ?? ''
  const said =
    activeDirectory[subcode] ??
    error.message
      .replace(/\s*Code: 0x[0-9a-f]+$/i, '')
      .replace(/\0/g, '')
      .trim()
  return new MusterError(step === 'encrypt' ? 'encryption-missing' : meaning, {
    where,
    detail:
      said === ''
        ? t('LDAP result {code}.', { code: String(code) })
        : t('{said} (LDAP result {code})', { said, code: String(code) }),
  })
}

/** For a wrong name: the names that the certificate has, in Node’s own words. */
function certificateDetail(error: unknown, code: ErrorCode, name: string): string {
  if (code !== 'certificate-name' || !(error instanceof Error)) return name
  const held = /altnames:\s*(.+)$|Cert does not contain a DNS name/is.exec(error.message)
  return held?.[1] ? t('It holds: {names}', { names: held[1].trim() }) : name
}
