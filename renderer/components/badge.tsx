import type { Icon } from '@tabler/icons-react'
import classes from './badge.module.css'

/** The colours that carry meaning (look.md, “Meaning of colour”). */
export type BadgeTone = 'teal' | 'yellow' | 'blue' | 'violet' | 'red' | 'orange' | 'indigo' | 'gray'

/** A state as colour, icon and word: none of them says it alone. Plain markup, since grids draw dozens while scrolling. */
export function Badge({ tone, icon: Mark, children }: { tone: BadgeTone; icon: Icon; children: string }) {
  return (
    <span className={`${classes.badge} ${classes[tone]}`}>
      <Mark size={12} stroke={2} aria-hidden style={{ flex: 'none' }} />
      <span className={classes.words}>{children}</span>
    </span>
  )
}

/** The same as a round mark without a visible word; `label` is read out and shown on hover. */
export function Mark(props: { tone: BadgeTone; icon: Icon; label?: string; large?: boolean }) {
  const { tone, icon: Glyph, label, large = false } = props
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return (
    <span className={`${classes.mark} ${classes[tone]} ${large ? classes.large : ''}`} {...named}>
      <Glyph size={large ? 18 : 13} stroke={large ? 1.75 : 2} aria-hidden />
    </span>
  )
}
