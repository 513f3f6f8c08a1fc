import { Modal, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { GonePerson } from '../../../shared/model/person.ts'
import { t } from '../../../shared/words/text.ts'
import { call, callKey } from '../../api.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { type RowSource, useFirstStretch } from '../../components/data-grid/use-stretches.ts'
import { useWorded } from '../../format.tsx'
import classes from './people.module.css'

const columnsOf = (): readonly GridColumn<GonePerson>[] => [
  { id: 'name', title: t('Person'), width: 220, min: 120, grow: 1, cell: ({ name }) => <bdi>{name}</bdi> },
  {
    id: 'userName',
    title: t('Sign-in name'),
    width: 280,
    min: 140,
    grow: 1,
    cell: ({ userName }) => <bdi>{userName}</bdi>,
  },
]

/** Everybody whom the source had at the reading before the last, and no longer has. */
export function GoneDialog({ connection, onClose }: { connection: string; onClose: () => void }) {
  const columns = useWorded(columnsOf)
  const source = useMemo<RowSource<GonePerson>>(
    () => ({
      key: callKey('people', 'gone', { connection }),
      fetch: (offset, limit) => call('people', 'gone', { connection, offset, limit }),
    }),
    [connection],
  )
  // As tall as a few rows need, and no taller than the other dialogs with a list.
  const rows = Math.min(useFirstStretch(source).data?.total ?? 1, 11)
  return (
    <Modal opened onClose={onClose} size={720} title={t('Gone since last time')}>
      <div className={classes.problems} style={{ height: `min(${100 + rows * 36}px, 70vh)` }}>
        <Text fz="sm" c="dimmed">
          {t(
            'The source no longer has these people. Their accounts are still in K2, under K2 accounts, No person here.',
          )}
        </Text>
        <DataGrid
          label={t('Gone since last time')}
          columns={columns}
          source={source}
          keyOf={({ id }) => id}
          empty={t('Nobody.')}
        />
      </div>
    </Modal>
  )
}
