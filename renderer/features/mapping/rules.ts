import { parseExpression } from '../../../shared/expression/parse.ts'
import { printText } from '../../../shared/expression/print.ts'
import type { Mapping, MappingRule } from '../../../shared/model/mapping.ts'

/** How the editor lets a rule say where its value comes from. Stored, all three are expressions. */
export type Origin = 'attribute' | 'constant' | 'expression'

/** A rule as the editor has it. */
export interface DraftRule {
  /** Tells rules apart while they are moved about. */
  readonly key: number
  readonly rule: MappingRule
  readonly origin: Origin
}

let last = 0

/** A rule for the editor; what it says decides how it is edited. */
const draftRule = (rule: MappingRule): DraftRule => ({ key: ++last, rule, origin: originOf(rule.from) })

/** The rules of a mapping for the editor. */
export const draftRules = ({ rules }: Mapping): DraftRule[] => rules.map(draftRule)

/** A rule that says nothing yet. */
export const newRule = (): DraftRule => ({
  ...draftRule({ to: '', from: '', otherwise: null, when: 'always', whenEmpty: 'leave' }),
  origin: 'attribute',
})

function originOf(from: string): Origin {
  const kind = parseExpression(from).expression?.kind
  if (kind === 'attribute' || kind === 'further') return 'attribute'
  return kind === 'text' ? 'constant' : 'expression'
}

/** The text of a constant; empty where the rule says something else. */
export function constantOf(from: string): string {
  const { expression } = parseExpression(from)
  return expression?.kind === 'text' ? expression.text : ''
}

/** What a rule says once its value comes from elsewhere: as much as can be kept of it. */
export function withOrigin({ rule, ...rest }: DraftRule, origin: Origin): DraftRule {
  const fits = originOf(rule.from) === origin || origin === 'expression'
  const from = fits ? rule.from : origin === 'constant' ? printText('') : ''
  return { ...rest, origin, rule: { ...rule, from } }
}
