/** Letters that Unicode does not take apart, as people type them who don't have them on the keyboard. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** A text for searching: without regard to case, accents, width and surrounding space. */
export function fold(text: string): string {
  const lower = text.trim().toLowerCase()
  // Most texts are ASCII and need no more.
  if (/^[ -~\n]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => plain[letter] ?? letter)
}

/** What is searched for, word by word: all of them have to be found. */
export const termsOf = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean)

/**
 * A sign-in name for matching: SCIM compares it without regard to case (RFC 7643 section 4.1.1), and one person's name
 * must not differ from itself by how its accents were typed. Accents themselves count.
 */
export function foldUserName(userName: string): string {
  return userName.trim().normalize('NFC').toLowerCase().normalize('NFC')
}
