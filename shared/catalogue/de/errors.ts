/** See docs/translating.md. */
export const errors: Record<string, string> = {}
