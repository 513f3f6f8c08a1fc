import type { Connection } from '../../shared/model/connection.ts'

/** Most characters of a name, as the connection's schema has it. */
const longest = 80

/** A name for a copy that no other connection has: `Contoso copy`, `Contoso copy 2`. */
export function nameOfCopy(name: string, others: readonly Pick<Connection, 'name'>[]): string {
  const stem = name.replace(/ copy(?: \d+)?$/, '')
  const taken = new Set(others.map((other) => other.name))
  for (let n = 1; ; n++) {
    const end = n === 1 ? ' copy' : ` copy ${n}`
    const whole = stem.slice(0, longest - end.length) + end
    if (!taken.has(whole)) return whole
  }
}
