import type { ReactNode } from 'react'
import classes from './review.module.css'

/** A way on that stands in or under a sentence of the review. @param label its accessible name, where the words alone could be of any line. */
export function LinkButton(props: { label?: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  const { label, disabled = false, onClick, children } = props
  return (
    <button type="button" className={classes.link} disabled={disabled} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}
