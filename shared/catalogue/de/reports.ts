/** See docs/translating.md. */
export const reports: Record<string, string> = {}
