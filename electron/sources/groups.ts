import { withoutEscapes } from './ldap/dn.ts'
import type { Cell } from './row-visitor.ts'

/**
 * The names of groups in a cell, each once: a list where the format has lists, else divided by `;`, or by `|` where there is
 * none. A group that is named by its distinguished name gives the name in front of it (RFC 4514), a path of Keycloak’s what
 * is behind the first stroke.
 */
export function readGroups(cell: Cell): string[] {
  const values = typeof cell === 'string' ? divided(cell) : cell
  return [...new Set(values.map((value) => nameOf(value.trim())).filter((name) => name !== ''))]
}

/** What PowerShell’s Export-Csv writes for a list: the name of its type, and nothing of what is in it. */
export const isTypeName = (cell: Cell): boolean =>
  typeof cell === 'string' && /^(?:Microsoft\.ActiveDirectory\.Management|System)\.[\w.[\]]+$/.test(cell.trim())

function divided(text: string): string[] {
  // In a distinguished name either may stand behind a backslash.
  const parts = text.split(/(?<!\\);/)
  return parts.length > 1 ? parts : text.split(/(?<!\\)\|/)
}

function nameOf(value: string): string {
  const first = /^[a-z][\w.-]*=((?:\\.|[^\\,+])*)(?:[,+]|$)/i.exec(value)?.[1]
  if (first === undefined || !/[^\\][,+]\s*[a-z][\w.-]*=/i.test(value)) return value.replace(/^\/(?=.)/, '')
  return withoutEscapes(first.trim())
}
