/*
 * Signature: <Sentence message="Read <b>{file}</b> again" values={{ file, b: (inner) => <b>{inner}</b> }} />
 */
import { createElement, Fragment, type ReactNode } from 'react'
import { piecesOf } from '../../shared/words/text.ts'

/** What is put into a sentence, and what is put around a part of it. */
type SentenceValues = Readonly<Record<string, string | number | Date | ReactNode | ((inner: ReactNode) => ReactNode)>>

/** A sentence with elements in it, as one text in the admin's language. `message` is written out where it is used. */
export function Sentence({ message, values }: { message: string; values: SentenceValues }) {
  const ready = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (inner: ReactNode[]) => value(createElement(Fragment, null, ...inner)) : value,
    ]),
  )
  return createElement(Fragment, null, ...piecesOf<ReactNode>(message, ready))
}
