import type { FileGrant } from '../../../shared/model/app.ts'
import { recognised, type SourceSummary } from '../../../shared/model/source.ts'
import { AttributesDialog } from '../source/read-from-server.tsx'
import { ReadingDialog } from '../source/reading-dialog.tsx'
import type { ReadPeople } from './use-read-people.ts'

interface DialogProps {
  connection: string
  read: ReadPeople['read']
  onClose: () => void
}

/** How the file of the people is read, to be changed; of a server, what was read from it. */
export function SourceDialog({ connection, source, read, onClose }: DialogProps & { source: SourceSummary }) {
  if (source.kind !== 'file') return <AttributesDialog summary={source} onClose={onClose} />
  return (
    <ReadingDialog
      connection={connection}
      grant={null}
      name={source.name}
      reading={source.reading}
      known={source}
      onRead={(reading) => read({ grant: null, reading })}
      onClose={onClose}
    />
  )
}

/** How a file that could not be read may be read after all. */
export function RefusedDialog({ connection, refused, read, onClose }: DialogProps & { refused: FileGrant }) {
  return (
    <ReadingDialog
      connection={connection}
      grant={refused.grant}
      name={refused.name}
      reading={recognised}
      known={null}
      onRead={(reading) => read({ grant: refused, reading })}
      onClose={onClose}
    />
  )
}
