import { z } from 'zod'
import { MusterError } from '../errors.ts'
import { type Mapping, type MappingRule, mappingRuleSchema, mappingSchema } from '../model/mapping.ts'
import { t } from '../words/text.ts'

/** What marks a file as a mapping. */
const format = 'muster-mapping'
/** The version that is written; older ones are read. */
const version = 1

const fileSchema = z.object({
  format: z.literal(format),
  version: z.number().int().min(1),
  rules: z
    .array(
      mappingRuleSchema.extend({
        otherwise: mappingRuleSchema.shape.otherwise.default(null),
        when: mappingRuleSchema.shape.when.default('always'),
      }),
    )
    .max(200),
})

/** A mapping as a file that people can read: a rule after the other, without what goes without saying. */
export function writeMappingFile({ rules }: Mapping): string {
  const written = rules.map(({ to, from, otherwise, when, whenEmpty }: MappingRule) => ({
    to,
    from,
    ...(otherwise === null ? {} : { otherwise }),
    ...(when === 'always' ? {} : { when }),
    ...(whenEmpty === 'leave' ? {} : { whenEmpty }),
  }))
  return `${JSON.stringify({ format, version, rules: written }, null, 2)}\n`
}

/**
 * Reads a mapping from a file's text. Its rules may still have problems, which the editor shows.
 * @throws MusterError `mapping-file`, saying in which line or field.
 */
export function readMappingFile(text: string): Mapping {
  const refuse = (where: string, detail: string): never => {
    throw new MusterError('mapping-file', { where, detail })
  }
  let held: unknown
  try {
    held = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const line = lineOf(text, error)
    return refuse(t('line {line}', { line }), t('It is not valid JSON: line {line} can’t be read.', { line }))
  }
  const head = z.object({ format: z.unknown(), version: z.unknown() }).partial().safeParse(held)
  if (head.data?.format !== format) refuse('format', t('“format” has to be “{format}”.', { format }))
  if (typeof head.data?.version === 'number' && head.data.version > version) {
    refuse('version', t('A newer Muster has written it. Update Muster to read it.'))
  }
  const read = fileSchema.safeParse(held)
  if (!read.success) {
    const [issue] = read.error.issues
    const [first, rule, ...rest] = issue?.path ?? []
    const field = first === 'rules' && typeof rule === 'number' ? ruleField(rule, rest) : String(first ?? 'rules')
    return refuse(field, t('{field} is missing or can’t be used.', { field }))
  }
  return mappingSchema.parse({ rules: read.data.rules })
}

const ruleField = (rule: number, rest: readonly PropertyKey[]): string =>
  rest.length === 0
    ? t('Rule {rule}', { rule: rule + 1 })
    : t('“{field}” of rule {rule}', { field: rest.map(String).join('.'), rule: rule + 1 })

/** The line that a syntax error of the engine is about: it names a position, a line, or that the text has ended. */
function lineOf(text: string, error: unknown): number {
  const said = error instanceof Error ? error.message : ''
  const at = /position (\d+)/.exec(said)?.[1]
  return text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length
}
