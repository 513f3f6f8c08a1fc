import type { Json, JsonObject } from '../../shared/model/json.ts'
import { attributeOf, fits, isJsonObject, type ScimPath } from '../../shared/scim/path.ts'

/** The elements of the multi-valued attribute that a path leads to, whatever its filter says. */
export function elementsAt(account: JsonObject, { schema, attribute }: ScimPath): JsonObject[] {
  const holder = schema === null ? account : attributeOf(account, schema)
  const value: Json = isJsonObject(holder) ? attributeOf(holder, attribute) : null
  // Some services send a single object where the schema says multi-valued.
  return (Array.isArray(value) ? value : [value]).filter(isJsonObject)
}

/** The path that names one element among others: by its type, and by its value too where the type does not tell. */
export function elementPath({ schema, attribute }: ScimPath, element: JsonObject, all: readonly JsonObject[]): string {
  const named = (...names: string[]) =>
    names.flatMap((name) => {
      const value = attributeOf(element, name)
      return typeof value === 'string' ? [{ attribute: name, value }] : []
    })
  const byType = named('type')
  const isAlone = byType.length > 0 && all.filter((one) => fits(one, byType)).length === 1
  const filter = (isAlone ? byType : named('type', 'value'))
    .map((condition) => `${condition.attribute} eq ${JSON.stringify(condition.value)}`)
    .join(' and ')
  return `${schema === null ? '' : `${schema}:`}${attribute}[${filter}]`
}

/** The paths of the elements that are primary beside the one that a path names. */
export function primariesBeside(account: JsonObject, path: ScimPath): string[] {
  const elements = elementsAt(account, path)
  const others = elements.filter(
    (element) => attributeOf(element, 'primary') === true && !(path.filter !== null && fits(element, path.filter)),
  )
  // What has neither type nor value can't be named, and says nothing anyway.
  return others
    .filter((element) => ['type', 'value'].some((name) => typeof attributeOf(element, name) === 'string'))
    .map((element) => elementPath(path, element, elements))
}
