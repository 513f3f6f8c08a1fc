import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { type Filter, parseFilter } from './filter.ts'
import { matches } from './match.ts'
import { type AttributePath, isObject, keyOf, parseAttributePath, valueIn } from './path.ts'
import { Refusal } from './refusal.ts'
import { type AttributeFacts, attributesOf, type Kind } from './schema.ts'

/** A target of an operation: an attribute, some of its values, or a sub-attribute of either. */
interface Target extends AttributePath {
  readonly filter: Filter | null
}

type Op = 'add' | 'replace' | 'remove'
const anyCase = { exactUserName: false }

function parseTarget(kind: Kind, text: string): Target {
  const open = text.indexOf('[')
  if (open < 0) return { ...parseAttributePath(kind, text), filter: null }
  const close = text.lastIndexOf(']')
  const sub = text.slice(close + 1)
  if (close < open || !/^(\.[A-Za-z$][\w$-]*)?$/.test(sub)) {
    throw new Refusal(400, `The path ${text} can not be read.`, 'invalidPath')
  }
  const path = parseAttributePath(kind, text.slice(0, open))
  return { ...path, sub: sub === '' ? null : sub.slice(1), filter: parseFilter(kind, text.slice(open + 1, close)) }
}

function factsAt(kind: Kind, target: Target): AttributeFacts {
  const facts = attributesOf(kind, target.extension).get((target.attribute ?? '').toLowerCase())
  if (!facts || (target.sub !== null && !facts.subAttributes.has(target.sub.toLowerCase()))) {
    throw new Refusal(400, `There is no attribute ${[target.attribute, target.sub].join('.')}.`, 'invalidPath')
  }
  if (facts.readOnly) throw new Refusal(400, `${facts.name} is read-only.`, 'mutability')
  return facts
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** Appends values that are not there yet; a new primary value takes the mark from the others (section 3.5.2). */
function append(present: readonly Json[], added: readonly Json[]): Json[] {
  const fresh = added.filter((one) => !present.some((other) => isDeepStrictEqual(one, other)))
  const newPrimary = fresh.some((one) => isObject(one) && one.primary === true)
  const kept = newPrimary
    ? present.map((one) => (isObject(one) && one.primary ? { ...one, primary: false } : one))
    : present
  return [...kept, ...fresh]
}

/** What a filter made of `eq` alone says about a value that has yet to be made. */
function impliedBy(filter: Filter): JsonObject {
  if (filter.kind === 'and') return Object.assign({}, ...filter.parts.map(impliedBy))
  if (filter.kind === 'compare' && filter.by === 'eq') return { [filter.path.attribute ?? '']: filter.value }
  throw new Refusal(400, 'No value passes the filter of the path.', 'noTarget')
}

function mergeInto(present: Json | undefined, value: Json): Json {
  return isObject(present) && isObject(value) ? { ...present, ...value } : value
}

function setSub(value: Json, sub: string, op: Op, given: Json): Json {
  if (!isObject(value)) return value
  const key = keyOf(value, sub) ?? sub
  const { [key]: _old, ...rest } = value
  return op === 'remove' ? rest : { ...rest, [key]: given }
}

function applyToFiltered(present: Json[], target: Target, op: Op, value: Json): Json[] {
  const { filter, sub } = target
  if (!filter) return present
  const hit = (one: Json) => isObject(one) && matches(one, filter, anyCase)
  if (!present.some(hit)) {
    if (op === 'remove') return present
    if (op === 'replace') throw new Refusal(400, 'No value passes the filter of the path.', 'noTarget')
    const made = impliedBy(filter)
    return append(present, [sub === null ? mergeInto(made, value) : { ...made, [sub]: value }])
  }
  if (sub !== null) return present.map((one) => (hit(one) ? setSub(one, sub, op, value) : one))
  if (op === 'remove') return present.filter((one) => !hit(one))
  return present.map((one) => (hit(one) ? (op === 'add' ? mergeInto(one, value) : value) : one))
}

/** The new value of one attribute; undefined removes it. */
function changedValue(present: Json | undefined, facts: AttributeFacts, target: Target, op: Op, value: Json) {
  if (target.filter) return applyToFiltered(listOf(present), target, op, value)
  if (target.sub !== null) {
    const { sub } = target
    if (facts.multiValued) return listOf(present).map((one) => setSub(one, sub, op, value))
    return setSub(present ?? {}, sub, op, value)
  }
  if (op === 'remove') {
    // Entra removes members by naming them in the value instead of the path.
    const named = listOf(value).flatMap((one) => (isObject(one) && one.value !== undefined ? [one.value] : []))
    if (!facts.multiValued || named.length === 0) return undefined
    const gone = new Set(named)
    return listOf(present).filter((one) => !(isObject(one) && gone.has(one.value ?? null)))
  }
  if (facts.multiValued) return op === 'add' ? append(listOf(present), listOf(value)) : listOf(value)
  return facts.complex ? mergeInto(present, value) : value
}

function applyAt(kind: Kind, resource: JsonObject, target: Target, op: Op, value: Json): JsonObject {
  if (target.attribute === null) return applyToExtension(kind, resource, target, op, value)
  const facts = factsAt(kind, target)
  const present = target.extension === null ? resource : valueIn(resource, target.extension)
  const holder = isObject(present) ? present : {}
  const { [facts.name]: old, ...rest } = holder
  const next = changedValue(old, facts, target, op, value)
  const changed = next === undefined ? rest : { ...rest, [facts.name]: next }
  return target.extension === null ? changed : withExtension(resource, target.extension, changed)
}

function applyToExtension(kind: Kind, resource: JsonObject, target: Target, op: Op, value: Json): JsonObject {
  const extension = target.extension ?? ''
  if (op === 'remove') return withExtension(resource, extension, {})
  if (!isObject(value)) throw new Refusal(400, 'The value of an extension has to be an object.', 'invalidValue')
  return Object.entries(value).reduce(
    (changed, [name, one]) => applyAt(kind, changed, { extension, attribute: name, sub: null, filter: null }, op, one),
    resource,
  )
}

/** Puts an extension back into its resource and keeps `schemas` true to what is there. */
function withExtension(resource: JsonObject, extension: string, held: JsonObject): JsonObject {
  const { [extension]: _old, ...rest } = resource
  const schemas = listOf(resource.schemas).filter((urn) => urn !== extension)
  if (Object.keys(held).length === 0) return { ...rest, schemas }
  return { ...rest, schemas: [...schemas, extension], [extension]: held }
}

function applyOperation(kind: Kind, resource: JsonObject, operation: Json): JsonObject {
  if (!isObject(operation)) throw new Refusal(400, 'An operation has to be an object.', 'invalidSyntax')
  const op = String(operation.op).toLowerCase()
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    throw new Refusal(400, `“${String(operation.op)}” is not an operation.`, 'invalidSyntax')
  }
  const { path, value } = operation
  if (value === undefined && op !== 'remove') {
    throw new Refusal(400, `The operation ${op} lacks a value.`, 'invalidValue')
  }
  if (typeof path === 'string') {
    return applyAt(
      kind,
      resource,
      parseTarget(kind, path),
      value === null && op === 'replace' ? 'remove' : op,
      value ?? null,
    )
  }
  if (op === 'remove') throw new Refusal(400, 'The operation remove lacks a path.', 'noTarget')
  if (!isObject(value ?? null)) throw new Refusal(400, 'A value without a path has to be an object.', 'invalidSyntax')
  return Object.entries(isObject(value) ? value : {})
    .filter(([name]) => name !== 'schemas')
    .reduce((changed, [name, one]) => applyAt(kind, changed, parseTarget(kind, name), op, one), resource)
}

/**
 * Carries out a PatchOp message (RFC 7644 section 3.5.2) on a copy; the result still has to be validated.
 * @throws Refusal 400 invalidSyntax, invalidPath, invalidFilter, invalidValue, noTarget or mutability; then nothing of the
 * message counts.
 */
export function applyPatch(kind: Kind, resource: JsonObject, message: JsonObject): JsonObject {
  const urn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
  if (!listOf(message.schemas).includes(urn)) {
    throw new Refusal(400, `The schemas do not include ${urn}.`, 'invalidSyntax')
  }
  const operations = valueIn(message, 'Operations')
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new Refusal(400, 'The message holds no operations.', 'invalidSyntax')
  }
  return operations.reduce<JsonObject>((changed, operation) => applyOperation(kind, changed, operation), resource)
}
