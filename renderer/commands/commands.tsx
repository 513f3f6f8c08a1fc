/*
 * What menus, keys and the palette have done. Signatures:
 *   useCommand('find', () => …)        the screen that is shown can do this; null: it can't now
 *   useCommands() → { run(id), whyNot(id) }
 */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { CommandId, Platform } from '../../shared/commands.ts'
import type { FileGrant } from '../../shared/model/app.ts'
import type { SessionState } from '../../shared/model/session.ts'
import { callKey, useEvent } from '../api.ts'
import { tell } from '../components/tell.tsx'
import { useConnections } from '../features/connections/current-connection.tsx'
import { keptPeopleView } from '../features/people/people-view.ts'
import { type Screen, useNavigation } from '../navigation.tsx'
import { pressedCommand } from './key-match.ts'
import { type CommandFacts, whyNot } from './why-not.ts'

/** Carries out commands wherever the admin is. */
export interface Commands {
  /** Does it, on the screen it belongs to; says why where that is not possible now. `file`: with this one, instead of asking for it. */
  readonly run: (id: CommandId, file?: FileGrant) => void
  /** Why it can't be done now, in a sentence; null when it can. */
  readonly whyNot: (id: CommandId) => string | null
}

/** What a screen does for a command. `file`: see {@link Commands.run}. */
type Act = (file?: FileGrant) => void

interface CommandCentre extends Commands {
  /** Says that the screen can do something; the returned function takes that back. */
  readonly offer: (id: CommandId, act: Act) => () => void
}

const CommandsContext = createContext<CommandCentre | null>(null)

/** Commands that are nothing but the way to a screen. */
const leadsTo: Partial<Record<CommandId, Screen>> = {
  'go-people': { at: 'people' },
  'go-accounts': { at: 'accounts' },
  'go-runs': { at: 'runs' },
  'go-settings': { at: 'settings' },
  'add-connection': { at: 'welcome' },
  'test-connection': { at: 'settings', section: 'connection', test: true },
  'report-problem': { at: 'settings', section: 'diagnostics' },
  about: { at: 'settings', section: 'about' },
}

/** Where a command is carried out that the screen of now can't. */
const doneAt: Partial<Record<CommandId, Screen>> = {
  'open-people': { at: 'people' },
  'paste-list': { at: 'people' },
  'read-people': { at: 'people' },
  'review-selection': { at: 'people' },
  'read-accounts': { at: 'accounts' },
  'import-settings': { at: 'welcome' },
  'getting-started': { at: 'people' },
}

const isDialogOpen = () => document.querySelector('[role=dialog][aria-modal=true]') !== null

/** Hears menus and keys, and hands commands to the screen that can carry them out. */
export function CommandsProvider({ platform, children }: { platform: Platform; children: ReactNode }) {
  const client = useQueryClient()
  const { current } = useConnections()
  const { screen, go } = useNavigation()
  const offers = useRef(new Map<CommandId, Act[]>())
  /** What is done as soon as its screen offers it. */
  const awaited = useRef<{ id: CommandId; at: Screen['at']; file: FileGrant | undefined } | null>(null)

  const facts = (): CommandFacts => {
    const input = current && { connection: current.id }
    const session = input && client.getQueryData<SessionState>(callKey('session', 'state', input))
    return {
      connected: current !== null,
      signedIn: session?.status === 'signed-in',
      signingIn: session?.status === 'signing-in',
      people: input !== null && client.getQueryData(callKey('source', 'summary', input)) != null,
      ticked: current ? keptPeopleView(current.id).selected.size : 0,
      inDialog: isDialogOpen(),
      here: new Set(offers.current.keys()),
    }
  }
  const runNow = (id: CommandId, file?: FileGrant) => {
    awaited.current = null
    const why = whyNot(id, facts())
    if (why !== null) return tell(why)
    const act = offers.current.get(id)?.at(-1)
    if (act) return act(file)
    const place = doneAt[id]
    if (place) {
      awaited.current = { id, at: place.at, file }
      return go(place)
    }
    const to = leadsTo[id]
    // The same place again would only be one more step on the way back; a section of the settings is another place.
    if (to && (screen.at !== to.at || Object.keys(to).length > 1)) go(to)
  }
  /** What the last drawing knew, for whoever asks later. */
  const latest = useRef({ runNow, facts })
  latest.current = { runNow, facts }
  // Where the screen turns out not to offer it, it is not done on a later visit.
  if (awaited.current !== null && awaited.current.at !== screen.at) awaited.current = null
  const centre = useMemo<CommandCentre>(
    () => ({
      run: (id, file) => latest.current.runNow(id, file),
      whyNot: (id) => whyNot(id, latest.current.facts()),
      offer: (id, act) => {
        const all = offers.current
        all.set(id, [...(all.get(id) ?? []), act])
        if (awaited.current?.id === id) {
          const { file } = awaited.current
          awaited.current = null
          // Once the screen is drawn: a dialog takes the focus after its title has had it.
          setTimeout(() => act(file))
        }
        return () => {
          const left = (all.get(id) ?? []).filter((other) => other !== act)
          if (left.length > 0) all.set(id, left)
          else all.delete(id)
        }
      },
    }),
    [],
  )
  useEvent('app.command', ({ command }) => runNow(command))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const id = event.defaultPrevented || event.repeat ? null : pressedCommand(event, platform)
    if (id === null) return
    event.preventDefault()
    runNow(id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return <CommandsContext value={centre}>{children}</CommandsContext>
}

function useCentre(): CommandCentre {
  const centre = useContext(CommandsContext)
  if (!centre) throw new Error('Commands are used inside CommandsProvider.')
  return centre
}

/** Carries out commands. */
export const useCommands = (): Commands => useCentre()

/** What the component that is shown does for a command; null while it can't. */
export function useCommand(id: CommandId, act: Act | null): void {
  const { offer } = useCentre()
  const doIt = useEffectEvent((file?: FileGrant) => act?.(file))
  const can = act !== null
  useEffect(() => (can ? offer(id, (file) => doIt(file)) : undefined), [id, can, offer])
}
