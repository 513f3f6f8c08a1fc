import { Modal, Text } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Problem } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { call, callKey } from '../../api.ts'
import { Badge } from '../../components/badge.tsx'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'
import words from '../../components/words.module.css'
import { useWorded } from '../../format.tsx'
import classes from './people.module.css'

const columnsOf = (cells: boolean): readonly GridColumn<Problem>[] => [
  {
    id: 'line',
    title: cells ? t('Cell') : t('Line'),
    width: 72,
    min: 50,
    align: 'end',
    // In a workbook, the cell; where it is the whole row, its number.
    cell: ({ line, cell }) => cell ?? line,
  },
  {
    id: 'severity',
    title: t('Kind'),
    width: 116,
    min: 100,
    cell: ({ severity }) =>
      severity === 'error' ? (
        <Badge tone="red" icon={IconX}>
          {t('Not usable')}
        </Badge>
      ) : (
        <Badge tone="orange" icon={IconAlertTriangle}>
          {t('Warning')}
        </Badge>
      ),
  },
  { id: 'column', title: t('Column'), width: 140, min: 80, hideBelow: 520, cell: ({ column }) => <bdi>{column}</bdi> },
  { id: 'reason', title: t('What is wrong'), width: 240, min: 150, grow: 3, cell: ({ reason }) => <bdi>{reason}</bdi> },
  {
    id: 'effect',
    title: t('What Muster did'),
    width: 200,
    min: 140,
    grow: 2,
    cell: ({ effect }) => <bdi className={words.quiet}>{effect}</bdi>,
  },
]
const [ofCells, ofLines] = [() => columnsOf(true), () => columnsOf(false)]

/** Every row of the file that needs attention, with its line, its reason, and what was done about it. */
export function ProblemsDialog(props: {
  connection: string
  file: string
  /** The file is a workbook, which has cells. */
  cells: boolean
  count: number
  onClose: () => void
}) {
  const { connection, file, cells, onClose } = props
  const columns = useWorded(cells ? ofCells : ofLines)
  const source = useMemo<RowSource<Problem>>(
    () => ({
      key: callKey('source', 'problems', { connection }),
      fetch: (offset, limit) => call('source', 'problems', { connection, offset, limit }),
    }),
    [connection],
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size={960}
      title={t('{count, plural, one {# problem} other {# problems}} in {file}', { count: props.count, file })}
      classNames={{ body: classes.problems }}
    >
      <Text fz="sm" c="dimmed">
        {t('Everybody else is usable. Correct these at the source, then read it again.')}
      </Text>
      <DataGrid
        tall
        label={t('Problems in {file}', { file })}
        columns={columns}
        source={source}
        keyOf={({ line, column, reason }) => `${line} ${column} ${reason}`}
        empty={t('Every row is usable.')}
      />
    </Modal>
  )
}
