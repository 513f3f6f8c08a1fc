import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'

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
            Hide this notice
          </Button>
        }
      >
        <div>
          {failure.means} {failure.todo}
        </div>
        <div>
          It is kept as <bdi>{path}</bdi>
        </div>
      </Notice>
    ))
}
