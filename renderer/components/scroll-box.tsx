import { ScrollArea } from '@mantine/core'
import type { ReactNode } from 'react'

/** A part that scrolls by itself once it is taller than `most` pixels; the keyboard can go to it to scroll. */
export function ScrollBox({ label, most, children }: { label: string; most: number; children: ReactNode }) {
  return (
    <ScrollArea.Autosize
      mah={most}
      type="auto"
      offsetScrollbars="present"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      {children}
    </ScrollArea.Autosize>
  )
}
