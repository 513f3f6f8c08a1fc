/** An id of the kind that some identity providers give and that clients tend to break on: with a slash and an @. */
export const oddId = (name: string, suffix: string): string => `${name.split('@')[0]}/${suffix}@sandbox`
