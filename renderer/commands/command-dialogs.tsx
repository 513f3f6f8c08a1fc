import { type ComponentProps, useRef, useState } from 'react'
import { commandIds, type Platform } from '../../shared/commands.ts'
import type { Palette } from '../features/palette/palette.tsx'
import { useCommand, useCommands } from './commands.tsx'

type Dialogs = typeof import('./later-dialogs.tsx')
type Reasons = ComponentProps<typeof Palette>['reasons']

/** The dialogs that a key opens over any screen. Their script is loaded when the first of them is wanted. */
export function CommandDialogs({ platform }: { platform: Platform }) {
  const { whyNot } = useCommands()
  const [dialogs, setDialogs] = useState<Dialogs | null>(null)
  const [shown, setShown] = useState<{ dialog: 'palette'; reasons: Reasons } | { dialog: 'help' } | null>(null)
  const cameFrom = useRef<Element | null>(null)

  const open = (next: typeof shown) => {
    cameFrom.current = document.activeElement
    setShown(next)
    if (dialogs === null) void import('./later-dialogs.tsx').then(setDialogs)
  }
  useCommand('palette', () => {
    // Asked before it opens: with it open, a dialog would be in the way of everything.
    const reasons = Object.fromEntries(commandIds.map((id) => [id, whyNot(id)])) as Reasons
    open({ dialog: 'palette', reasons })
  })
  useCommand('keyboard-help', () => open({ dialog: 'help' }))
  const close = (then?: () => void) => {
    setShown(null)
    // Once the dialog is gone: what was chosen may open another, or move the focus itself.
    setTimeout(() => {
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
      then?.()
    })
  }
  if (dialogs === null || shown === null) return null
  if (shown.dialog === 'help') return <dialogs.KeyboardHelp platform={platform} onClose={() => close()} />
  return <dialogs.Palette platform={platform} reasons={shown.reasons} onClose={close} />
}
