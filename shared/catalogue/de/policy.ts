/** See docs/translating.md. */
export const policy: Record<string, string> = {}
