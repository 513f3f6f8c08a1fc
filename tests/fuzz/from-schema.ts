import fc from 'fast-check'
import { z } from 'zod'

/** The part of JSON Schema that zod writes and inputs are made by. */
interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly propertyNames?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

/** Where an input may be other than its schema says, and what it may then be. */
interface Parts {
  /** What stands in a text's place: the names of things that are there, so that calls reach beyond the first check. */
  readonly texts: fc.Arbitrary<string>
  /** What stands anywhere, once in a while. */
  readonly hostile: fc.Arbitrary<unknown>
}

/** Inputs for a schema: mostly of its form, so that they get in, and now and then with something hostile at any place. */
export function inputsOf(schema: z.ZodType, parts: Parts): fc.Arbitrary<unknown> {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema
  return ofSchema(written, parts)
}

function ofSchema(schema: JsonSchema, parts: Parts): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: soundOf(schema, parts) }, { weight: 1, arbitrary: parts.hostile })
}

function soundOf(schema: JsonSchema, parts: Parts): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return fc.oneof(...either.map((one) => soundOf(one, parts)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return numberOf(schema)
    case 'string':
      return parts.texts
    case 'array':
      return fc.array(ofSchema(schema.items ?? {}, parts), { maxLength: Math.min(schema.maxItems ?? 6, 6) })
    case 'object':
      return objectOf(schema, parts)
    default:
      return fc.constant(undefined)
  }
}

function numberOf({ minimum = -2, maximum = 1_000 }: JsonSchema): fc.Arbitrary<unknown> {
  const low = Math.max(minimum, -1_000_000)
  const small = fc.integer({ min: low, max: Math.min(maximum, low + 60) })
  return fc.oneof({ weight: 6, arbitrary: small }, fc.constantFrom<number>(low, maximum, -1, 0.5, 2 ** 53, Number.NaN))
}

function objectOf(schema: JsonSchema, parts: Parts): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema
  if (properties === undefined) {
    const value = typeof additionalProperties === 'object' ? additionalProperties : {}
    const names = schema.propertyNames?.enum?.map(String) ?? ['userName', '__proto__', 'title']
    return fc.dictionary(fc.constantFrom(...names), ofSchema(value, parts), { maxKeys: 4 })
  }
  const fields = Object.entries(properties).map(([name, one]) => [name, ofSchema(one, parts)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] })
}
