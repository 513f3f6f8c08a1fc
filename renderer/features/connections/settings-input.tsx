import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconFileText, IconFlask } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { OpenFileButton } from '../../components/file-open.tsx'
import classes from './settings-input.module.css'
import type { useDraft } from './use-draft.ts'

/** Ways a text gets into a field all at once. */
const atOnce = new Set(['insertFromPaste', 'insertFromDrop', 'insertReplacementText'])

const placeholder = `"client": {
  "authority": "…",
  "clientId": "…",
  "redirectUri": "…",
  "scope": "…"
},
"scim": {
  "baseUrl": "…",
  "token": "…"
}`

/** Where the settings come in: pasted, typed, dropped, or from a file. The path token in them is never shown again. */
export function SettingsInput(props: {
  draft: ReturnType<typeof useDraft>
  demo: boolean
  keptIn: 'keychain' | 'memory'
  disabled: boolean
}) {
  const { draft, disabled } = props
  const [over, setOver] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  // A paste leaves the caret, and with it the view, at the end; what was understood is read from the top.
  useEffect(() => {
    if (draft.draft) area.current?.scrollTo({ top: 0 })
  }, [draft.draft])
  // Files are taken anywhere on the window (features/drop); text only here.
  const carriesText = (event: DragEvent) => !event.dataTransfer.types.includes('Files')
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (!carriesText(event)) return
    event.preventDefault()
    const text = event.dataTransfer.getData('text')
    if (!disabled && text) draft.write(text, true)
  }
  return (
    <section
      className={classes.zone}
      data-over={over || undefined}
      aria-label={t('Settings from Nintex')}
      onDragOver={(event) => {
        if (!carriesText(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={onDrop}
    >
      <Textarea
        ref={area}
        label={t('Settings')}
        classNames={{ input: classes.input ?? '' }}
        rows={12}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        readOnly={disabled}
        value={draft.text}
        error={draft.failure !== null}
        onChange={(event) => {
          const { inputType } = event.nativeEvent as InputEvent
          draft.write(event.currentTarget.value, atOnce.has(inputType))
        }}
      />
      <Group gap={12} mt={14}>
        {disabled ? null : (
          <OpenFileButton
            accept=".json,.txt,application/json,text/plain"
            icon={<IconFileText size={16} stroke={1.75} aria-hidden />}
            onFile={draft.openFile}
          >
            {t('Open a file')}
          </OpenFileButton>
        )}
        {props.demo && !disabled ? (
          <Button
            variant="default"
            leftSection={<IconFlask size={16} stroke={1.75} aria-hidden />}
            onClick={draft.openDemo}
          >
            {t('Use the sample tenant')}
          </Button>
        ) : null}
        <Text c="dimmed" fz="xs" className={classes.promise}>
          {props.keptIn === 'keychain'
            ? t('Secrets go straight to this computer’s keychain.')
            : t('Secrets are kept in memory until Muster closes.')}
        </Text>
      </Group>
    </section>
  )
}
