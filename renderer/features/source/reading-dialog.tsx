import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Column, ColumnAttribute, FileFacts, FileReading } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { readAs, usedColumns } from '../../components/file-words.ts'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { ReadingFields } from './reading-fields.tsx'

/** The changed columns with one more change among them; what an attribute had before no longer fills it. Any number are kept. */
function withColumn(
  changed: FileReading['columns'],
  { index, title }: Column,
  attribute: ColumnAttribute | null,
): FileReading['columns'] {
  const others = changed.filter(
    (other) => other.index !== index && (attribute === null || attribute === 'kept' || other.attribute !== attribute),
  )
  return [...others, { index, title, attribute }]
}

/**
 * How a file is read, to be seen and changed: encoding, delimiter, header, sheet, and which column fills which attribute. What
 * would come of each change shows at once, on the first rows; the people change only when the file is read that way.
 */
export function ReadingDialog(props: {
  connection: string
  /** The file that was chosen; null for the one that people were read from. */
  grant: string | null
  name: string
  /** How it is read so far. */
  reading: FileReading
  /** What it was taken for when it was read; null when it could not be. */
  known: FileFacts | null
  /** Reads the file that way. */
  onRead: (reading: FileReading) => void
  onClose: () => void
}) {
  const { connection, grant, name } = props
  const [reading, setReading] = useState(props.reading)
  const look = useCall(
    'source',
    'lookAtFile',
    { connection, grant, reading },
    { placeholderData: (previous) => previous ?? props.known ?? undefined },
  )
  const facts = look.data
  const change = (part: Partial<FileReading>) => setReading((before) => ({ ...before, ...part }))
  const telling = facts?.columns.some(({ attribute }) => attribute === 'userName') ?? false
  const changed = JSON.stringify(reading) !== JSON.stringify(props.reading)
  return (
    <Modal opened onClose={props.onClose} size={800} title={t('How {name} is read', { name })}>
      {look.error ? <ErrorPanel failure={failureOf(look.error)} /> : null}
      {facts ? (
        <>
          <Text fz="sm" mb="sm">
            {readAs(facts)}{' '}
            {t('{used, number} of {count, plural, one {# column} other {# columns}} used.', {
              used: usedColumns(facts),
              count: facts.columns.length,
            })}
          </Text>
          <ReadingFields facts={facts} reading={reading} onChange={change} />
          <ColumnsTable
            columns={facts.columns}
            onChange={(column, attribute) => change({ columns: withColumn(reading.columns, column, attribute) })}
          />
        </>
      ) : look.isPending ? (
        <LinesSkeleton label={t('Looking at the file')} />
      ) : null}
      {facts && !telling ? (
        <Text fz="sm" mt="sm" role="status">
          {t('Choose the column that holds the sign-in name.')}
        </Text>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {changed ? t('Cancel') : t('Close')}
        </Button>
        <Button
          disabled={!telling || (!changed && grant === null)}
          onClick={() => {
            props.onRead(reading)
            props.onClose()
          }}
        >
          {t('Read the file this way')}
        </Button>
      </Group>
    </Modal>
  )
}
