/** Gives the headings of one document their anchors, in order, as GitHub does: of several alike all but the first have a number. */
export function createAnchors(): (title: string) => string {
  const times = new Map<string, number>()
  return (title) => {
    const anchor = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const before = times.get(anchor) ?? 0
    times.set(anchor, before + 1)
    return before === 0 ? anchor : `${anchor}-${before}`
  }
}
