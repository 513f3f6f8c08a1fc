import { useEffect, useState } from 'react'
import { useCommand } from '../../commands/commands.tsx'
import { isShown, putAway, show } from './kept.ts'

type Panel = typeof import('./panel.tsx')

/** The first steps in the rail, from the first connection on until they are done or skipped. Their script comes only with them. */
export function GettingStarted() {
  const [shown, setShown] = useState(isShown)
  /** How often they were asked for by menu or palette: then they take the focus. */
  const [asked, setAsked] = useState(0)
  const [panel, setPanel] = useState<Panel | null>(null)
  useEffect(() => {
    if (shown && panel === null) void import('./panel.tsx').then(setPanel)
  }, [shown, panel])
  const bringBack = () => {
    show()
    setShown(true)
    setAsked((times) => times + 1)
  }
  useCommand('getting-started', bringBack)
  if (!shown || panel === null) return null
  return (
    <panel.GettingStartedPanel
      asked={asked}
      onPutAway={() => {
        putAway()
        setShown(false)
      }}
      onUndo={bringBack}
    />
  )
}
