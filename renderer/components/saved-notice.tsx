import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import type { SavedFile } from '../../shared/model/app.ts'
import { t } from '../../shared/words/text.ts'
import { failureOf, useAct } from '../api.ts'
import { ErrorPanel } from './error-panel.tsx'
import { Notice } from './notice.tsx'

/** Where something was saved, and the way there. Nothing while there is no file. */
export function SavedNotice({ file }: { file: SavedFile | null }) {
  const show = useAct('files', 'show')
  if (file === null) return null
  return (
    <>
      <Notice
        tone="good"
        title={t('Saved')}
        actions={
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />}
            onClick={() => show.mutate({ saved: file.saved })}
          >
            {t('Show in folder')}
          </Button>
        }
      >
        <bdi>{file.path}</bdi>
      </Notice>
      {show.error ? <ErrorPanel failure={failureOf(show.error)} /> : null}
    </>
  )
}
