/** See docs/translating.md. */
export const decisions: Record<string, string> = {}
