import { expect, test } from 'vitest'
import type { z as Zod } from 'zod'
import { z as standIn } from '../../../renderer/no-schemas.ts'

// What the window's build takes for zod.
const z = standIn as typeof Zod

test('schemas are made of schemas without doing anything', () => {
  const inner = z.object({ name: z.string().min(1).max(200), kind: z.enum(['a', 'b']).nullable().default(null) })
  const outer = z.discriminatedUnion('by', [inner.extend({ by: z.literal('x'), again: inner.shape.name.optional() })])
  expect(z.array(outer)).toBe(z)
})

test.each(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'options'])('none can be read: %s', (reading) => {
  const schema: unknown = z.object({})
  expect(() => Reflect.get(schema as object, reading)).toThrow(`no ${reading}`)
})
