/*
 * Where the admin is. Signatures:
 *   type Screen = { at: 'welcome' } | { at: 'people' } | { at: 'accounts' } | { at: 'review', plan } | { at: 'run', run, search? }
 *               | { at: 'runs' } | { at: 'settings', section?, source?, test? }
 *   useNavigation() → { screen, go(screen), replace(screen), back(), canGoBack }
 * screens.tsx mounts PeopleScreen, AccountsScreen, ReviewScreen { plan }, RunScreen { run } and RunsScreen from
 * features/{people/people-screen,accounts/accounts-screen,review/review-screen,run/run-screen,history/runs-screen}.tsx.
 * The screen stays what it is when the session expires, so signing in again lands where work stopped.
 */

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { SourceKind } from '../shared/model/source-settings.ts'

/** The sections of the settings, in the order they are shown. */
export const settingsSections = [
  'connection',
  'supports',
  'source',
  'mapping',
  'groups',
  'safety',
  'keychain',
  'updates',
  'diagnostics',
  'about',
] as const
/** See {@link settingsSections}. */
export type SettingsSection = (typeof settingsSections)[number]

/** A place in the app. */
export type Screen =
  | { readonly at: 'welcome' }
  | { readonly at: 'people' }
  | { readonly at: 'accounts' }
  | { readonly at: 'review'; readonly plan: string }
  /** `search`: what its list is searched for at first. */
  | { readonly at: 'run'; readonly run: string; readonly search?: string }
  | { readonly at: 'runs' }
  | {
      readonly at: 'settings'
      readonly section?: SettingsSection
      /** Which kind of source to set up, where the section is about that. */
      readonly source?: SourceKind
      /** Begins the test of the connection at once. */
      readonly test?: boolean
    }

/** Moves between screens. */
export interface Navigation {
  readonly screen: Screen
  readonly go: (screen: Screen) => void
  /** To a screen that takes the place of this one: the way back leads past it. */
  readonly replace: (screen: Screen) => void
  /** To the screen before, or to People where there is none. */
  readonly back: () => void
  readonly canGoBack: boolean
  /** How often the admin has moved; 0 on the screen the app opened with. Page moves the focus to its title after that. */
  readonly moves: number
  /** Forgets the way here and starts from a screen: after choosing another connection. */
  readonly restart: (screen: Screen) => void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Screens that are kept to go back to. */
const memory = 50

/** Holds the screen for everything inside. */
export function NavigationProvider({ start, children }: { start: Screen; children: ReactNode }) {
  const [{ trail, moves }, setState] = useState({ trail: [start] as readonly Screen[], moves: 0 })
  const value = useMemo<Navigation>(() => {
    const move = (next: (trail: readonly Screen[]) => readonly Screen[]) =>
      setState((state) => ({ trail: next(state.trail), moves: state.moves + 1 }))
    return {
      screen: trail.at(-1) ?? { at: 'people' },
      go: (screen) => move((before) => [...before, screen].slice(-memory)),
      replace: (screen) => move((before) => [...before.slice(0, -1), screen]),
      back: () => move((before) => (before.length > 1 ? before.slice(0, -1) : [{ at: 'people' }])),
      canGoBack: trail.length > 1,
      moves,
      restart: (screen) => move(() => [screen]),
    }
  }, [trail, moves])
  return <NavigationContext value={value}>{children}</NavigationContext>
}

/** Where the admin is, and how to move. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation is used inside NavigationProvider.')
  return navigation
}
