/** See docs/translating.md. */
export const review: Record<string, string> = {}
