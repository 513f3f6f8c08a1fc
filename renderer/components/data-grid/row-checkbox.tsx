import styles from './row-checkbox.module.css'

interface RowCheckboxProps {
  readonly label: string
  readonly checked: boolean
  readonly mixed?: boolean
  readonly disabled?: boolean
  readonly title?: string | undefined
  /** Left out where the grid listens for the clicks of all its rows, to see Shift. */
  readonly onToggle?: () => void
}

/** A native checkbox in Muster's dress: light enough for every row of a scrolling grid. */
export function RowCheckbox({ label, checked, mixed = false, disabled = false, title, onToggle }: RowCheckboxProps) {
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={label}
      title={title}
      checked={checked}
      disabled={disabled}
      tabIndex={-1}
      ref={(box) => {
        if (box) box.indeterminate = mixed
      }}
      onChange={() => onToggle?.()}
    />
  )
}
