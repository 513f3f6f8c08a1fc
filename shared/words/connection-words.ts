import type { Connection } from '../model/connection.ts'

/** A connection with its environment: `Contoso · Production`. */
export const connectionWords = ({ name, environment }: Pick<Connection, 'name' | 'environment'>): string =>
  [name, environment].filter(Boolean).join(' · ')
