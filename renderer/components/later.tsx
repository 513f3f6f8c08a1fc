import { type ReactNode, useEffect, useState } from 'react'

/** For what nobody sees while a screen comes up, a dialog that is closed: drawn once the window has nothing else to do. */
export function Later({ children }: { children: ReactNode }) {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(asked)
  }, [])
  return idle ? children : null
}
