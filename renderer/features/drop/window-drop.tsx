import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { call } from '../../api.ts'
import { useCommands } from '../../commands/commands.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { tell, tellFailure } from '../../components/tell.tsx'
import { useConnections } from '../connections/current-connection.tsx'
import { whyNotDropped } from './droppable.ts'
import classes from './window-drop.module.css'

/** Files that are carried over the window, text and pictures not. */
const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Takes a file that is dropped anywhere on the window, and says beforehand what will come of it. Menus do the same without a pointer. */
export function WindowDrop() {
  const { current } = useConnections()
  const { run } = useCommands()
  const [over, setOver] = useState(false)

  const take = async (file: File): Promise<void> => {
    // Main learns the path from Electron alone, as for a file that was chosen; the page could not name one.
    const granted = await call('files', 'grant', file)
    // Before the first connection everything is held against the settings, which say what is wrong with it.
    const kind = current === null ? 'settings' : await call('files', 'kind', { grant: granted.grant })
    run(kind === 'settings' ? 'import-settings' : 'open-people', granted)
  }
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(false)
    const files = [...(event.dataTransfer?.files ?? [])]
    const items = [...(event.dataTransfer?.items ?? [])]
    const folder = items.some((item) => item.webkitGetAsEntry()?.isDirectory)
    const why = whyNotDropped({ names: files.map(({ name }) => name), folder })
    const [file] = files
    if (why !== null) return tell(why)
    if (file) take(file).catch(tellFailure)
  })
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => onDrop(event)
    addEventListener('dragover', onDrag)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={classes.over}>
      <div className={classes.card}>
        <IconFileImport size={28} stroke={1.5} aria-hidden />
        <strong>{current === null ? t('Drop the settings that Nintex sent') : t('Drop a file to open it')}</strong>
        {current === null ? (
          <span>{t('A JSON or text file. Nothing is kept before you sign in.')}</span>
        ) : (
          <span>
            <Sentence
              message="A list of people is read into {connection}. Settings from Nintex begin another connection."
              values={{ connection: <bdi>{current.name}</bdi> }}
            />
          </span>
        )}
      </div>
    </div>
  )
}
