import { z } from 'zod'
import { jsonSchema } from './json.ts'

/** What a change does to one account or group. `none` is a person for whom nothing has to happen. */
export const changeKinds = ['create', 'update', 'reactivate', 'deactivate', 'delete', 'none'] as const
/** See {@link changeKinds}. */
export const changeKindSchema = z.enum(changeKinds)
/** See {@link changeKinds}. */
export type ChangeKind = z.infer<typeof changeKindSchema>

/** How a person and an account were brought together, or that they were not. Order of trial: link, externalId, userName. */
export const matchReasonSchema = z.enum(['link', 'externalId', 'userName', 'none'])
/** See {@link matchReasonSchema}. */
export type MatchReason = z.infer<typeof matchReasonSchema>

/** Why a change is made, beyond the attributes that differ. */
export const changeReasonSchema = z.enum([
  'no-account',
  'attributes-differ',
  'disabled-at-source',
  'active-again',
  'picked-for-removal',
  'picked-for-deletion',
  'manager',
  'membership',
  /** The service has no group of that name. */
  'no-group',
  'undo',
])
/** See {@link changeReasonSchema}. */
export type ChangeReason = z.infer<typeof changeReasonSchema>

/**
 * One attribute that would change. `path` is a SCIM attribute path (RFC 7644 section 3.10, figure 8):
 * `title`, `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department`.
 * `before` or `after` is null where the attribute is absent on that side.
 */
export const diffSchema = z.object({ path: z.string(), before: jsonSchema, after: jsonSchema })
/** See {@link diffSchema}. */
export type Diff = z.infer<typeof diffSchema>

/**
 * Why a person cannot be pushed, or a picked account cannot be deleted. Each has every reason that applies, not just the
 * first.
 */
export const blockedReasonSchema = z.object({
  code: z.enum([
    /** The source has no sign-in name for the person. */
    'no-user-name',
    /** Another person of the source has the same sign-in name; `detail` says who and where. */
    'duplicate-user-name',
    /** Another person of the source has the same identifier; `detail` says who and where. */
    'duplicate-external-id',
    /** Two people match the same account; `detail` says who else. */
    'account-claimed-twice',
    /** Identifier, sign-in name and remembered link lead to more than one account; `detail` names them. */
    'two-accounts',
    /** An account that by the admin's decision is somebody else's has the sign-in name; `detail` names it. K2 would answer 409. */
    'user-name-taken',
    /** The account the admin has linked the person to is no longer in K2; `detail` is its id. */
    'linked-account-gone',
    /** The list of accounts is cut off, so nobody can tell whether an account exists. */
    'accounts-incomplete',
    /** A value of the person is not valid for K2; `where` is the attribute. */
    'invalid-value',
    /** The service asks every new account for an attribute that the person has nothing for; `where` is the attribute. */
    'missing-required',
    /** Picked for deletion while it is still active: it has to be deactivated first. */
    'account-active',
    /** Picked for deletion, and the service does not delete accounts; `detail` says how that is known. */
    'deletes-nothing',
  ]),
  where: z.string().nullable(),
  detail: z.string().nullable(),
})
/** See {@link blockedReasonSchema}. */
export type BlockedReason = z.infer<typeof blockedReasonSchema>

/** What the admin should look at before pushing a change. */
export const changeWarningSchema = z.enum([
  /** A changed sign-in name can lock the person out of K2 until support clears a cache (known issue 126098). */
  'user-name-changes',
  /** The same e-mail address is on another account; never a match, only a hint. */
  'email-on-other-account',
  /** People would lose what the group gives them. */
  'members-removed',
  /** The list of accounts is cut off and filters don't go by identifier, so only the sign-in name was looked for. */
  'looked-up-by-name',
  /** The account would be gone: undoing it makes another one, with a new id. */
  'deleted-for-good',
  /** The account to delete belongs to somebody who is active at the source: the next push would make them another one. */
  'owner-active',
  /** Undoing a deletion: the account is made anew and gets a new id, so K2 may take it for somebody new. */
  'made-anew',
])
/** See {@link changeWarningSchema}. */
export type ChangeWarning = z.infer<typeof changeWarningSchema>
