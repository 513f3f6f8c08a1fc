/** See docs/translating.md. */
export const network: Record<string, string> = {}
