/** What stands in a cell: a text, or several values where the format has lists. */
export type Cell = string | readonly string[]

/** A row, or something else of the file, that can’t be read. */
export interface BrokenRow {
  /** Line the row begins on, 1-based; the row’s number in a workbook. */
  readonly line: number
  /** 0-based position of the column; null when it is the whole row. */
  readonly column: number | null
  readonly reason: string
  readonly effect: string
  /** Only a value can’t be used; the row is told as well. */
  readonly partly?: true
}

/** What a reader of any format tells, in the order of the file. */
export interface RowVisitor {
  /** The names of the columns, where the format itself says which they are. A table’s header is a row like the others. */
  titles(names: readonly string[], line: number): void
  /** A row with the line it begins on, 1-based. */
  row(cells: readonly Cell[], line: number): void
  broken(row: BrokenRow): void
  /** Nothing more is wanted; the reader may end early. */
  enough(): boolean
}
