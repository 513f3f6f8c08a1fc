import { createReadStream, existsSync } from 'node:fs'
import { version as osVersion, release } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { connectionSchema } from '../shared/model/connection.ts'
import type { Diagnostics } from '../shared/model/diagnostics.ts'
import type { NetworkSettings } from '../shared/model/network.ts'
import { ldapSettingsSchema, scimSourceSettingsSchema } from '../shared/model/source-settings.ts'
import { spokenLocale } from '../shared/words/text.ts'
import { logFileNames } from './log.ts'
import type { OpenConnection, OpenConnections } from './open-connections.ts'
import type { ManagedPolicy } from './policy/policy.ts'
import type { Clock, Redactor } from './ports.ts'
import type { Exported } from './provisioning/reports/export.ts'
import type { KeychainVault } from './session/vault.ts'
import type { Connections } from './store/connections.ts'
import type { SettingsStore } from './store/settings.ts'
import { createSlices } from './store/slices.ts'

/** What the admin can send to whoever helps: everything known about this installation but people and secrets. */
export interface DiagnosticsExport {
  /** What the file would hold now. */
  look(): Promise<Diagnostics>
  /** The file. */
  file(): Exported
}

/** What {@link createDiagnostics} needs. */
export interface DiagnosticsParts {
  readonly version: string
  /** Folder of the log files. */
  readonly logs: string
  readonly vault: Pick<KeychainVault, 'status'>
  readonly policy: Pick<ManagedPolicy, 'shown'>
  readonly connections: Pick<Connections, 'list'>
  readonly open: Pick<OpenConnections, 'get'>
  readonly settings: Pick<SettingsStore, 'network'>
  readonly redactor: Redactor
  readonly clock: Clock
}

/** A part of the file: its title, and its lines, made while they are walked. */
interface Section {
  readonly title: string
  readonly lines: () => AsyncIterable<string> | Iterable<string>
}

/** Characters of a section that are shown. */
const mostShown = 20_000
/** Warnings and errors that are repeated before the log. */
const mostErrors = 50

/** Of a connection, what is on this list and nothing else. */
const shownConnectionSchema = connectionSchema.pick({
  id: true,
  name: true,
  environment: true,
  identity: true,
  scim: true,
  safety: true,
  readOnly: true,
  createdAt: true,
})
/** Of where people come from: where it is, never whom it knows. The path of a SCIM address may hold a token. */
const shownSourceSchema = z.object({
  use: z.string(),
  ldap: ldapSettingsSchema.pick({ host: true, port: true, encryption: true, layout: true, groups: true }).nullable(),
  scim: z
    .object({
      baseUrl: scimSourceSettingsSchema.shape.baseUrl.transform((url) => URL.parse(url)?.origin ?? ''),
      signIn: z.object({ by: z.string() }),
      groups: z.boolean().optional(),
    })
    .nullable(),
})

/** See {@link DiagnosticsExport}. */
export function createDiagnostics(parts: DiagnosticsParts): DiagnosticsExport {
  const { redactor, clock } = parts

  const sections: readonly Section[] = [
    { title: 'Versions', lines: () => facts(versions(parts)) },
    { title: 'Keychain', lines: () => facts({ ...parts.vault.status() }) },
    { title: 'Policy', lines: () => facts({ ...parts.policy.shown() }) },
    { title: 'Connections', lines: () => connectionLines(parts) },
    { title: 'Last warnings and errors', lines: () => lastErrors(parts.logs) },
    { title: 'Log', lines: () => logLines(parts.logs) },
  ]

  /** The lines of a section, with every known secret taken out once more; main goes on in between. */
  async function* cleanLines({ lines }: Section): AsyncGenerator<string> {
    const slices = createSlices()
    for await (const line of lines()) {
      yield redactor.clean(line)
      if (slices.due()) await slices.rest()
    }
  }

  async function* whole(): AsyncGenerator<string> {
    yield `Muster diagnostics, ${new Date(clock.now()).toISOString()}\nSecrets are left out. Names of servers and accounts may be in the log.\n`
    for (const section of sections) {
      yield `\n== ${section.title} ==\n`
      for await (const line of cleanLines(section)) yield `${line}\n`
    }
  }

  return {
    look: async () => ({ sections: await Promise.all(sections.map(async (one) => shownOf(one, cleanLines(one)))) }),
    file: () => ({
      name: `${new Date(clock.now()).toISOString().slice(0, 10)} Muster diagnostics.txt`,
      chunks: whole(),
    }),
  }
}

/** A section as it is shown: its end, where it is long, since that is what happened last. */
async function shownOf({ title }: Section, lines: AsyncIterable<string>): Promise<Diagnostics['sections'][number]> {
  let text = ''
  let count = 0
  let cut = false
  for await (const line of lines) {
    count += 1
    text += `${line}\n`
    if (text.length <= 2 * mostShown) continue
    text = text.slice(-mostShown)
    cut = true
  }
  if (text.length > mostShown) cut = true
  const end = text.slice(-mostShown)
  return { title, lines: count, text: cut ? end.slice(end.indexOf('\n') + 1) : end, cut }
}

function versions({ version }: DiagnosticsParts): Record<string, unknown> {
  const { electron, chrome, node, openssl } = process.versions
  const { platform, arch } = process
  const system = `${platform} ${arch} ${release()} ${osVersion()}`
  return { muster: version, electron, chrome, node, openssl, system, locale: spokenLocale() }
}

async function* connectionLines({ connections, open, settings }: DiagnosticsParts): AsyncGenerator<string> {
  const list = connections.list()
  if (list.length === 0) yield 'None.'
  for (const connection of list) {
    yield* facts(shownConnectionSchema.parse(connection))
    yield* facts({ network: networkFacts(settings.network(connection.id)) })
    try {
      yield* facts(openFacts(await open.get(connection.id)))
    } catch (error) {
      yield `can’t be opened: ${error instanceof Error ? error.message : typeof error}`
    }
    yield ''
  }
}

/** Which way, and no name of a proxy, a file or a person: a certificate of this computer is often somebody’s. */
const networkFacts = ({ proxy, authority, clientCertificate }: NetworkSettings): Record<string, unknown> => ({
  proxy: proxy.mode,
  addedAuthority: authority !== null,
  clientCertificate: clientCertificate?.fingerprint ?? null,
})

function openFacts({ session, workspace }: OpenConnection): Record<string, unknown> {
  const { status, signedInAt, endsAt, keptIn, failure } = session.state()
  const { total, active, readAt, complete } = workspace.accounts.state()
  const { kind, people, readAt: peopleReadAt } = workspace.source.summary() ?? {}
  return {
    session: { status, signedInAt, endsAt, keptIn, failure },
    source: shownSourceSchema.safeParse(workspace.source.settings()).data ?? null,
    people: { kind, people, readAt: peopleReadAt },
    accounts: { total, active, complete, readAt },
    capabilities: workspace.accounts.capabilities(),
  }
}

function* facts(values: Readonly<Record<string, unknown>>): Generator<string> {
  for (const [name, value] of Object.entries(values)) {
    yield `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
  }
}

async function* logLines(folder: string): AsyncGenerator<string> {
  for (const name of logFileNames) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const input = createReadStream(path)
    // A file may be rotated away under the reader; the next one has its lines.
    input.on('error', () => {})
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  }
}

/** The newest lines of the log that are warnings or errors, the newest first. */
async function* lastErrors(folder: string): AsyncGenerator<string> {
  let last: string[] = []
  for await (const line of logLines(folder)) {
    if (!/^\S+ (?:warn|error) /.test(line)) continue
    last.push(line)
    if (last.length > 2 * mostErrors) last = last.slice(-mostErrors)
  }
  yield* last.slice(-mostErrors).reverse()
}
