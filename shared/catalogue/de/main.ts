/** See docs/translating.md. */
export const main: Record<string, string> = {}
