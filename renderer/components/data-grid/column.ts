import type { ReactNode } from 'react'

/** One column of a {@link DataGrid}. Widths are pixels; a column with `grow` shares what is left over. */
export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly min: number
  /** Share of the spare width, as a flex factor; 0 when left out. */
  readonly grow?: number
  /** The column is left out while the grid is narrower than this. */
  readonly hideBelow?: number
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** The title is for screen readers only. */
  readonly untitled?: boolean
  cell(row: Row): ReactNode
}

/** How the admin has arranged a grid's columns, and how they arrange them further. */
export interface GridArrangement {
  /** Widths in pixels that the admin has set, by column. */
  readonly widths: Readonly<Record<string, number>>
  readonly onWidths: (widths: Record<string, number>) => void
  /** Puts a column into the place of another. */
  readonly onMove: (id: string, to: string) => void
}

/** By which column a grid is sorted, and in which direction. */
export interface GridSort {
  readonly by: string
  readonly descending: boolean
}

/** Hands a sort on when it is by one of `names`; a grid knows its columns by text only. */
export const sortingBy =
  <Name extends string>(names: readonly Name[], then: (sort: { by: Name; descending: boolean }) => void) =>
  ({ by, descending }: GridSort): void => {
    const name = names.find((each) => each === by)
    if (name) then({ by: name, descending })
  }

/** What a grid needs for checkboxes; the set of what is selected belongs to the screen. */
export interface GridSelection<Row> {
  readonly isSelected: (row: Row) => boolean
  /** How much of what matches is selected: the header checkbox. */
  readonly extent: 'none' | 'some' | 'all'
  /** Accessible name of a row's checkbox: `Select Amara Okafor`. */
  readonly labelOf: (row: Row) => string
  /** Accessible name of the header checkbox. */
  readonly labelOfAll: string
  /** Title of the column; a grid of picks has none. */
  readonly title?: string
  /** Why a row can't be selected by hand, null when it can. */
  readonly whyNot?: (row: Row) => string | null
  readonly onToggle: (row: Row, index: number) => void
  /** From the row toggled last to `row` at `to`, both included. */
  readonly onRange: (from: number, to: number, row: Row | undefined) => void
  readonly onAll: () => void
}
