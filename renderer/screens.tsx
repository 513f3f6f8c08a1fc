import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { PeopleScreen } from './features/people/people-screen.tsx'
import type { Screen } from './navigation.tsx'

type LaterScreens = typeof import('./later-screens.tsx')

/** Kept here and not left to Suspense, which would show an empty screen for a moment even where the script is there. */
let loaded: LaterScreens | null = null

async function load(): Promise<LaterScreens> {
  loaded ??= await import('./later-screens.tsx')
  return loaded
}

/**
 * The other screens; null until their script is there. They are loaded when the window has nothing else to do and waits for nothing
 * that the first screen is to show, or now if `wanted`.
 */
function useLaterScreens(wanted: boolean): LaterScreens | null {
  const [later, setLater] = useState(loaded)
  const client = useQueryClient()
  useEffect(() => {
    if (later !== null) return
    const begin = () => void load().then(setLater)
    if (wanted) return begin()
    let idle = 0
    const inTime = (): void => {
      // The window is idle while main answers, too; what comes of the answers is shown first.
      idle = requestIdleCallback(() => (client.isFetching() > 0 ? inTime() : begin()))
    }
    inTime()
    return () => cancelIdleCallback(idle)
  }, [later, wanted, client])
  return later
}

/** The screen of a place inside the frame. Plans and runs are keyed, so that another one starts afresh. */
export function ScreenAt({ screen }: { screen: Exclude<Screen, { at: 'welcome' }> }) {
  const later = useLaterScreens(screen.at !== 'people')
  if (screen.at === 'people') return <PeopleScreen />
  if (later === null) return null
  switch (screen.at) {
    case 'accounts':
      return <later.AccountsScreen />
    case 'review':
      return <later.ReviewScreen key={screen.plan} plan={screen.plan} />
    case 'run':
      return <later.RunScreen key={screen.run} run={screen.run} search={screen.search ?? ''} />
    case 'runs':
      return <later.RunsScreen />
    case 'settings':
      return <later.SettingsScreen section={screen.section ?? 'connection'} />
  }
}
