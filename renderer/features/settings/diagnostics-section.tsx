import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { useCommand } from '../../commands/commands.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SavedNotice } from '../../components/saved-notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import classes from './diagnostics-section.module.css'
import { Section } from './section.tsx'

/** What goes to whoever helps, to be read before it is saved. */
export function DiagnosticsSection() {
  const look = useCall('diagnostics', 'look', undefined)
  const { refetch } = look
  // What was gathered at an earlier visit is out of date.
  useEffect(() => void refetch(), [refetch])
  const save = useAct('diagnostics', 'export')
  useCommand('export', save.isPending ? null : () => save.mutate(undefined))
  const error = save.error ?? look.error
  return (
    <Section
      title={t('Diagnostics')}
      lead={t(
        'One file for whoever helps you: versions, settings, what the services support, and the log. No password and no token is in it; names of servers, and of accounts that failed, may be.',
      )}
      actions={
        <Button
          loading={save.isPending}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => save.mutate(undefined)}
        >
          {t('Export diagnostics')}
        </Button>
      }
    >
      <div className={classes.content}>
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        <SavedNotice file={save.data ?? null} />
        {look.isPending ? <LinesSkeleton label={t('Gathering the diagnostics')} lines={5} /> : null}
        {look.data?.sections.map(({ title, lines, text, cut }) => (
          <details key={title} className={classes.part}>
            <summary>
              {title}{' '}
              <span className={classes.count}>
                {t('{count, plural, one {# line} other {# lines}}', { count: lines })}
              </span>
            </summary>
            <ScrollBox label={title} most={320}>
              <pre className={classes.text}>{text}</pre>
            </ScrollBox>
            {cut ? <p className={classes.count}>{t('The end is shown; the file has all of it.')}</p> : null}
          </details>
        ))}
      </div>
    </Section>
  )
}
