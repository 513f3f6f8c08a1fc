import { Textarea, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { completionsAt } from '../../../shared/expression/complete.ts'
import { expressionFunctions } from '../../../shared/expression/functions.ts'
import type { Span } from '../../../shared/expression/tree.ts'
import { t } from '../../../shared/words/text.ts'
import classes from './mapping.module.css'

/** How many offers show at once. */
const most = 7

/** The text again, with what is wrong underlined: it lies over the field and lets everything through. */
function Underlined({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) continue
    // Where something is missing at the end, the last letter stands for it.
    const from = start === end ? Math.max(at, start - 1) : start
    parts.push(text.slice(at, from), <u key={from}>{text.slice(from, Math.max(end, from + 1)) || ' '}</u>)
    at = Math.max(end, from + 1)
  }
  return (
    <div className={classes.underlined} aria-hidden data-problems={spans.length}>
      {parts}
      {text.slice(at)}
    </div>
  )
}

/** A field for an expression: what is wrong is underlined where it is, and names are offered as they are typed. */
export function ExpressionField(props: {
  value: string
  further: readonly string[]
  spans: readonly Span[]
  error: string | null
  onChange: (value: string) => void
}) {
  const { value, further, onChange } = props
  const list = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const { replaces, offers: all } = completionsAt(value, caret ?? 0, further)
  const typed = value.slice(replaces.start, replaces.end).toLowerCase()
  const isWhole = all.length === 1 && all[0]?.insert.toLowerCase() === typed
  const offers = caret === null || isWhole ? [] : all.slice(0, most)
  const option = (at: number) => `${list}-${at}`

  const take = (at: number): void => {
    const insert = offers[at]?.insert ?? ''
    const next = replaces.start + insert.length
    onChange(value.slice(0, replaces.start) + insert + value.slice(replaces.end))
    setCaret(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next, next)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (offers.length === 0) {
      // A line break says nothing in an expression.
      if (event.key === 'Enter') event.preventDefault()
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setChosen((chosen + step + offers.length) % offers.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div>
      <Textarea
        ref={field}
        label={t('Expression')}
        description={t(
          'Attributes by name, [further attributes] in brackets, texts in quotation marks, and functions.',
        )}
        placeholder={expressionFunctions[0]?.example[0] ?? ''}
        autosize
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: classes.expression ?? '' }}
        inputContainer={(input) => (
          <div className={classes.field}>
            {input}
            <Underlined text={value} spans={props.spans} />
          </div>
        )}
        error={props.error}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(offers.length > 0 ? { 'aria-controls': list, 'aria-activedescendant': option(chosen) } : {})}
        value={value}
        onChange={({ currentTarget: { value: next, selectionStart } }) => {
          setCaret(selectionStart)
          setChosen(0)
          onChange(next)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      {offers.length > 0 ? (
        <div role="listbox" id={list} aria-label={t('Names that fit')} className={classes.offers}>
          {offers.map(({ label, help, insert }, at) => (
            <UnstyledButton
              key={label}
              id={option(at)}
              role="option"
              aria-selected={at === chosen}
              tabIndex={-1}
              className={classes.offer ?? ''}
              title={insert}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(at)}
            >
              <code>{label}</code>
              <span>{help}</span>
            </UnstyledButton>
          ))}
        </div>
      ) : null}
    </div>
  )
}
