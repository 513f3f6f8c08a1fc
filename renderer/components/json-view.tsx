import { Code } from '@mantine/core'
import { ScrollBox } from './scroll-box.tsx'

/** Text that may be JSON, indented where it is and as it stands where it is not: services also answer HTML and nothing. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A document in fixed type. With `most` it scrolls by itself beyond that height in pixels; `label` is its accessible name. */
export function JsonView({ text, label, most }: { text: string; label: string; most?: number }) {
  const code = (
    <Code block fz={12} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' }}>
      {text}
    </Code>
  )
  if (most === undefined) return <section aria-label={label}>{code}</section>
  return (
    <ScrollBox label={label} most={most}>
      {code}
    </ScrollBox>
  )
}
