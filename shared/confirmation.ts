/**
 * Whether what the admin typed confirms a plan that asks for a number; null asks for none. Spaces and separators of
 * thousands don't count (`1 200`, `1,200`, `1’200`); `1.2` is not twelve.
 */
export function confirms(asked: string | null, typed: string | null): boolean {
  if (asked === null) return true
  const text = (typed ?? '').replace(/\s/g, '')
  const grouped = /^\d{1,3}(?:([.,’'_])\d{3})(?:\1\d{3})*$/.test(text)
  return (grouped ? text.replace(/\D/g, '') : text) === asked
}
