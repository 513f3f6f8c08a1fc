import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './files-below.ts'

/** A secret that was issued or configured during a suite, with a name for the report that is not the secret itself. */
export interface KnownSecret {
  readonly name: string
  readonly value: string
}

/** Something to be searched: a folder with everything in it, or a text such as the window's DOM. */
export type Haystack = { readonly folder: string } | { readonly name: string; readonly text: string }

/** Where a secret was found. Never holds the secret. */
export interface SecretHit {
  readonly secret: string
  readonly where: string
  /** How it was written there: plain, UTF-16, base64, URL-encoded, upper or lower case. */
  readonly form: string
}

/** Every way a value tends to be written down, as bytes to look for. */
function formsOf(value: string): { form: string; bytes: Buffer }[] {
  const plain = Buffer.from(value)
  const forms = [
    { form: 'plain', bytes: plain },
    { form: 'UTF-16', bytes: Buffer.from(value, 'utf16le') },
    { form: 'URL-encoded', bytes: Buffer.from(encodeURIComponent(value)) },
    { form: 'JSON-escaped', bytes: Buffer.from(JSON.stringify(value).slice(1, -1)) },
    { form: 'upper case', bytes: Buffer.from(value.toUpperCase()) },
    { form: 'lower case', bytes: Buffer.from(value.toLowerCase()) },
    { form: 'hex', bytes: Buffer.from(plain.toString('hex')) },
  ]
  // Base64 of a text that holds the value at any of the three possible alignments.
  for (const lead of [0, 1, 2]) {
    const coded = Buffer.concat([Buffer.alloc(lead, 'x'), plain])
      .toString('base64')
      .replace(/=+$/, '')
    const inner = coded.slice(Math.ceil((lead * 4) / 3), -2)
    if (inner.length >= 8) forms.push({ form: `base64 (+${lead})`, bytes: Buffer.from(inner) })
  }
  return forms.filter((form, index) => forms.findIndex((other) => other.bytes.equals(form.bytes)) === index)
}

/**
 * Looks for secrets in folders and texts, in every form of {@link formsOf}.
 * Values under eight characters are refused, since finding them would prove nothing.
 * @throws Error for a secret that is too short to be searched for.
 */
export function searchSecrets(secrets: readonly KnownSecret[], haystacks: readonly Haystack[]): SecretHit[] {
  const needles = secrets.map(({ name, value }) => {
    if (value.length < 8) throw new Error(`The secret “${name}” is too short to be searched for.`)
    return { name, forms: formsOf(value) }
  })
  const hits: SecretHit[] = []
  const search = (where: string, content: Buffer) => {
    for (const { name, forms } of needles) {
      for (const { form, bytes } of forms) if (content.includes(bytes)) hits.push({ secret: name, where, form })
    }
  }
  for (const haystack of haystacks) {
    if ('text' in haystack) search(haystack.name, Buffer.from(haystack.text))
    else for (const file of filesBelow(haystack.folder)) search(file, readFileSync(join(haystack.folder, file)))
  }
  return hits
}
