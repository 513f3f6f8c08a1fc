import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDatabase, IconHistory, IconSettings, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { msg, t, textOf } from '../shared/words/text.ts'
import { failureOf, useCall } from './api.ts'
import { ErrorPanel, NetworkWaysOn } from './components/error-panel.tsx'
import { Later } from './components/later.tsx'
import { PageNotices } from './components/page.tsx'
import { edgeOf } from './features/connections/colours.ts'
import { ConnectionSwitcher } from './features/connections/connection-switcher.tsx'
import { useConnection } from './features/connections/current-connection.tsx'
import { SetAsideNotice } from './features/connections/set-aside-notice.tsx'
import { useFirstReading } from './features/connections/use-first-reading.ts'
import { GettingStarted } from './features/getting-started/getting-started.tsx'
import { ClientCertificateDialog } from './features/network/client-certificate-dialog.tsx'
import { ProxySignIn } from './features/network/proxy-sign-in.tsx'
import { PolicyNotice } from './features/policy/policy.tsx'
import { OfflineNotice } from './features/session/offline-notice.tsx'
import { SessionCard } from './features/session/session-card.tsx'
import { SessionNotices } from './features/session/session-notices.tsx'
import { VaultNotice } from './features/session/vault-notice.tsx'
import { useFormat } from './format.tsx'
import classes from './frame.module.css'
import { type Screen, useNavigation } from './navigation.tsx'

type Place = Extract<Screen['at'], 'people' | 'accounts' | 'runs' | 'settings'>

/** Which place of the rail a screen belongs to. */
const placeOf: Record<Screen['at'], Place | null> = {
  welcome: null,
  people: 'people',
  review: 'people',
  accounts: 'accounts',
  runs: 'runs',
  run: 'runs',
  settings: 'settings',
}

const places = [
  { at: 'people', label: msg('People'), Icon: IconUsers },
  { at: 'accounts', label: msg('K2 accounts'), Icon: IconDatabase },
  { at: 'runs', label: msg('Runs'), Icon: IconHistory },
  { at: 'settings', label: msg('Settings'), Icon: IconSettings },
] as const

function RailLinks() {
  const connection = useConnection().id
  const { screen, go } = useNavigation()
  const { number } = useFormat()
  const compact = useMediaQuery('(max-width: 68em)')
  const people = useCall('source', 'summary', { connection }).data?.people
  const accounts = useCall('accounts', 'state', { connection }).data
  const runs = useCall('runs', 'list', { connection }).data
  const counts: Partial<Record<Place, number | undefined>> = {
    people,
    accounts: accounts?.readAt == null ? undefined : accounts.total,
    runs: runs?.length || undefined,
  }
  const pushing = runs?.some(({ endedAt }) => endedAt === null) ?? false
  return (
    <nav aria-label={t('Main')}>
      <ul className={classes.nav}>
        {places.map(({ at, label: message, Icon }) => {
          const label = textOf(message)
          const count = counts[at]
          return (
            <li key={at}>
              <Tooltip label={label} position="right" disabled={!compact}>
                <UnstyledButton
                  className={classes.link}
                  aria-current={placeOf[screen.at] === at ? 'page' : undefined}
                  onClick={() => go({ at })}
                >
                  <Icon size={18} stroke={1.75} aria-hidden />
                  <span className={classes.label}>{label}</span>
                  {at === 'runs' && pushing ? (
                    <span className={classes.busy}>
                      <VisuallyHidden>{t('push under way')}</VisuallyHidden>
                    </span>
                  ) : null}
                  {count === undefined ? null : (
                    <span className={`${classes.count} ${classes.label}`}>{number(count)}</span>
                  )}
                </UnstyledButton>
              </Tooltip>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The rail and the screen beside it. */
export function Frame({ children }: { children: ReactNode }) {
  const { id, name, environment, colour, readOnly } = useConnection()
  const { go } = useNavigation()
  const [proxy, setProxy] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const reading = useFirstReading(id)
  const notices = (ownSessionNotice: boolean) => (
    <>
      <PolicyNotice />
      <SetAsideNotice connection={id} />
      <VaultNotice />
      <OfflineNotice />
      <SessionNotices connection={id} own={ownSessionNotice} />
      {reading.error ? (
        <ErrorPanel failure={failureOf(reading.error)} retry={reading.retry} retryLabel={t('Read K2 accounts again')} />
      ) : null}
    </>
  )
  return (
    <div className={classes.frame}>
      <aside className={classes.rail} aria-label={t('Connection and navigation')}>
        <ConnectionSwitcher />
        <RailLinks />
        <GettingStarted />
        <SessionCard connection={id} />
      </aside>
      <div className={classes.content}>
        {/* Where the rail has no room for words, the name stands here: nobody pushes to production by mistake. */}
        <div className={classes.where} style={{ '--edge': edgeOf(colour) }} aria-hidden>
          {[name, environment, readOnly ? t('Read-only') : ''].filter(Boolean).join(' · ')}
        </div>
        <NetworkWaysOn
          value={{
            test: () => go({ at: 'settings', section: 'connection', test: true }),
            signIn: setProxy,
            certificate: () => setChoosing(true),
          }}
        >
          <PageNotices value={notices}>{children}</PageNotices>
          <Later>
            <ProxySignIn proxy={proxy} onClose={() => setProxy(null)} />
            <ClientCertificateDialog opened={choosing} onClose={() => setChoosing(false)} />
          </Later>
        </NetworkWaysOn>
      </div>
    </div>
  )
}
