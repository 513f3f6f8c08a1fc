/** See docs/translating.md. */
export const mapping: Record<string, string> = {}
