/** What would read a schema. Nothing in the window does: main checks whatever crosses between the two. */
const readings = new Set<PropertyKey>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'options'])

/**
 * Stands in for zod in the window's build. The window takes words and types from the files of shared/ that also hold schemas;
 * making the schemas would be a tenth of its script, and work at every start, for nothing. Making one here does nothing.
 * @throws Error where a schema would be read, so that no check can pass for one that was made.
 */
export const z: object = new Proxy(() => undefined, {
  get: (_made, name) => {
    if (readings.has(name)) throw new Error(`The window has no schemas, and so no ${String(name)}.`)
    return z
  },
  apply: () => z,
})
