import './trusted-types.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/inter/wght.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startSpeaking } from '../shared/catalogue/speak-as.ts'
import { App } from './app.tsx'
import { Later } from './components/later.tsx'
import { followMain } from './live.ts'
import { queryClient } from './query-client.ts'
import { cssVariablesResolver, theme } from './theme.ts'

followMain(queryClient)

// A file that is dropped beside a place for it must not replace the page.
for (const type of ['dragover', 'drop'] as const)
  addEventListener(type, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })

const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root.')

function show(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
        // Finding out which of them its style sheet has anyway takes longer than writing them all.
        deduplicateCssVariables={false}
      >
        <QueryClientProvider client={queryClient}>
          <Later>
            <Notifications position="bottom-right" />
          </Later>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

// Main has written it there: the window speaks main's language from its first word on.
void startSpeaking(document.documentElement.lang).then(() => show(root))
