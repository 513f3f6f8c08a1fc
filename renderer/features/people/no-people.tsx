import { Button } from '@mantine/core'
import { IconCloud, IconFlask, IconSitemap, IconUpload, IconUsers } from '@tabler/icons-react'
import { peopleExtensions } from '../../../shared/file-kinds.ts'
import type { SourceKind } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenFileButton } from '../../components/file-open.tsx'
import { useNavigation } from '../../navigation.tsx'
import type { ReadPeople } from './use-read-people.ts'

/** Files that a people export comes in, as an input takes them. */
export const peopleFiles = peopleExtensions.map((extension) => `.${extension}`).join()
const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The ways to the first people: a file, a directory, a SCIM service. */
export function NoPeople({ reading, demo }: { reading: ReadPeople; demo: boolean }) {
  const { go } = useNavigation()
  const setUp = (source: SourceKind) => () => go({ at: 'settings', section: 'source', source })
  return (
    <EmptyState
      icon={<IconUsers size={22} stroke={1.75} />}
      title={t('Start with a file')}
      text={t(
        'Open or drop the file that your directory exported: CSV, Excel workbook, JSON or LDIF. Exports of Entra, Active Directory, Okta, Google Workspace, JumpCloud and Keycloak are recognised, and any list with sign-in names. Or let Muster read your directory itself.',
      )}
      actions={
        <>
          {demo ? (
            <Button
              variant="default"
              leftSection={<IconFlask {...icon} />}
              loading={reading.busy}
              onClick={() => reading.read('sample')}
            >
              {t('Use the sample people')}
            </Button>
          ) : null}
          <OpenFileButton
            strong
            accept={peopleFiles}
            busy={reading.busy}
            icon={<IconUpload {...icon} />}
            onFile={reading.read}
          >
            {t('Open a file')}
          </OpenFileButton>
          <Button variant="default" leftSection={<IconSitemap {...icon} />} onClick={setUp('ldap')}>
            {t('Connect a directory')}
          </Button>
          <Button variant="default" leftSection={<IconCloud {...icon} />} onClick={setUp('scim')}>
            {t('Connect a SCIM service')}
          </Button>
        </>
      }
    />
  )
}
