import type { z } from 'zod'
import type { linkSchema } from '../shared/model/app.ts'
import { isLoopback } from './session/redirect-uri.ts'

/** The pages that the app may open in the system browser; the window names one and never passes an address. */
export const links: Readonly<Record<z.infer<typeof linkSchema>, string>> = {
  'k2-scim-help': 'https://help.nintex.com/en-US/k2cloud/userguide/current/Content/IdProviders/SCIMReference.htm',
  'k2-known-issue-126098': 'https://community.nintex.com/search?q=126098',
  'keychain-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
}

const linkHosts: ReadonlySet<string> = new Set(Object.values(links).map((link) => new URL(link).host))

/** True for an https address at a host of one of the {@link links}. */
export function openExternalAllowed(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '' && linkHosts.has(parsed.host)
}

/**
 * True for an address that a sign-in may open: https, or http on this computer (RFC 8252 section 8.3). Only a session asks,
 * with the authorization endpoint that it read from the provider's own metadata, which may be at another host than the
 * authority; the window has no way to name one.
 */
export function signInAllowed(url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null || `${parsed.username}${parsed.password}` !== '') return false
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed))
}
