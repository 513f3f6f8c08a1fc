/** The screens that no start shows first, in one script that is loaded after the first screen (screens.tsx). */
export { AccountsScreen } from './features/accounts/accounts-screen.tsx'
export { RunsScreen } from './features/history/runs-screen.tsx'
export { ReviewScreen } from './features/review/review-screen.tsx'
export { RunScreen } from './features/run/run-screen.tsx'
export { SettingsScreen } from './features/settings/settings-screen.tsx'
