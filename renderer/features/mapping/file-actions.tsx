import { Button, Group } from '@mantine/core'
import { IconDownload, IconRestore, IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { SavedFile } from '../../../shared/model/app.ts'
import type { Mapping } from '../../../shared/model/mapping.ts'
import { t } from '../../../shared/words/text.ts'
import { type CallError, call, useAct } from '../../api.ts'
import { useCommand } from '../../commands/commands.tsx'
import { OpenFileButton } from '../../components/file-open.tsx'

/** Takes a mapping from a file, saves it as one, and goes back to what the source starts with. */
export function FileActions(props: {
  connection: string
  mapping: Mapping
  /** Whether the mapping is the one the source starts with. */
  isUsual: boolean
  onImported: (mapping: Mapping, name: string) => void
  onSaved: (file: SavedFile | null) => void
  onError: (error: CallError | null) => void
  onReset: () => void
}) {
  const { connection, mapping, onError } = props
  const exporting = useAct('mapping', 'export', { onSuccess: props.onSaved, onError })
  const importing = useMutation<{ read: Mapping; name: string }, CallError, File>({
    mutationFn: async (file) => {
      const { grant, name } = await call('files', 'grant', file)
      return { read: await call('mapping', 'import', { connection, grant }), name }
    },
    onSuccess: ({ read, name }) => props.onImported(read, name),
    onError,
  })
  const save = () => {
    onError(null)
    exporting.mutate({ connection, mapping })
  }
  useCommand('export', exporting.isPending ? null : save)
  return (
    <Group gap={8}>
      <OpenFileButton
        accept=".json"
        busy={importing.isPending}
        icon={<IconUpload size={16} stroke={1.75} aria-hidden />}
        onFile={(file) => {
          onError(null)
          importing.mutate(file)
        }}
      >
        {t('Import')}
      </OpenFileButton>
      <Button
        variant="default"
        loading={exporting.isPending}
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        onClick={save}
      >
        {t('Export')}
      </Button>
      <Button
        variant="default"
        disabled={props.isUsual}
        leftSection={<IconRestore size={16} stroke={1.75} aria-hidden />}
        onClick={props.onReset}
      >
        {t('Reset')}
      </Button>
    </Group>
  )
}
