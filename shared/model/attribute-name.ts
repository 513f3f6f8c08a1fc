import { z } from 'zod'
import { longestName } from './kept-attribute.ts'
import { personAttributes } from './person.ts'

/** Stands before the name of a further attribute, so that a source's own “title” is not Muster's. */
const prefix = 'more:'

/** The attribute that says where in the organisation a person is: a path like `/Sales/East`. */
export const unitAttribute = 'organizationalUnit'

/** A unit's path in its parts, the first of them empty where it begins at the top. A stroke behind a backslash divides nothing. */
export const unitParts = (path: string): string[] => path.split(/(?<!(?<!\\)(?:\\\\)*\\)\//)

/** The name of a further attribute of a source among the names of all attributes. */
export const furtherAttribute = (name: string): string => `${prefix}${name}`

/** The source's own name of a further attribute; null when the name is one of Muster's. */
export const furtherName = (name: string): string | null =>
  name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : null

/** Names any attribute of a person: one of Muster's, or a further one as {@link furtherAttribute} writes it. */
export const attributeNameSchema = z
  .string()
  .max(prefix.length + longestName)
  .refine(
    (name) => personAttributes.some((known) => known === name) || furtherName(name) !== null,
    'This is no attribute of a person.',
  )
