/** See docs/translating.md. */
export const runs: Record<string, string> = {}
