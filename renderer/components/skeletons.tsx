/*
 * Signatures: useLate(waiting) → boolean · <RowsSkeleton rows={12} label="Reading people" /> · <LinesSkeleton lines={5} label=… />
 */
import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'

/** How long a screen stays still before it shows that it waits, in milliseconds. */
const patience = 150

/** True once something has been waited for longer than a moment, so that quick answers never flash. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return setLate(false)
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [waiting])
  return waiting && late
}

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%']
const widthOf = (index: number) => widths[index % widths.length] ?? '60%'

/** Rows of a table that is on its way: 36 px each, like the real ones. */
export function RowsSkeleton({ rows = 12, label }: { rows?: number; label: string }) {
  const late = useLate(true)
  if (!late) return null
  return (
    <Paper role="status" style={{ overflow: 'hidden' }}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={widthOf(index) + String(index)}
          style={{ display: 'flex', gap: 24, height: 36, padding: '12px 10px' }}
        >
          <Skeleton h={12} w={16} />
          <Skeleton h={12} w={`calc(${widthOf(index)} / 3)`} />
          <Skeleton h={12} w={`calc(${widthOf(index + 3)} / 3)`} />
        </div>
      ))}
    </Paper>
  )
}

/** Lines of text that are on their way. */
export function LinesSkeleton({ lines = 5, label }: { lines?: number; label: string }) {
  const late = useLate(true)
  if (!late) return null
  return (
    <Stack gap={12} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={widthOf(index) + String(index)} h={14} w={widthOf(index)} />
      ))}
    </Stack>
  )
}
