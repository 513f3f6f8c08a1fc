/** See docs/translating.md. */
export const connections: Record<string, string> = {}
