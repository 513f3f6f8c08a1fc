import type { Identity, ScimSettings, SettingsDraft } from '../../shared/model/connection.ts'
import { readRedirectAddress } from '../../shared/settings/address.ts'
import type { Understanding } from '../../shared/settings/understand.ts'
import { t } from '../../shared/words/text.ts'
import type { KeptIn } from '../ports.ts'

/** Whether a program could listen on this port of this computer now. */
export type PortFree = (host: string, port: number) => Promise<boolean>

/** Settings that were understood and are not a connection yet. Its token is in the vault. */
export interface Draft {
  readonly id: string
  /** What a connection is made of; null while something is missing or invalid. */
  readonly ready: { readonly identity: Identity; readonly scim: ScimSettings; readonly tokenHint: string } | null
  /** The first field that stands in the way, for the sentence that says so. */
  readonly obstacle: string
}

/** A draft of what was understood, as main keeps it. */
export function draftOf(id: string, { identity, scim, token, fields }: Understanding, tokenHint: string): Draft {
  const obstacle = fields.find(({ status }) => status === 'missing' || status === 'invalid')
  return {
    id,
    ready: identity && scim && token !== null ? { identity, scim, tokenHint } : null,
    obstacle: obstacle?.field ?? 'client',
  }
}

/** What was understood, as the window may know it, with what is found out about the redirect port. */
export async function shownDraft(
  id: string,
  { shown, fields, grant, complete, suggestedName }: Understanding,
  tokenStored: KeptIn | null,
  portFree: PortFree,
): Promise<SettingsDraft> {
  const noted = await Promise.all(
    fields.map(async (field) => {
      if (field.field !== 'redirectUri' || field.value === null || field.status === 'invalid') return field
      const note = await portNote(field.value, portFree)
      return { ...field, note: field.note === null ? note : [field.note, note].join('. ') }
    }),
  )
  return { id, shown, fields: noted, grant, complete, tokenStored, suggestedName }
}

async function portNote(redirectUri: string, portFree: PortFree): Promise<string> {
  const address = readRedirectAddress(redirectUri)
  if ('refused' in address || !address.port) return t('Any free port is used')
  // A browser may come back to either family of `localhost`, so both have to be free.
  const hosts = /^localhost$/i.test(address.host) ? ['127.0.0.1', '::1'] : [address.host.replace(/^\[|\]$/g, '')]
  const free = await Promise.all(hosts.map((host) => portFree(host, Number(address.port))))
  return free.every(Boolean)
    ? t('This port is free')
    : t('Port {port} is used by another program', { port: String(address.port) })
}
