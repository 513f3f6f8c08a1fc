/** See docs/translating.md. */
export const accounts: Record<string, string> = {}
