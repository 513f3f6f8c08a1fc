import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { Sentence } from '../../components/sentence.tsx'

/** Says that a file of Muster's own was damaged and where it is now. Nothing while all is well. */
export function SetAsideNotice({ connection }: { connection: string | null }) {
  const files = useCall('app', 'setAside', { connection }).data
  const [closed, setClosed] = useState<readonly string[]>([])
  return files
    ?.filter(({ path }) => !closed.includes(path))
    .map(({ path, failure }) => (
      <Notice
        key={path}
        tone="warning"
        title={failure.happened}
        actions={
          <Button variant="default" onClick={() => setClosed([...closed, path])}>
            {t('Hide this notice')}
          </Button>
        }
      >
        <div>
          {failure.means} {failure.todo}
        </div>
        <div>
          <Sentence message="It is kept as {path}" values={{ path: <bdi>{path}</bdi> }} />
        </div>
      </Notice>
    ))
}
