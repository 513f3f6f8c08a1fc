import { Button, FileButton } from '@mantine/core'
import { type ReactNode, useRef } from 'react'

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
