import { AccountsScreen } from './features/accounts/accounts-screen.tsx'
import { RunsScreen } from './features/history/runs-screen.tsx'
import { PeopleScreen } from './features/people/people-screen.tsx'
import { ReviewScreen } from './features/review/review-screen.tsx'
import { RunScreen } from './features/run/run-screen.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import type { Screen } from './navigation.tsx'

/** The screen of a place inside the frame. Plans and runs are keyed, so that another one starts afresh. */
export function ScreenAt({ screen }: { screen: Exclude<Screen, { at: 'welcome' }> }) {
  switch (screen.at) {
    case 'people':
      return <PeopleScreen />
    case 'accounts':
      return <AccountsScreen />
    case 'review':
      return <ReviewScreen key={screen.plan} plan={screen.plan} />
    case 'run':
      return <RunScreen key={screen.run} run={screen.run} search={screen.search ?? ''} />
    case 'runs':
      return <RunsScreen />
    case 'settings':
      return <SettingsScreen section={screen.section ?? 'connection'} />
  }
}
