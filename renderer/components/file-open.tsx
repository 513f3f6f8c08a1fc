import { Button, FileButton } from '@mantine/core'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import classes from './file-open.module.css'

interface OpenFileButtonProps {
  /** What is on the button: `Open a file`. */
  readonly children: ReactNode
  /** File types, as an input takes them: `.csv,.txt`. */
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly busy?: boolean
  readonly strong?: boolean
  readonly icon?: ReactNode
}

/** Opens the system's file dialog. A page can't make up a path: main only reads files chosen this way, or dropped. */
export function OpenFileButton({ children, accept, onFile, busy = false, strong = false, icon }: OpenFileButtonProps) {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      resetRef={reset}
      accept={accept}
      onChange={(file) => {
        // Emptied, so that the same file can be chosen again.
        reset.current?.()
        if (file) onFile(file)
      }}
    >
      {(button) => (
        <Button {...button} variant={strong ? 'filled' : 'default'} leftSection={icon} loading={busy}>
          {children}
        </Button>
      )}
    </FileButton>
  )
}

/** Takes a file that is dropped on what is inside, and says so while one hangs over it. */
export function FileDrop({
  words,
  onFile,
  children,
}: {
  words: string
  onFile: (file: File) => void
  children: ReactNode
}) {
  const [over, setOver] = useState(false)
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    // Dropping is a second way to what the button does, so it needs no keyboard of its own.
    <section
      aria-label={words}
      className={classes.drop}
      onDragOver={(event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      {children}
      {over ? <div className={classes.over}>{words}</div> : null}
    </section>
  )
}
