import { z } from 'zod'
import { MusterError } from '../../shared/errors.ts'
import { type Connection, connectionIdSchema, connectionSchema } from '../../shared/model/connection.ts'
import {
  type ArrangeableGrid,
  arrangeableGrids,
  type GridLayout,
  gridLayoutSchema,
} from '../../shared/model/grid-layout.ts'
import {
  defaultNetwork,
  type NetworkSettings,
  networkSettingsSchema,
  proxyProblem,
} from '../../shared/model/network.ts'
import { reminders } from '../../shared/model/session.ts'
import { type FileReading, fileReadingSchema, recognised } from '../../shared/model/source.ts'
import { type UpdateChannel, updateChannels } from '../../shared/model/updates.ts'
import { readRedirectAddress, readServiceAddress } from '../../shared/settings/address.ts'
import { type LanguageChoice, languageChoiceSchema } from '../../shared/words/language.ts'

const isServiceAddress = (text: string): boolean => !('refused' in readServiceAddress(text))

/**
 * A connection as the settings file may hold it. Anyone who can write to the file could point it elsewhere, so addresses
 * have to pass the same checks as at the import.
 */
const keptConnectionSchema = connectionSchema.refine(
  ({ identity, scim }) =>
    isServiceAddress(identity.authority) &&
    isServiceAddress(scim.baseUrl) &&
    (identity.grant === 'client-credentials' || !('refused' in readRedirectAddress(identity.redirectUri))),
  'An address of it can’t be used.',
)

/** Where the window was, in device-independent pixels: its place while it is not maximised. */
const windowBoundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximized: z.boolean().default(false),
})
/** Where the window was. */
export type WindowBounds = z.infer<typeof windowBoundsSchema>

/** What the admin was told last of the end of a sign-in, and of which sign-in: when it began, Unix milliseconds. */
const toldSchema = z.object({ signedInAt: z.number().int(), reminder: z.enum(reminders) })
/** See {@link toldSchema}. */
export type Told = z.infer<typeof toldSchema>

const parts = {
  connections: keptConnectionSchema,
  unclaimed: z.array(connectionIdSchema),
  peopleFiles: z.record(connectionIdSchema, z.string().min(1).max(4096)),
  peopleReadings: z.record(connectionIdSchema, fileReadingSchema),
  gridLayouts: z.record(connectionIdSchema, z.partialRecord(z.enum(arrangeableGrids), gridLayoutSchema)),
  reminded: z.record(connectionIdSchema, toldSchema),
  networks: z.record(
    connectionIdSchema,
    networkSettingsSchema.refine(({ proxy }) => proxyProblem(proxy) === null, 'Its proxy can’t be used.'),
  ),
  updateChannel: z.enum(updateChannels),
  window: windowBoundsSchema.nullable(),
  chosen: connectionIdSchema.nullable(),
  language: languageChoiceSchema,
}

/** Everything the settings file holds. No secret is among it. */
export interface Settings {
  connections: Connection[]
  /** Ids under which the vault may hold something that no connection claims: drafts, and connections being removed. */
  unclaimed: string[]
  /** By connection: the file its people were read from last. */
  peopleFiles: Record<string, string>
  /** By connection: what the admin has said about how that file is read. */
  peopleReadings: Record<string, FileReading>
  /** By connection: how the admin has arranged the columns of each grid. */
  gridLayouts: Record<string, Partial<Record<ArrangeableGrid, GridLayout>>>
  /** By connection: the reminder that was shown last, and of which sign-in. */
  reminded: Record<string, Told>
  /** By connection: how its requests leave this computer, where that was ever set. */
  networks: Record<string, NetworkSettings>
  updateChannel: UpdateChannel
  window: WindowBounds | null
  /** Id of the connection that the admin worked with last; null where there was none yet. */
  chosen: string | null
  /** The language that is chosen. */
  language: LanguageChoice
}

/** Where settings rest between two starts. */
export interface SettingsFile {
  /** What the file held; undefined when there was none. */
  readonly held: unknown
  /** Replaces what the file holds, whole or not at all. */
  write(settings: Settings): void
  /** Keeps the file as it was under another name, and tells which. */
  setAside(): string
}

/** The settings: everything remembered outside a connection's own database. Read once, written at every change. */
export interface SettingsStore {
  connections(): Connection[]
  unclaimed(): string[]
  /** Changes both lists in one write, so that a crash in between leaves no vault entry that nobody knows of. */
  saveConnections(connections: readonly Connection[], unclaimed: readonly string[]): void
  /** Path of the file a connection's people were read from last. */
  peopleFile(connection: string): string | null
  /** How that file is read. */
  peopleReading(connection: string): FileReading
  setPeopleFile(connection: string, path: string, reading?: FileReading): void
  /** How the columns of a grid are arranged; null for the grid's own. */
  gridLayout(connection: string, grid: ArrangeableGrid): GridLayout | null
  setGridLayout(connection: string, grid: ArrangeableGrid, layout: GridLayout | null): void
  /** The reminder that was shown last about a connection's sign-in. */
  reminded(connection: string): Told | null
  setReminded(connection: string, told: Told): void
  /** How a connection's requests leave this computer. */
  network(connection: string): NetworkSettings
  setNetwork(connection: string, network: NetworkSettings): void
  /** Takes over what one connection has of its own here into another; of what it was reminded, nothing. */
  copySettings(from: string, to: string): void
  /** Which versions of Muster are offered. */
  updateChannel(): UpdateChannel
  setUpdateChannel(channel: UpdateChannel): void
  windowBounds(): WindowBounds | null
  setWindowBounds(bounds: WindowBounds): void
  /** Id of the connection that the admin worked with last; null where there is none. */
  chosen(): string | null
  setChosen(connection: string): void
  language(): LanguageChoice
  setLanguage(choice: LanguageChoice): void
  /** Why the file could not be read in full at this start, `settings-file-damaged`; null when all is well. */
  readonly damage: MusterError | null
}

/** Opens the settings. What can't be read is set aside and said, and the rest is used; nothing is silently emptied. */
export function createSettings(file: SettingsFile): SettingsStore {
  const read = readSettings(file.held)
  const damage = read.problems.length === 0 ? null : damageOf(file, read.problems)
  let settings = read.settings
  const save = (change: Partial<Settings>): void => {
    settings = { ...settings, ...change }
    file.write(settings)
  }
  if (damage) file.write(settings)

  return {
    damage,
    connections: () => structuredClone(settings.connections),
    unclaimed: () => [...settings.unclaimed],
    saveConnections: (connections, unclaimed) => {
      const ids = new Set(connections.map(({ id }) => id))
      save({
        connections: structuredClone([...connections]),
        unclaimed: [...new Set(unclaimed)],
        peopleFiles: ofThese(settings.peopleFiles, ids),
        peopleReadings: ofThese(settings.peopleReadings, ids),
        gridLayouts: ofThese(settings.gridLayouts, ids),
        reminded: ofThese(settings.reminded, ids),
        networks: ofThese(settings.networks, ids),
      })
    },
    peopleFile: (connection) => ofOne(settings.peopleFiles, connection) ?? null,
    peopleReading: (connection) => structuredClone(ofOne(settings.peopleReadings, connection) ?? recognised),
    setPeopleFile: (connection, path, reading = recognised) =>
      save({
        peopleFiles: { ...settings.peopleFiles, [connection]: path },
        peopleReadings: { ...settings.peopleReadings, [connection]: structuredClone(reading) },
      }),
    gridLayout: (connection, grid) => structuredClone(ofOne(settings.gridLayouts, connection)?.[grid] ?? null),
    setGridLayout: (connection, grid, layout) => {
      const { [grid]: _before, ...others } = ofOne(settings.gridLayouts, connection) ?? {}
      const mine = layout === null ? others : { ...others, [grid]: structuredClone(layout) }
      save({ gridLayouts: { ...settings.gridLayouts, [connection]: mine } })
    },
    reminded: (connection) => ofOne(settings.reminded, connection) ?? null,
    setReminded: (connection, told) => save({ reminded: { ...settings.reminded, [connection]: told } }),
    network: (connection) => structuredClone(ofOne(settings.networks, connection) ?? defaultNetwork),
    setNetwork: (connection, network) =>
      save({ networks: { ...settings.networks, [connection]: structuredClone(network) } }),
    copySettings: (from, to) =>
      save({
        peopleFiles: withCopy(settings.peopleFiles, from, to),
        peopleReadings: withCopy(settings.peopleReadings, from, to),
        gridLayouts: withCopy(settings.gridLayouts, from, to),
        networks: withCopy(settings.networks, from, to),
      }),
    updateChannel: () => settings.updateChannel,
    setUpdateChannel: (updateChannel) => save({ updateChannel }),
    windowBounds: () => settings.window,
    setWindowBounds: (bounds) => save({ window: bounds }),
    chosen: () => settings.connections.find(({ id }) => id === settings.chosen)?.id ?? null,
    setChosen: (chosen) => {
      if (chosen !== settings.chosen) save({ chosen })
    },
    language: () => settings.language,
    setLanguage: (language) => save({ language }),
  }
}

type ByConnection<T> = Readonly<Record<string, T>>

/** What one connection has of what is kept by connection. */
const ofOne = <T>(all: ByConnection<T>, connection: string): T | undefined =>
  Object.hasOwn(all, connection) ? all[connection] : undefined

/** What is kept by connection, of these alone. */
const ofThese = <T>(all: ByConnection<T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))

/** What is kept by connection, with what one has of it for another too. */
function withCopy<T>(all: ByConnection<T>, from: string, to: string): Record<string, T> {
  const mine = ofOne(all, from)
  return mine === undefined ? { ...all } : { ...all, [to]: structuredClone(mine) }
}

/** Settings that last until the process ends. */
export const memorySettingsFile = (held?: unknown): SettingsFile => ({
  held,
  write: () => {},
  setAside: () => 'nowhere',
})

function damageOf(file: SettingsFile, problems: readonly string[]): MusterError {
  return new MusterError('settings-file-damaged', { where: file.setAside(), detail: problems.join(' ') })
}

/** What of a settings file can be used, and what is wrong with the rest, a sentence each. */
function readSettings(held: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = []
  const empty: Settings = {
    connections: [],
    unclaimed: [],
    peopleFiles: {},
    peopleReadings: {},
    gridLayouts: {},
    reminded: {},
    networks: {},
    updateChannel: 'latest',
    window: null,
    chosen: null,
    language: 'system',
  }
  if (held === undefined) return { settings: empty, problems }
  const whole = z.record(z.string(), z.unknown()).safeParse(held)
  if (!whole.success) return { settings: empty, problems: ['It holds no settings.'] }

  const part = <T>(name: keyof Settings, schema: z.ZodType<T>, otherwise: T): T => {
    const value = Object.hasOwn(whole.data, name) ? whole.data[name] : undefined
    if (value === undefined) return otherwise
    const parsed = schema.safeParse(value)
    if (!parsed.success) problems.push(`“${name}” is not valid.`)
    return parsed.success ? parsed.data : otherwise
  }
  const connections = part('connections', z.array(z.unknown()), []).flatMap((value, index) => {
    const parsed = parts.connections.safeParse(value)
    if (parsed.success) return [parsed.data]
    const [issue] = parsed.error.issues
    problems.push(`Connection ${index + 1} is not valid: ${issue?.path.join('.') || 'its addresses'}.`)
    return []
  })
  const settings: Settings = {
    connections: connections.filter(({ id }, index) => connections.findIndex((other) => other.id === id) === index),
    unclaimed: part('unclaimed', parts.unclaimed, []),
    peopleFiles: part('peopleFiles', parts.peopleFiles, {}),
    peopleReadings: part('peopleReadings', parts.peopleReadings, {}),
    gridLayouts: part('gridLayouts', parts.gridLayouts, {}),
    reminded: part('reminded', parts.reminded, {}),
    networks: part('networks', parts.networks, {}),
    updateChannel: part('updateChannel', parts.updateChannel, empty.updateChannel),
    window: part('window', parts.window, null),
    chosen: part('chosen', parts.chosen, null),
    language: part('language', parts.language, 'system'),
  }
  if (settings.connections.length < connections.length) problems.push('Two connections had the same id.')
  return { settings, problems }
}
