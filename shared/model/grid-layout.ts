import { z } from 'zod'

/** The grids whose columns the admin can arrange. */
export const arrangeableGrids = ['people', 'accounts'] as const
/** See {@link arrangeableGrids}. */
export type ArrangeableGrid = (typeof arrangeableGrids)[number]

/** Far more than a source has columns: those that no longer show keep their widths. */
const mostWidths = 1_000

/** A column of an attribute is called as the attribute is, whose names `attributeNameSchema` bounds. */
const columnIdSchema = z.string().min(1).max(600)

/** How the admin has arranged a grid's columns. A column that is no longer there is passed over. */
export const gridLayoutSchema = z.object({
  /** The columns that show, in their order; null for the grid's own. */
  columns: z
    .array(columnIdSchema)
    .min(1)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'A column is there twice.')
    .nullable(),
  /** Widths in pixels, by column; a column without one has the grid's own. */
  widths: z
    .record(columnIdSchema, z.number().int().min(40).max(1200))
    .refine((widths) => Object.keys(widths).length <= mostWidths, 'There are too many widths.'),
})
/** See {@link gridLayoutSchema}. */
export type GridLayout = z.infer<typeof gridLayoutSchema>
