/** See docs/translating.md. */
export const people: Record<string, string> = {}
