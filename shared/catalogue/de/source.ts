/** See docs/translating.md. */
export const source: Record<string, string> = {}
