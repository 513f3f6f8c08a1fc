import { useEffect, useEffectEvent } from 'react'

/** Does something on Esc anywhere on the screen, unless the key was meant for an open dialog or menu. */
export function useEscape(then: () => void): void {
  const onEscape = useEffectEvent(then)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]')
      if (event.key === 'Escape' && !event.defaultPrevented && !elsewhere) onEscape()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
