import { expect, test } from 'vitest'
import { attributeNameSchema, furtherAttribute } from '../../../shared/model/attribute-name.ts'
import { gridLayoutSchema } from '../../../shared/model/grid-layout.ts'
import { longestName, whyNotKept } from '../../../shared/model/kept-attribute.ts'

test('whatever name is kept can be a column and be filtered by', () => {
  const name = 'x'.repeat(longestName)
  expect(whyNotKept(name)).toBeNull()
  const attribute = furtherAttribute(name)
  expect(attributeNameSchema.safeParse(attribute).success).toBe(true)
  expect(gridLayoutSchema.safeParse({ columns: [attribute], widths: { [attribute]: 200 } }).success).toBe(true)
  expect(whyNotKept(`${name}x`)).toMatch(/too long/)
})
