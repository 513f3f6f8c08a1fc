import { z } from 'zod'
import { failureSchema } from '../errors.ts'

const groupNameSchema = z.string().trim().min(1).max(500)

/** Members of the source's group `from` belong into K2's group `to`, by its display name. Several may lead to one group. */
export const groupRuleSchema = z.object({ from: groupNameSchema, to: groupNameSchema })
/** See {@link groupRuleSchema}. */
export type GroupRule = z.infer<typeof groupRuleSchema>

/** Which groups are kept in step with the source. Groups that no rule leads to are never touched. */
export const groupRulesSchema = z.object({
  rules: z.array(groupRuleSchema).max(1000),
  /** Takes people out of a group once the source no longer has them in it. Off, Muster only adds. */
  removes: z.boolean(),
})
/** See {@link groupRulesSchema}. */
export type GroupRules = z.infer<typeof groupRulesSchema>

/** No group is kept in step. */
export const noGroupRules: GroupRules = { rules: [], removes: false }

/** A group of the source. */
const sourceGroupSchema = z.object({
  name: z.string(),
  /** How many people the source has in it. */
  people: z.number().int(),
})

/** A group of K2 as it was read last. */
const k2GroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Members that the service showed. */
  members: z.number().int(),
  /** False where the service may have cut the list of members off. */
  complete: z.boolean(),
})

/** What Settings shows of groups. */
export const groupsStateSchema = z.object({
  rules: groupRulesSchema,
  /** The source's groups by name; null when the source does not tell of groups. */
  source: z.array(sourceGroupSchema).nullable(),
  k2: z.array(k2GroupSchema),
  /** When K2's groups were read, Unix milliseconds; null when they never were. */
  readAt: z.number().int().nullable(),
  /** False when the service showed only part of its groups. */
  complete: z.boolean(),
  /** Why the last reading did not work; null when it did. */
  failure: failureSchema.nullable(),
})
/** See {@link groupsStateSchema}. */
export type GroupsState = z.infer<typeof groupsStateSchema>

/** Why the members of a group can't be planned, or not all of them. */
export const groupProblemSchema = z.object({
  code: z.enum([
    /** More than one group of K2 has that name. */
    'two-groups',
    /** The list of groups is cut off and can't be searched, so nobody can tell whether the group exists. */
    'groups-incomplete',
    /** Groups could not be read. */
    'groups-unread',
    /** The service takes no PATCH; a PUT would drop members that it does not show. */
    'no-patch',
    /** Of an undo: the run made the group. It stays, without those whom the run put into it. */
    'group-stays',
    /** Of an undo: they may have been members before, beyond what the service shows. They stay. */
    'members-unsure',
  ]),
  /** Display name of the group. */
  group: z.string(),
  /** How many of the picked people it concerns. */
  people: z.number().int(),
})
/** See {@link groupProblemSchema}. */
export type GroupProblem = z.infer<typeof groupProblemSchema>

/** A membership that a push would change, as the side panel lists it. */
export const membershipSchema = z.object({ group: z.string(), change: z.enum(['add', 'remove']) })
