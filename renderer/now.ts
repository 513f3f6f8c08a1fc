import { useEffect, useState } from 'react'

/** The time in Unix milliseconds, anew every `every` milliseconds while the component is there. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
