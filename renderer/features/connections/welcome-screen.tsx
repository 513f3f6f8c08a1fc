import { Button, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect } from 'react'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { chooseFile } from '../../commands/choose-file.ts'
import { useCommand } from '../../commands/commands.tsx'
import icon from '../../icon.svg'
import { useNavigation } from '../../navigation.tsx'
import { PolicyNotice, PreparedConnections } from '../policy/policy.tsx'
import { VaultNotice } from '../session/vault-notice.tsx'
import { ConnectForm } from './connect-form.tsx'
import { useConnections } from './current-connection.tsx'
import { FirstSteps } from './first-steps.tsx'
import { SetAsideNotice } from './set-aside-notice.tsx'
import { SettingsInput } from './settings-input.tsx'
import { Understood } from './understood.tsx'
import { UnreadableSettings } from './unreadable-settings.tsx'
import { useConnect } from './use-connect.ts'
import { useDraft } from './use-draft.ts'
import classes from './welcome-screen.module.css'

/** The way from the document that Nintex sent to a signed-in connection; the first one and every further one. */
export function WelcomeScreen() {
  const info = useCall('app', 'info', undefined).data
  const { current } = useConnections()
  const { back, canGoBack, restart } = useNavigation()
  const draft = useDraft(info?.sealingKey ?? '')
  const connect = useConnect()
  useCommand(
    'import-settings',
    connect.busy ? null : (file) => (file ? draft.openChosen(file) : chooseFile('settings', draft.openChosen)),
  )
  useEffect(() => {
    document.title = `${t('Connect to K2')} · Muster`
  }, [])
  return (
    <main className={classes.screen}>
      <div className={classes.side}>
        {current && !connect.busy ? (
          <Button
            className={classes.back ?? ''}
            variant="subtle"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            onClick={() => (canGoBack ? back() : restart({ at: 'people' }))}
          >
            {t('Back to {name}', { name: current.name })}
          </Button>
        ) : null}
        <div className={classes.middle}>
          <img className={classes.icon} src={icon} alt="" width={40} height={40} />
          <Title order={1} className={classes.title}>
            {t('Connect to K2')}
          </Title>
          <p className={classes.lead}>{t('Paste or drop the settings that Nintex sent you, however they arrived.')}</p>
          {connect.busy ? null : <PreparedConnections onChoose={draft.openPreset} />}
          <SettingsInput
            draft={draft}
            demo={info?.demo ?? false}
            keptIn={info?.vault.keptIn ?? 'keychain'}
            disabled={connect.busy}
          />
        </div>
      </div>
      <div className={classes.side}>
        <div className={classes.middle}>
          <div className={classes.notice}>
            <PolicyNotice />
            <SetAsideNotice connection={null} />
            <VaultNotice />
          </div>
          {draft.draft ? (
            <>
              <Title order={2} mb={16}>
                {t('What Muster understood')}
              </Title>
              <Understood draft={draft.draft} />
              <ConnectForm
                // What is offered for the sample tenant is not kept for settings of the admin's own.
                key={String(draft.sample)}
                draft={draft.draft}
                reading={draft.reading}
                sample={draft.sample}
                connect={connect}
              />
            </>
          ) : draft.failure ? (
            <UnreadableSettings failure={draft.failure} />
          ) : (
            <FirstSteps />
          )}
        </div>
      </div>
    </main>
  )
}
