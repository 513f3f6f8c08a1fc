import { timingSafeEqual } from 'node:crypto'
import { t } from '../../shared/words/text.ts'

/** Where a reply has to arrive: the Host header and the exact path of the redirect URI. */
export interface ReplyPlace {
  /** In lower case, with its port unless that is 80. */
  readonly host: string
  readonly path: string
}

/** Why a pasted address is not the reply that is waited for, as a sentence. */
export interface NotTheReply {
  readonly refused: string
}

/** True when a reply carries our `state` exactly once (RFC 6749 section 10.12), and says one thing: a code, or an error. */
export function isExpected(reply: URLSearchParams, state: string): boolean {
  return carries(reply, state) && reply.has('code') !== reply.has('error')
}

/**
 * The query of an address that was copied out of a browser which could not reach this computer. Held against the same host,
 * path and state as a request to the listener; taken apart by hand, since URL would repair what has to be refused.
 */
export function pastedReply(text: string, place: ReplyPlace, state: string): { readonly query: string } | NotTheReply {
  // Mail and chat programs break long lines; an address itself holds no blank. Some browsers leave the scheme out.
  const address = text.replace(/\s+/g, '')
  const [all, host = '', path = '', query = ''] =
    /^(?:http:\/\/)?([^/?#@\\]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i.exec(address) ?? []
  if (all === undefined || host.toLowerCase() !== place.host || (path || '/') !== place.path) {
    return { refused: t('It does not begin with {address}.', { address: `http://${place.host}${place.path}` }) }
  }
  const reply = new URLSearchParams(query)
  if (!reply.has('code') && !reply.has('error'))
    return { refused: t('It holds no answer: the part after ? is missing.') }
  if (!carries(reply, state)) return { refused: t('It belongs to another sign-in than the one that waits.') }
  return isExpected(reply, state) ? { query } : { refused: t('It holds two answers: a code and an error.') }
}

function carries(reply: URLSearchParams, state: string): boolean {
  const [given = '', ...more] = reply.getAll('state')
  const a = Buffer.from(given)
  const b = Buffer.from(state)
  return more.length === 0 && a.length === b.length && timingSafeEqual(a, b)
}
