import { Button, Group } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { msg, t, textOf } from '../../../shared/words/text.ts'
import { useAct, useCall } from '../../api.ts'
import label from '../../components/whole-label.module.css'
import icon from '../../icon.svg'
import { PolicySection } from '../policy/policy.tsx'
import { LanguageSection } from './language-section.tsx'
import { Facts, Section } from './section.tsx'

const platformWords = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' }

const pages = [
  { link: 'k2-scim-help', words: msg('SCIM in Nintex’s help') },
  { link: 'k2-known-issue-126098', words: msg('Known issue 126098: changed sign-in names') },
] as const

/** Version and the pages worth reading. */
export function AboutSection() {
  const info = useCall('app', 'info', undefined).data
  const open = useAct('app', 'openLink')
  if (!info) return null
  return (
    <>
      <Section
        title={t('About Muster')}
        lead={t('Pick people, see exactly what would change, and push them to Nintex K2 Cloud.')}
      >
        <Group gap={24} wrap="nowrap" align="center">
          <img src={icon} alt="" width={64} height={64} />
          <Facts
            facts={[
              [t('Version'), info.version],
              [t('Platform'), platformWords[info.platform]],
              [t('Regional format'), info.locale],
            ]}
          />
        </Group>
        <Group gap={10} mt={18}>
          {pages.map(({ link, words }) => (
            <Button
              key={link}
              variant="default"
              className={label.whole ?? ''}
              leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden />}
              onClick={() => open.mutate({ link })}
            >
              {textOf(words)}
            </Button>
          ))}
        </Group>
      </Section>
      <LanguageSection info={info} />
      <PolicySection />
    </>
  )
}
