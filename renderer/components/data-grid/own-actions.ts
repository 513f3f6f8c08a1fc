import { t } from '../../../shared/words/text.ts'
import type { GridSelection } from './column.ts'
import type { RowAction } from './row-action.ts'

/** What a grid does for its rows; see the grid's own properties. */
interface GridActs<Row> {
  readonly selection: GridSelection<Row> | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly onFollow: ((row: Row) => void) | undefined
  readonly onCopy: ((row: Row) => void) | undefined
}

/** What every list can do with a row, in groups, as far as it can do it. @param index the row's place in the list, from 0. */
export function ownActions<Row>(
  row: Row,
  index: number,
  { selection, onOpen, onFollow, onCopy }: GridActs<Row>,
): readonly (readonly RowAction[])[] {
  const ticked = selection?.isSelected(row) ?? false
  const tick = { title: ticked ? t('Take the tick away') : t('Tick'), act: () => selection?.onToggle(row, index) }
  return [
    [
      ...(onOpen ? [{ title: t('Open'), act: () => onOpen(row) }] : []),
      ...(onFollow ? [{ title: t('Show beside the list'), act: () => onFollow(row) }] : []),
      ...(selection ? [{ ...tick, whyNot: ticked ? null : (selection.whyNot?.(row) ?? null) }] : []),
    ],
    onCopy ? [{ title: t('Copy as CSV'), act: () => onCopy(row) }] : [],
  ]
}
