import { MusterError } from '../../shared/errors.ts'
import { compileExpression } from '../../shared/expression/compile.ts'
import { parseExpression } from '../../shared/expression/parse.ts'
import { isManagerRule } from '../../shared/mapping/rule-problems.ts'
import type { Json } from '../../shared/model/json.ts'
import type { Mapping, MappingRule } from '../../shared/model/mapping.ts'
import type { Person } from '../../shared/model/person.ts'
import type { AttributeType } from '../../shared/model/service-schema.ts'
import { canBeCleared } from '../../shared/scim/clearing.ts'
import { parsePath, type ScimPath } from '../../shared/scim/path.ts'

/** What the mapping wants one attribute of an account to be. */
export interface Desired {
  readonly path: string
  /** Null clears the attribute of an account that has one; a new account does without. */
  readonly value: Json
  /** `create` leaves an existing account's value alone. */
  readonly when: MappingRule['when']
}

/**
 * Works out what a mapping wants for a person. An attribute for which the person has nothing is left out, which means
 * “leave it alone”, unless its rule says that K2's value goes too.
 */
export type ApplyMapping = (person: Person) => Desired[]

/** What kind of value an attribute takes; null where nobody knows. */
export type TypeOf = (path: ScimPath) => AttributeType | null

/**
 * Prepares a mapping to be applied to many people. The rule for the manager is left out: it holds a reference to a person,
 * which only becomes an account's id once that person has one (manager.ts).
 * @param typeOf what the service says of its attributes: a text that says a number or a yes becomes one.
 * @throws MusterError `path-invalid`; `mapping-invalid` for what is no expression
 */
export function compileMapping(mapping: Mapping, typeOf: TypeOf = () => null): ApplyMapping {
  const rules = mapping.rules.filter((rule) => !isManagerRule(rule)).map((rule) => compileRule(rule, typeOf))
  return (person) => {
    const desired: Desired[] = []
    const elements = new Set<string>()
    for (const { to, when, element, isValue, clears, fill } of rules) {
      const value = fill(person)
      // What describes an element (its type, whether it is the primary one) says nothing without the element's value.
      if ((value === null && !clears) || (element !== null && !isValue && !elements.has(element))) continue
      if (element !== null && value !== null) elements.add(element)
      desired.push({ path: to, value, when })
    }
    return desired
  }
}

/** The path that takes the manager's account id; null when the mapping leaves managers alone. */
export function managerPathOf(mapping: Mapping): string | null {
  return mapping.rules.find(isManagerRule)?.to ?? null
}

/** Whether accounts that are there already get the person's sign-in name too. */
export function isRenaming(mapping: Mapping): boolean {
  return mapping.rules.some(({ to, when }) => /^userName$/i.test(to) && when === 'always')
}

/** Whether a person without a manager at the source is to have none in K2 either. */
export function clearsManager(mapping: Mapping): boolean {
  const rule = mapping.rules.find(isManagerRule)
  return rule !== undefined && clears(rule)
}

/** Whether a rule takes K2's value away where the person has nothing. What is only filled on create never does. */
function clears({ to, when, whenEmpty }: MappingRule): boolean {
  return whenEmpty === 'remove' && when === 'always' && canBeCleared(to)
}

function compileRule(rule: MappingRule, typeOf: TypeOf) {
  const { to, from, otherwise, when } = rule
  const path = parsePath(to)
  const { expression, problems } = parseExpression(from)
  if (expression === null) throw new MusterError('mapping-invalid', { where: to, detail: problems[0].sentence })
  const compiled = compileExpression(expression)
  const typed = typing(path, typeOf)
  const fill = (person: Person): Json => {
    const text = compiled(person)
    if (text !== '') return typed(text)
    return otherwise === null ? null : typed(otherwise)
  }
  const element = path.filter === null ? null : to.slice(0, to.lastIndexOf(']') + 1)
  return { to, when, element, isValue: path.sub === 'value', clears: clears(rule), fill }
}

/** Makes a text the kind of value that an attribute takes. A text that is none of that kind stays as it is: K2 says so itself. */
function typing(path: ScimPath, typeOf: TypeOf): (text: string) => Json {
  const yes = /^(true|1|yes)$/i
  if ([path.attribute, path.sub].some((name) => name === 'active' || name === 'primary'))
    return (text) => yes.test(text)
  switch (typeOf(path)) {
    case 'boolean':
      return (text) => (yes.test(text) ? true : /^(false|0|no)$/i.test(text) ? false : text)
    case 'integer':
      return (text) => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : text)
    case 'decimal':
      return (text) => (/^[+-]?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text)
    default:
      return (text) => text
  }
}
