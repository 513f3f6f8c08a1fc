import { CloseButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { t } from '../../shared/words/text.ts'
import classes from './side-panel.module.css'
import { useEscape } from './use-escape.ts'

const narrowest = 280
const widest = 640
const step = 16
const clamp = (width: number) => Math.min(Math.max(Math.round(width), narrowest), widest)

/** The width the admin last gave a panel; the next one opens like it. */
let lastWidth = 330

/** A grid with what is known about its focused row beside it. Esc closes the panel, its edge resizes it. */
export function SidePanel(props: { label: string; onClose: () => void; children: ReactNode }) {
  const { label, onClose, children } = props
  const [width, setWidth] = useState(lastWidth)
  const resize = (next: number) => {
    lastWidth = clamp(next)
    setWidth(lastWidth)
  }
  useEscape(onClose)

  const sign = () => (document.dir === 'rtl' ? -1 : 1)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget
    const [from, at] = [width, event.clientX]
    edge.setPointerCapture(event.pointerId)
    const onMove = (move: globalThis.PointerEvent) => resize(from + (at - move.clientX) * sign())
    edge.addEventListener('pointermove', onMove)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), { once: true })
  }
  const onEdgeKey = (event: KeyboardEvent) => {
    const wider = sign() === 1 ? 'ArrowLeft' : 'ArrowRight'
    const narrower = sign() === 1 ? 'ArrowRight' : 'ArrowLeft'
    if (event.key === wider) resize(width + step)
    else if (event.key === narrower) resize(width - step)
    else if (event.key === 'Home') resize(narrowest)
    else if (event.key === 'End') resize(widest)
    else return
    event.preventDefault()
  }
  return (
    <>
      <hr
        aria-orientation="vertical"
        aria-label={t('Width of {panel}', { panel: label })}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        className={classes.edge}
        onPointerDown={onPointerDown}
        onKeyDown={onEdgeKey}
      />
      <aside aria-label={label} className={classes.panel} style={{ width }}>
        <CloseButton
          className={classes.close}
          size="sm"
          aria-label={t('Close')}
          icon={<IconX size={15} stroke={1.75} aria-hidden />}
          onClick={onClose}
        />
        <div className={classes.content}>{children}</div>
      </aside>
    </>
  )
}

/** Where a grid and its {@link SidePanel} stand side by side; on a narrow screen the panel lies over the grid. */
export function Split({ children }: { children: ReactNode }) {
  return <div className={classes.split}>{children}</div>
}
