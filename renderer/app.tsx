import { Center } from '@mantine/core'
import { failureOf, useCall, useEvent } from './api.ts'
import { CommandDialogs } from './commands/command-dialogs.tsx'
import { CommandsProvider } from './commands/commands.tsx'
import { GuideCommands } from './commands/guide-commands.tsx'
import { ErrorPanel } from './components/error-panel.tsx'
import { ConnectionsProvider, useConnections } from './features/connections/current-connection.tsx'
import { WelcomeScreen } from './features/connections/welcome-screen.tsx'
import { WindowDrop } from './features/drop/window-drop.tsx'
import { useFirstAnswers } from './first-answers.ts'
import { FormatProvider } from './format.tsx'
import { Frame } from './frame.tsx'
import { NavigationProvider, useNavigation } from './navigation.tsx'
import { ScreenAt } from './screens.tsx'

function Here() {
  const { screen, restart } = useNavigation()
  const { current, choose } = useConnections()
  useEvent('connections.show', ({ connection, at, run }) => {
    choose(connection)
    restart(at === 'run' ? (run === null ? { at: 'runs' } : { at, run }) : { at })
  })
  if (!current || screen.at === 'welcome') return <WelcomeScreen />
  return (
    // A connection's screens never show another's rows, not even for a moment.
    <Frame key={current.id}>
      <ScreenAt screen={screen} />
    </Frame>
  )
}

/** The window: what main says about itself and its connections first, then the screen. */
export function App() {
  const info = useCall('app', 'info', undefined)
  const connections = useCall('connections', 'list', undefined)
  const there = useFirstAnswers()
  const error = info.error ?? connections.error
  if (error)
    return (
      <Center component="main" h="100%" p="xl">
        <ErrorPanel
          failure={failureOf(error)}
          retry={() => void Promise.all([info.refetch(), connections.refetch()])}
        />
      </Center>
    )
  if (!info.data || !connections.data || !there) return null
  return (
    <FormatProvider locale={info.data.locale}>
      <ConnectionsProvider list={connections.data}>
        <NavigationProvider start={{ at: connections.data.length > 0 ? 'people' : 'welcome' }}>
          <CommandsProvider platform={info.data.platform}>
            <Here />
            <WindowDrop />
            <GuideCommands />
            <CommandDialogs platform={info.data.platform} />
          </CommandsProvider>
        </NavigationProvider>
      </ConnectionsProvider>
    </FormatProvider>
  )
}
