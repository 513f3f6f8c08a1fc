import type { QueryKey } from '@tanstack/react-query'
import type { Group } from './call.ts'

/** The key under which a call's answer is kept; calls of one connection share a prefix. */
export function callKey(group: Group, name: string, input?: unknown): QueryKey {
  if (typeof input !== 'object' || input === null) return [group, name, null]
  const { connection = null, ...rest } = input as { connection?: string }
  return Object.keys(rest).length === 0 ? [group, name, connection] : [group, name, connection, rest]
}
