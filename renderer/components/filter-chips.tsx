import { useFormat } from '../format.tsx'
import classes from './filter-chips.module.css'

/** One choice of {@link FilterChips}; `count` is null while it is not known. */
export interface FilterChip<V extends string> {
  readonly value: V
  readonly words: string
  readonly count: number | null
}

/** Shows one part of a list or all of it: `All 1,284 · Not in K2 212 · …`. */
export function FilterChips<V extends string>(props: {
  label: string
  chips: readonly FilterChip<V>[]
  value: V
  onChange: (value: V) => void
  /** As one control with parts instead of chips of their own. */
  joined?: boolean
}) {
  const { number } = useFormat()
  return (
    <fieldset className={props.joined ? classes.joined : classes.chips} aria-label={props.label}>
      {props.chips.map(({ value, words, count }) => (
        <button
          key={value}
          type="button"
          className={classes.chip}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {words}
          {count === null ? null : <span className={classes.count}> {number(count)}</span>}
        </button>
      ))}
    </fieldset>
  )
}
