import type { Json } from '../../shared/model/json.ts'
import type { Mapping, MappingRule } from '../../shared/model/mapping.ts'
import type { Person } from '../../shared/model/person.ts'
import { canBeCleared } from '../../shared/scim/clearing.ts'
import { parsePath } from '../../shared/scim/path.ts'

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

/**
 * Prepares a mapping to be applied to many people. The rule for the manager is left out: it holds a reference to a person,
 * which only becomes an account's id once that person has one (manager.ts).
 * @throws MusterError `path-invalid`
 */
export function compileMapping(mapping: Mapping): ApplyMapping {
  const rules = mapping.rules.filter((rule) => !isManagerRule(rule)).map(compileRule)
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

function isManagerRule(rule: MappingRule): boolean {
  return rule.from.some((from) => 'attribute' in from && from.attribute === 'manager')
}

function compileRule(rule: MappingRule) {
  const { to, from, otherwise, when } = rule
  const path = parsePath(to)
  const isBoolean = [path.attribute, path.sub].some((name) => name === 'active' || name === 'primary')
  const typed = (text: string): Json => (isBoolean ? /^(true|1|yes)$/i.test(text) : text)
  const fill = ({ attributes, active }: Person): Json => {
    for (const one of from) {
      if ('constant' in one) {
        if (one.constant !== '') return typed(one.constant)
      } else if (one.attribute === 'active') return isBoolean ? active : String(active)
      else {
        const value = attributes[one.attribute]
        if (value !== undefined && value !== '') return typed(value)
      }
    }
    return otherwise === null ? null : typed(otherwise)
  }
  const element = path.filter === null ? null : to.slice(0, to.lastIndexOf(']') + 1)
  return { to, when, element, isValue: path.sub === 'value', clears: clears(rule), fill }
}
