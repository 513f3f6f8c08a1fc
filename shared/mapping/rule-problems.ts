import { MusterError } from '../errors.ts'
import { parseExpression } from '../expression/parse.ts'
import { isManager, type Span } from '../expression/tree.ts'
import type { Mapping, MappingRule } from '../model/mapping.ts'
import { canBeCleared } from '../scim/clearing.ts'
import { parsePath, type ScimPath } from '../scim/path.ts'
import { isNamed } from '../scim/schema-lookup.ts'
import { enterpriseUserUrn } from '../scim/urn.ts'
import { shortPath } from '../words/attribute-words.ts'
import { t } from '../words/text.ts'

/** One thing that keeps a mapping from being used. */
export interface RuleProblem {
  /** Position of the rule; null for what the mapping lacks as a whole. */
  readonly rule: number | null
  readonly field: 'to' | 'from' | 'otherwise' | 'when' | 'whenEmpty'
  /** What the rule fills, as it is written there. */
  readonly to: string
  readonly code: 'path-invalid' | 'mapping-invalid'
  /** One sentence for the admin. */
  readonly sentence: string
  /** Where in the field; null for all of it. */
  readonly span: Span | null
}

/** Whether a rule gives the manager, who only becomes the id of an account once there is one. */
export function isManagerRule({ from }: Pick<MappingRule, 'from'>): boolean {
  // Parsing is only worth it where the word stands.
  if (!/manager/i.test(from)) return false
  const { expression } = parseExpression(from)
  return expression !== null && isManager(expression)
}

/**
 * Everything that keeps a mapping from being used, rule by rule: what is no attribute path or no expression, rules that get
 * in each other's way, what would clear what an account can't be without, and a mapping that fills no sign-in name.
 * @param further names of the source's further attributes, for suggestions.
 */
export function ruleProblems({ rules }: Mapping, further: readonly string[] = []): RuleProblem[] {
  const problems: RuleProblem[] = []
  const filled = new Set<string>()
  const primaries = new Set<string>()
  let managers = 0
  for (const [at, rule] of rules.entries()) {
    const { to, from, otherwise, when, whenEmpty } = rule
    const add = (field: RuleProblem['field'], sentence: string, more: Partial<RuleProblem> = {}): void => {
      problems.push({ rule: at, field, to, code: 'mapping-invalid', sentence, span: null, ...more })
    }
    const parsed = parseExpression(from, further)
    const managed = parsed.expression !== null && isManager(parsed.expression)
    for (const { sentence, start, end } of parsed.problems) add('from', sentence, { span: { start, end } })
    if (managed && ++managers > 1) add('from', t('Two rules give the manager; only one can.'))
    if (managed && otherwise !== null)
      add('otherwise', t('A manager has no default: it would have to be the id of an account.'))
    if (managed && when === 'create')
      add('when', t('A manager is always kept in step, since the account may come later.'))
    const path = pathOf(to)
    if (typeof path === 'string') {
      add('to', path, { code: 'path-invalid' })
      continue
    }
    const key = to.toLowerCase()
    if (filled.has(key)) add('to', t('Two rules fill {to}.', { to }))
    filled.add(key)
    if (whenEmpty === 'remove' && !canBeCleared(to))
      add('whenEmpty', t('{to} can’t be cleared: an account needs it.', { to }))
    if (takesAccount(path) && !managed) {
      add(
        'from',
        t('{to} takes the id of an account, which only the manager leads to: fill it from manager alone.', {
          to: shortPath(to),
        }),
      )
    }
    if (path.sub !== 'primary') continue
    const list = `${path.schema ?? ''}:${path.attribute}`.toLowerCase()
    if (primaries.has(list))
      add('to', t('Two rules say which of the {attribute} is the primary one.', { attribute: path.attribute }))
    primaries.add(list)
  }
  if (!filled.has('username')) {
    const sentence = t('No rule fills userName, the sign-in name.')
    problems.push({ rule: null, field: 'to', to: 'userName', code: 'mapping-invalid', sentence, span: null })
  }
  return problems
}

/** The path, or in one sentence why it is none. */
function pathOf(to: string): ScimPath | string {
  if (to.trim() === '') return t('Say which attribute of the account is filled.')
  try {
    return parsePath(to)
  } catch (error) {
    if (error instanceof MusterError) return error.detail ?? error.message
    throw error
  }
}

/** Whether an attribute refers to another account (RFC 7643 section 4.3). */
function takesAccount({ schema, attribute }: ScimPath): boolean {
  return schema !== null && isNamed(schema, enterpriseUserUrn) && isNamed(attribute, 'manager')
}
