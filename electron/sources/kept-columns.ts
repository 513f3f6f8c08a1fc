import type { Person } from '../../shared/model/person.ts'
import { isOdd, judgeCell, trimmed } from './cell.ts'
import { type Columns, placeOf } from './columns.ts'
import { joined } from './kept-attributes.ts'
import type { Problems } from './problems.ts'
import type { Cell } from './row-visitor.ts'

/** Reads the columns that are kept as they are from a row; undefined when nothing is in them. Of columns with the same title the first counts. */
export function createKeptReader(
  columns: Columns,
  problems: Problems,
): (cells: readonly Cell[], line: number) => Person['more'] {
  const kept = columns.kept.map((index) => ({ index, name: columns.titles[index] ?? '' }))
  return (cells, line) => {
    let more: Person['more']
    for (const { index, name } of kept) {
      const cell = cells[index] ?? ''
      let value = typeof cell === 'string' ? trimmed(cell) : joined(cell)
      if (value !== '' && isOdd(value, null)) {
        value = judgeCell(value, null, (reason, effect) =>
          problems.add({ ...placeOf(columns, line, index), severity: 'warning', reason, effect }),
        )
      }
      if (value === '' || (more !== undefined && Object.hasOwn(more, name))) continue
      more ??= {}
      more[name] = value
    }
    return more
  }
}
