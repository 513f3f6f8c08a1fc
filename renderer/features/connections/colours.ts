import type { connectionColours } from '../../../shared/model/connection.ts'
import { t } from '../../../shared/words/text.ts'

/** One of the colours a connection's edge can have. */
export type ConnectionColour = (typeof connectionColours)[number]

/** The edge's colour in CSS, strong enough to be told from the ground in both themes. */
export const edgeOf = (colour: ConnectionColour): string =>
  `light-dark(var(--mantine-color-${colour}-6), var(--mantine-color-${colour}-5))`

/** The colour that is offered for an environment, so that production is unmistakable. */
export function colourFor(environment: string): ConnectionColour {
  const word = environment.trim().toLowerCase()
  if (word === 'production' || word === t('Production').toLowerCase()) return 'red'
  return word === 'test' || word === t('Test##environment').toLowerCase() ? 'teal' : 'blue'
}
