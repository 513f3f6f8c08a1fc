import { z } from 'zod'
import { commandIds } from './commands.ts'
import {
  accountColumns,
  accountDetailSchema,
  accountQuerySchema,
  accountRowSchema,
  accountsStateSchema,
} from './model/account.ts'
import {
  appInfoSchema,
  fileGrantSchema,
  guideSchema,
  linkSchema,
  savedFileSchema,
  sealedSchema,
  setAsideSchema,
} from './model/app.ts'
import { attributeNameSchema } from './model/attribute-name.ts'
import { capabilitiesSchema, overrideSchema } from './model/capabilities.ts'
import {
  connectionColours,
  connectionIdSchema,
  connectionSchema,
  safetyLimitsSchema,
  settingsDraftSchema,
} from './model/connection.ts'
import { connectionTestSchema } from './model/connection-test.ts'
import { candidatesSchema, decisionSchema } from './model/decision.ts'
import { diagnosticsSchema } from './model/diagnostics.ts'
import { arrangeableGrids, gridLayoutSchema } from './model/grid-layout.ts'
import { groupRulesSchema, groupsStateSchema } from './model/group.ts'
import { mappingSchema } from './model/mapping.ts'
import { mappingCountsSchema, mappingPreviewSchema, mappingStateSchema } from './model/mapping-preview.ts'
import { networkInputSchema, shownNetworkSchema } from './model/network.ts'
import {
  gonePersonSchema,
  listedPersonSchema,
  personDetailSchema,
  personIdSchema,
  personRowSchema,
  personStates,
  sinceCountsSchema,
} from './model/person.ts'
import {
  emptiedBySchema,
  filterableSchema,
  peopleRuleSchema,
  personQuerySchema,
  valueCountsSchema,
  valuesOfSchema,
} from './model/person-query.ts'
import { changeSchema, kindCountsSchema, planIdSchema, planSummarySchema } from './model/plan.ts'
import { shownPolicySchema } from './model/policy.ts'
import {
  foundRunSchema,
  runChangeDetailSchema,
  runChangeSchema,
  runIdSchema,
  runProgressSchema,
  runQuerySchema,
  runSummarySchema,
} from './model/run.ts'
import {
  appliedSelectionSchema,
  savedSelectionSchema,
  selectionContentSchema,
  selectionIdSchema,
  selectionNameSchema,
} from './model/saved-selection.ts'
import { unplannedSchema } from './model/service-schema.ts'
import { sessionStateSchema, vaultStatusSchema } from './model/session.ts'
import {
  fileChangeSchema,
  fileFactsSchema,
  fileReadingSchema,
  problemSchema,
  recognised,
  sourceSummarySchema,
} from './model/source.ts'
import { readingSchema } from './model/source-read.ts'
import { shownSourceSchema, sourceInputSchema } from './model/source-settings.ts'
import { sourceCountSchema, sourceTestSchema } from './model/source-test.ts'
import { shownUpdatesSchema } from './model/updates.ts'
import type { Result } from './result.ts'

/** One call from the window to main: what it takes and what it gives, both parsed in main. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly input: I
  readonly output: O
}

/** A call whose argument in the window is a File the admin chose; the preload passes on its path, which a page can't forge. */
export interface FileCall<O extends z.ZodType = z.ZodType> {
  readonly kind: 'file'
  readonly input: z.ZodString
  readonly output: O
}

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  kind: 'call',
  input,
  output,
})
const nothing = z.undefined()
const ofConnection = z.object({ connection: connectionIdSchema })
/** A stretch of a list: the grid asks for what it shows. */
const stretch = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }
const page = <S extends z.ZodType>(row: S) => z.object({ total: z.number().int(), rows: z.array(row) })
const ofPlan = ofConnection.extend({ plan: planIdSchema })
const ofRun = ofConnection.extend({ run: runIdSchema })
const ofSelection = ofConnection.extend({ selection: selectionIdSchema })
const ofGrid = ofConnection.extend({ grid: z.enum(arrangeableGrids) })
/** Settings of a source as they stand in the form; `secret` is null for the one that the vault holds. */
const ofSource = ofConnection.extend({ settings: sourceInputSchema, secret: sealedSchema.nullable() })
const ofMapping = ofConnection.extend({ mapping: mappingSchema })
const manyPeople = z.array(personIdSchema).max(1_000_000)
const manyAccounts = z.array(z.string()).max(1_000_000)
/** How many rows are on the clipboard now. */
const copied = z.object({ copied: z.number().int() })

/** Every call between the window and main. Preload, handlers and the window's api are derived from this object. */
export const contract = {
  app: {
    info: call(nothing, appInfoSchema),
    /** Opens a known page in the system browser. */
    openLink: call(z.object({ link: linkSchema }), z.null()),
    /** Opens a guide that came with Muster, in the system's browser. */
    openGuide: call(z.object({ guide: guideSchema }), z.null()),
    /** Puts text on the clipboard. */
    copy: call(z.object({ text: z.string().max(1_000_000) }), z.null()),
    /** Whether the computer has any network; `app.online` tells when that changes. */
    online: call(nothing, z.boolean()),
    /** Chooses the language, from now on; `app.language` tells when it is spoken. */
    setLanguage: call(z.object({ language: appInfoSchema.shape.language }), z.null()),
    /** What an administrator has decided for this computer. */
    policy: call(nothing, shownPolicySchema),
    /** Probes the keychain again. */
    probeVault: call(nothing, appInfoSchema.shape.vault),
    /** What was found damaged since the start and set aside: the settings, and the database of a connection where one is named. */
    setAside: call(z.object({ connection: connectionIdSchema.nullable() }), z.array(setAsideSchema)),
  },
  updates: {
    shown: call(nothing, shownUpdatesSchema),
    /** Looks for a newer version and downloads it. */
    check: call(nothing, shownUpdatesSchema),
    /** Takes another channel, and looks there. */
    choose: call(shownUpdatesSchema.pick({ channel: true }), shownUpdatesSchema),
    /** Installs what is ready and starts again; never while a push or a plan is under way. */
    restart: call(nothing, z.null()),
  },
  files: {
    /** Remembers a chosen or dropped file's path in main and gives an id for it. */
    grant: { kind: 'file', input: z.string().min(1).max(4096), output: fileGrantSchema } satisfies FileCall,
    /** Asks the admin for a file with the system's dialog, and remembers it as `grant` does; null when they cancel. */
    choose: call(z.object({ what: z.enum(['people', 'settings']) }), fileGrantSchema.nullable()),
    /** Whether a granted file holds the settings of a connection or, as far as that can be told, a list of people. */
    kind: call(z.object({ grant: z.string().max(64) }), z.enum(['settings', 'people'])),
    /** Shows a file that main has written since the start in its folder. */
    show: call(z.object({ saved: savedFileSchema.shape.saved }), z.null()),
  },
  connections: {
    list: call(nothing, z.array(connectionSchema)),
    /** The admin works with this connection now: the next start opens it while the window comes up, and shows it. */
    choose: call(ofConnection, z.null()),
    /** Reads a settings document that was pasted or typed. `draft` names the draft whose text is being edited. */
    understand: call(z.object({ text: sealedSchema, draft: connectionIdSchema.nullable() }), settingsDraftSchema),
    /** Reads a settings document from a chosen file. */
    understandFile: call(z.object({ grant: z.string() }), settingsDraftSchema),
    /** The sample tenant's settings, only when started by `npm run demo`. */
    understandDemo: call(nothing, settingsDraftSchema),
    /** The settings of a connection that the policy prepares, by its place in the list; the token is still to be entered. */
    understandPreset: call(z.object({ preset: z.number().int().min(0).max(99) }), settingsDraftSchema),
    /** Makes a connection of a complete draft. */
    create: call(
      z.object({
        draft: connectionIdSchema,
        name: connectionSchema.shape.name,
        environment: connectionSchema.shape.environment,
        colour: z.enum(connectionColours),
      }),
      connectionSchema,
    ),
    update: call(
      ofConnection.extend({
        name: connectionSchema.shape.name,
        environment: connectionSchema.shape.environment,
        colour: z.enum(connectionColours),
        safety: safetyLimitsSchema,
        /** Which of the two known URL layouts the service uses. */
        path: connectionSchema.shape.scim.shape.path,
        lowerCase: z.boolean(),
        /** Marking a connection read-only also pauses its push. */
        readOnly: z.boolean(),
      }),
      connectionSchema,
    ),
    /** Makes another connection of the same settings, without the sign-in and without people, accounts, plans and runs. */
    duplicate: call(ofConnection, connectionSchema),
    /**
     * Forgets a connection with everything of it: session, vault entries, database. `unrevoked` when the identity service could not
     * be told that the session ends.
     */
    remove: call(ofConnection, z.object({ unrevoked: z.boolean() })),
  },
  network: {
    settings: call(ofConnection, shownNetworkSchema),
    /** Sets the proxy and the added certificate authority; the next request follows. */
    change: call(ofConnection.extend(networkInputSchema.shape), shownNetworkSchema),
    /** Keeps a sign-in for exactly one proxy (`host:port`); null forgets it. */
    signIn: call(
      ofConnection.extend({
        signIn: z
          .object({ proxy: z.string().min(1).max(300), user: z.string().min(1).max(400), password: sealedSchema })
          .nullable(),
      }),
      shownNetworkSchema,
    ),
    /**
     * Sets which certificate of this computer the connection presents, by the fingerprint of one that was offered since the
     * start; null for none.
     */
    present: call(ofConnection.extend({ fingerprint: z.string().max(200).nullable() }), shownNetworkSchema),
    /**
     * Tries every step from this computer to an account, reading only; `network.tested` tells each as it is done. A new test
     * ends the one before.
     */
    test: call(ofConnection, connectionTestSchema),
    cancelTest: call(ofConnection, z.null()),
  },
  diagnostics: {
    /** What the file would hold now, to be read before it is saved. */
    look: call(nothing, diagnosticsSchema),
    /** Asks where to save, then writes the file; null when the admin cancelled. */
    export: call(nothing, savedFileSchema.nullable()),
  },
  session: {
    state: call(ofConnection, sessionStateSchema),
    /** Ends when the admin is signed in or the sign-in failed; a second call joins the first. */
    signIn: call(ofConnection, sessionStateSchema),
    cancel: call(ofConnection, sessionStateSchema),
    /** Copies the address of the sign-in under way, for a browser that does not open. */
    copyAddress: call(ofConnection, z.null()),
    /**
     * Hands over the address that a browser ended at which can't reach this computer. Ends as `signIn` does; an address that
     * is not the one is refused, and the sign-in waits on.
     */
    comeBack: call(ofConnection.extend({ address: sealedSchema }), sessionStateSchema),
    signOut: call(ofConnection, sessionStateSchema),
  },
  source: {
    summary: call(ofConnection, sourceSummarySchema.nullable()),
    /** Reads people from a chosen file into the roster. */
    openFile: call(
      ofConnection.extend({ grant: z.string(), reading: fileReadingSchema.default(recognised) }),
      sourceSummarySchema,
    ),
    /** Tells what a chosen file, or without a grant the one that was read, would be taken for when it is read that way. */
    lookAtFile: call(
      ofConnection.extend({ grant: z.string().nullable(), reading: fileReadingSchema }),
      fileFactsSchema,
    ),
    /** Reads the file of the source again in another way, which is remembered. */
    reread: call(ofConnection.extend({ reading: fileReadingSchema }), sourceSummarySchema),
    /** Whether the file has been written since it was read. */
    fileChange: call(ofConnection, fileChangeSchema.nullable()),
    /** Reads the sample people, only when started by `npm run demo`. */
    openDemo: call(ofConnection, sourceSummarySchema),
    /** Reads the source again, whatever its kind; a second call joins the first. `source.progress` tells how far it is. */
    refresh: call(ofConnection, sourceSummarySchema),
    /** How far reading has come; null when nothing is being read. */
    reading: call(ofConnection, readingSchema.nullable()),
    /** Stops reading, or a test or count; what was read before stays. */
    cancel: call(ofConnection.extend({ what: z.enum(['reading', 'trying']) }), z.null()),
    /** Where people come from, and the settings of each kind that was ever set up. */
    settings: call(ofConnection, shownSourceSchema),
    /** Tries settings and says what each step found. A new try ends the one before. */
    test: call(ofSource, sourceTestSchema),
    /** How many people the settings’ search finds; a new count ends the one before. */
    count: call(ofSource, sourceCountSchema),
    /** Keeps settings, and the secret in the vault; `refresh` reads from there from then on. */
    connect: call(ofSource, shownSourceSchema),
    problems: call(ofConnection.extend(stretch), page(problemSchema)),
  },
  mapping: {
    state: call(ofConnection, mappingStateSchema),
    /** Keeps what is being edited until it is saved; null forgets it. */
    keepDraft: call(ofConnection.extend({ mapping: mappingSchema.nullable() }), mappingStateSchema),
    /**
     * Makes this whole mapping the connection's own, in place of the one its source starts with. Where people stand is
     * worked out anew, and plans that were not pushed are outdated.
     */
    save: call(ofMapping, mappingStateSchema),
    /** What a mapping would do to one person, or to the first (null); null while there is nobody. */
    preview: call(ofMapping.extend({ person: personIdSchema.nullable() }), mappingPreviewSchema.nullable()),
    /** What a mapping would do to everybody. A new count ends the one before with `count-cancelled`. */
    count: call(ofMapping, mappingCountsSchema),
    /** Asks where to save, then writes this mapping; null when the admin cancelled. */
    export: call(ofMapping, savedFileSchema.nullable()),
    /** Reads a mapping from a chosen file, to be looked at; nothing is kept of it. */
    import: call(ofConnection.extend({ grant: z.string() }), mappingSchema),
  },
  people: {
    /** `columns`: the attributes whose values the rows carry. */
    query: call(
      ofConnection.extend({
        query: personQuerySchema,
        columns: z.array(attributeNameSchema).max(100).optional(),
        ...stretch,
      }),
      page(listedPersonSchema).extend({
        counts: z.record(z.enum(['all', ...personStates]), z.number().int()),
        since: sinceCountsSchema,
      }),
    ),
    /** Who was there at the reading before the last and is no longer. */
    gone: call(ofConnection.extend(stretch), page(gonePersonSchema)),
    /** Ids of everybody who matches, in the query’s order: for “select all that match” and for ranges. */
    ids: call(ofConnection.extend({ query: personQuerySchema }), z.array(personIdSchema)),
    /** Puts people on the clipboard as CSV, with these columns, in this order. Who is gone is left out. */
    copy: call(
      ofConnection.extend({
        ids: manyPeople,
        sort: personQuerySchema.shape.sort,
        columns: z.array(personQuerySchema.shape.sort.shape.by).min(1).max(100),
      }),
      copied,
    ),
    /** What people can be filtered by. */
    filterable: call(ofConnection, filterableSchema),
    /** Values that people have, the most frequent first, groups and units by name; `search` narrows them. */
    values: call(ofConnection.extend({ of: valuesOfSchema, search: z.string().max(200) }), valueCountsSchema),
    /** Which parts of a rule that finds nobody would find somebody if they were dropped. */
    emptiedBy: call(ofConnection.extend({ rule: peopleRuleSchema }), z.array(emptiedBySchema)),
    get: call(ofConnection.extend({ id: personIdSchema }), personDetailSchema),
    /** What a push would do for a selection. `blocked` people, and those who are left alone by decision, are counted apart. */
    weigh: call(
      ofConnection.extend({ ids: manyPeople }),
      z.object({ would: kindCountsSchema, blocked: z.number().int(), leftOut: z.number().int() }),
    ),
    /** Finds people by a pasted list of names, addresses or ids, one a line or separated by `;` or `,`. */
    find: call(
      ofConnection.extend({ text: z.string().max(2_000_000) }),
      z.object({
        found: z.array(personIdSchema),
        notFound: z.array(z.string()),
        ambiguous: z.array(z.object({ text: z.string(), people: z.array(personRowSchema) })),
      }),
    ),
    /** Every account that could be a person's, and what each decision about the person would do. */
    candidates: call(ofConnection.extend({ id: personIdSchema }), candidatesSchema),
    /**
     * Makes a decision about people, or takes theirs back (null). Accounts are decided on person by person; leaving alone
     * and taking back are safe for many at once.
     */
    resolve: call(
      ofConnection
        .extend({ people: manyPeople, decision: decisionSchema.nullable() })
        .refine(
          ({ people, decision }) => people.length === 1 || decision === null || decision.kind === 'skip',
          'An account is decided on for one person at a time.',
        ),
      z.object({ changed: z.number().int() }),
    ),
  },
  selections: {
    /** The saved selections by name, each with how many it finds now. */
    list: call(ofConnection, z.array(savedSelectionSchema)),
    /** Saves a selection under a new name. */
    save: call(
      ofConnection.extend({ name: selectionNameSchema, content: selectionContentSchema }),
      savedSelectionSchema,
    ),
    /** Gives a saved selection another name, another content, or both. */
    update: call(
      ofSelection.extend({ name: selectionNameSchema.optional(), content: selectionContentSchema.optional() }),
      savedSelectionSchema,
    ),
    remove: call(ofSelection, z.null()),
    /** Whom it finds now; picking them is up to the window. */
    apply: call(ofSelection, appliedSelectionSchema),
  },
  grids: {
    /** How the admin has arranged a grid's columns; null for the grid's own. */
    layout: call(ofGrid, gridLayoutSchema.nullable()),
    setLayout: call(ofGrid.extend({ layout: gridLayoutSchema.nullable() }), gridLayoutSchema.nullable()),
  },
  accounts: {
    state: call(ofConnection, accountsStateSchema),
    /** Reads all accounts from the service; ends when they are stored. A second call joins the first. */
    refresh: call(ofConnection, accountsStateSchema),
    query: call(ofConnection.extend({ query: accountQuerySchema, ...stretch }), page(accountRowSchema)),
    get: call(ofConnection.extend({ id: z.string() }), accountDetailSchema),
    /** Puts accounts on the clipboard as CSV, with these columns, in this order. */
    copy: call(
      ofConnection.extend({
        ids: manyAccounts,
        sort: accountQuerySchema.shape.sort,
        columns: z.array(z.enum(accountColumns)).min(1).max(accountColumns.length),
      }),
      copied,
    ),
    /** How many of a selection are active and how many are not. */
    weigh: call(
      ofConnection.extend({ ids: manyAccounts }),
      z.object({ active: z.number().int(), inactive: z.number().int() }),
    ),
    capabilities: call(ofConnection, capabilitiesSchema.nullable()),
    /** Learns again what the service supports. */
    learn: call(ofConnection, capabilitiesSchema),
    /** Sets one capability by hand, or back to as it was learnt; everything follows it at once. */
    override: call(ofConnection.extend({ override: overrideSchema }), capabilitiesSchema),
    /** What of the mapping is not pushed, or not always, because of what the service says of its attributes. */
    unplanned: call(ofConnection, z.array(unplannedSchema)),
  },
  groups: {
    state: call(ofConnection, groupsStateSchema),
    /** Reads the groups from the service; ends when they are stored. */
    refresh: call(ofConnection, groupsStateSchema),
    /** Says which groups are kept in step with the source, and reads the groups those lead to. */
    setRules: call(ofConnection.extend({ rules: groupRulesSchema }), groupsStateSchema),
  },
  plans: {
    /** Plans the changes for people, and for accounts picked to be deactivated or deleted, and freezes them. */
    create: call(
      ofConnection.extend({ people: manyPeople, deactivate: manyAccounts, delete: manyAccounts.default([]) }),
      planSummarySchema,
    ),
    /** Plans what an earlier plan was made of once more; what was left out of it stays out. */
    again: call(ofPlan, planSummarySchema),
    get: call(ofPlan, planSummarySchema),
    /** The plan that was frozen last; null before the first. */
    latest: call(ofConnection, planIdSchema.nullable()),
    /** `warned`: only those with a warning, left out or not. */
    changes: call(ofPlan.extend({ ...stretch, warned: z.boolean().optional() }), page(changeSchema)),
    /** Puts the changes that would be pushed on the clipboard as CSV. */
    copy: call(ofPlan, copied),
    /** Marks changes as left out or put back, and freezes the plan anew. */
    leaveOut: call(ofPlan.extend({ changes: z.array(z.number().int()), leftOut: z.boolean() }), planSummarySchema),
    /** Asks where to save, then writes the plan with its hash for somebody else to approve; null when the admin cancelled. */
    export: call(ofPlan.extend({ format: z.enum(['html', 'csv']) }), savedFileSchema.nullable()),
  },
  runs: {
    /** Pushes a frozen plan. `hash` is the one the admin reviewed; `typed` the confirmation, where one is asked for. */
    start: call(ofPlan.extend({ hash: z.string(), typed: z.string().nullable() }), runSummarySchema),
    pause: call(ofRun, runSummarySchema),
    resume: call(ofRun, runSummarySchema),
    /** Lets the requests under way end and sends no more. */
    stop: call(ofRun, runSummarySchema),
    list: call(ofConnection, z.array(runSummarySchema)),
    /** Finds runs by id, admin, date, state, kinds, outcomes, and by name or sign-in name of anybody in them, the latest first. */
    search: call(ofConnection.extend({ search: z.string().max(200) }), z.array(foundRunSchema)),
    get: call(ofRun, runProgressSchema),
    changes: call(ofRun.extend({ query: runQuerySchema, ...stretch }), page(runChangeSchema)),
    change: call(ofRun.extend({ change: z.number().int() }), runChangeDetailSchema),
    /** Puts the outcomes that a query shows on the clipboard as CSV. */
    copy: call(ofRun.extend({ query: runQuerySchema }), copied),
    /** Plans the failed, stale and not sent changes of a run anew. */
    retryFailed: call(ofRun, planSummarySchema),
    /** Reads the accounts back and compares them with what was intended. */
    verify: call(ofRun, runSummarySchema),
    /** Plans the way back from before-images. */
    undo: call(ofRun, planSummarySchema),
    /** Asks where to save, then writes everything kept of a run that has ended; null when the admin cancelled. */
    export: call(ofRun.extend({ format: z.enum(['html', 'csv', 'json']) }), savedFileSchema.nullable()),
  },
} as const

/** What main tells the window unasked. */
export const events = {
  /** The network is gone, or back. */
  'app.online': z.boolean(),
  /** Muster speaks another language from now on: the BCP 47 tag, as in `app.info`. */
  'app.language': appInfoSchema.shape.locale,
  /** The keychain has failed, or works again. */
  'app.vault': vaultStatusSchema,
  /** The admin has chosen this in the application menu. */
  'app.command': z.object({ command: z.enum(commandIds) }),
  /** The admin has clicked on a notification of the system's about this connection. */
  'connections.show': z.object({
    connection: connectionIdSchema,
    at: z.enum(['people', 'accounts', 'run']).default('people'),
    /** The run to show, where it is about one. */
    run: runIdSchema.nullable().default(null),
  }),
  'updates.changed': shownUpdatesSchema,
  'session.changed': sessionStateSchema,
  'connections.changed': z.array(connectionSchema),
  'accounts.changed': z.object({ connection: connectionIdSchema, state: accountsStateSchema }),
  /** The roster, or where its people stand, has changed. */
  'people.changed': z.object({ connection: connectionIdSchema }),
  /** At most ten a second while people are read or counted; `progress` is null when that has ended. */
  'source.progress': z.object({
    connection: connectionIdSchema,
    what: z.enum(['reading', 'counting']),
    progress: readingSchema.nullable(),
  }),
  'runs.progress': runProgressSchema,
  /** A server of the connection, `host:port`, has asked for a certificate of this computer. */
  'network.asked': z.object({ connection: connectionIdSchema, server: z.string() }),
  /** A step of a test begins, or the test has ended. */
  'network.tested': z.object({ connection: connectionIdSchema, test: connectionTestSchema }),
  /** The file that people were read from was written since, or is as it was read once more. */
  'source.fileChanged': z.object({ connection: connectionIdSchema, change: fileChangeSchema.nullable() }),
} as const

/** See {@link contract}. */
export type Contract = typeof contract
/** See {@link events}. */
export type Events = typeof events
/** Payload of an event. */
export type EventPayload<E extends keyof Events> = z.infer<Events[E]>

/** Channel of a call on the wire. */
export const channelOf = (group: string, name: string): string => `muster:${group}.${name}`
/** Channel of an event on the wire. */
export const eventChannelOf = (event: string): string => `muster-event:${event}`

/** A call as a function with its inputs parsed: what a handler in main has to be. */
export type Handler<C> =
  C extends Call<infer I, infer O>
    ? (input: z.output<I>) => Promise<z.input<O>> | z.input<O>
    : C extends FileCall<infer O>
      ? (path: string) => Promise<z.input<O>> | z.input<O>
      : never

/** One handler for every call of the contract; forgetting one does not compile. */
export type Handlers = { [G in keyof Contract]: { [N in keyof Contract[G]]: Handler<Contract[G][N]> } }

/** A call as the window sees it: it never rejects. `F` is the DOM's File, which shared/ does not know. */
export type BridgeCall<C, F> =
  C extends Call<infer I, infer O>
    ? z.input<I> extends undefined
      ? () => Promise<Result<z.output<O>>>
      : (input: z.input<I>) => Promise<Result<z.output<O>>>
    : C extends FileCall<infer O>
      ? (file: F) => Promise<Result<z.output<O>>>
      : never

/** What the preload puts on `window.muster`. */
export type Bridge<F> = { [G in keyof Contract]: { [N in keyof Contract[G]]: BridgeCall<Contract[G][N], F> } } & {
  /** Listens to an event; the returned function stops listening. */
  on<E extends keyof Events>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
