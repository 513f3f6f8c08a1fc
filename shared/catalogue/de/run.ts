/** See docs/translating.md. */
export const run: Record<string, string> = {}
