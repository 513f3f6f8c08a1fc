import { z } from 'zod'
import { attributeNameSchema } from './attribute-name.ts'
import { personStates } from './person.ts'

/** How a condition holds an attribute against its value. `empty` and `not-empty` need no value. */
export const comparisons = ['is', 'is-not', 'contains', 'starts-with', 'empty', 'not-empty'] as const
/** See {@link comparisons}. */
export type Comparison = (typeof comparisons)[number]

const valueSchema = z.string().min(1).max(2000)

/**
 * One condition on people. Letter case never counts. `unit` holds for a unit and for every one below it, as paths:
 * `/Sales` holds for `/Sales/East`.
 */
export const peopleFilterSchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('attribute'),
    attribute: attributeNameSchema,
    is: z.enum(comparisons),
    /** Empty where the comparison needs none. */
    value: z.string().max(2000),
  }),
  z.object({ by: z.literal('group'), group: valueSchema, member: z.boolean() }),
  z.object({ by: z.literal('unit'), unit: valueSchema }),
])
/** See {@link peopleFilterSchema}. */
export type PeopleFilter = z.infer<typeof peopleFilterSchema>

/** Conditions that a rule has at most. */
export const mostFilters = 20

/** Whom a query or a saved selection is about; all of it has to hold. */
export const peopleRuleSchema = z.object({
  search: z.string().max(200),
  state: z.enum(personStates).nullable(),
  /** Only those who are new, or whose attributes changed, since the reading before the last; left out for everybody. */
  since: z.enum(['new', 'changed']).nullable().optional(),
  /** Left out for none. */
  filters: z.array(peopleFilterSchema).max(mostFilters).optional(),
})
/** See {@link peopleRuleSchema}. */
export type PeopleRule = z.infer<typeof peopleRuleSchema>

/** What the People grid can be sorted by: the name, the state towards K2, or any attribute. */
const sortNameSchema = z.union([z.enum(['name', 'state']), attributeNameSchema])

/** What to show of the People grid. Counts ignore `state` and `offset`; the rest applies to both. */
export const personQuerySchema = peopleRuleSchema.extend({
  sort: z.object({ by: sortNameSchema, descending: z.boolean() }),
})
/** See {@link personQuerySchema}. */
export type PersonQuery = z.infer<typeof personQuerySchema>

/** What to list the values of, with how many people have each. */
export const valuesOfSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('attribute'), attribute: attributeNameSchema }),
  z.object({ by: z.literal('group') }),
  z.object({ by: z.literal('unit') }),
])
/** See {@link valuesOfSchema}. */
export type ValuesOf = z.infer<typeof valuesOfSchema>

/** Values with how many people have each: at most the first few hundred; `total` counts them all. */
export const valueCountsSchema = z.object({
  total: z.number().int(),
  rows: z.array(z.object({ value: z.string(), people: z.number().int() })),
})
/** See {@link valueCountsSchema}. */
export type ValueCounts = z.infer<typeof valueCountsSchema>

/** What people can be filtered by: the attributes that anybody has, and how many groups and units there are. */
export const filterableSchema = z.object({
  /** With how many people have a value, in the order of the model, further ones last. */
  attributes: z.array(z.object({ name: z.string(), people: z.number().int() })),
  groups: z.number().int(),
  units: z.number().int(),
})
/** See {@link filterableSchema}. */
export type Filterable = z.infer<typeof filterableSchema>

/** A part of a rule, with how many people there would be without it. A filter is named by its place among the filters. */
export const emptiedBySchema = z.object({
  part: z.union([z.enum(['search', 'state', 'since']), z.number().int()]),
  people: z.number().int(),
})
/** See {@link emptiedBySchema}. */
export type EmptiedBy = z.infer<typeof emptiedBySchema>
