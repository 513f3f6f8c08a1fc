import { MusterError } from '../shared/errors.ts'
import {
  fieldProblem,
  type LdapSettings,
  ldapSettingsSchema,
  type ScimSourceSettings,
  type ShownSource,
  type SourceInput,
  type SourceSettings,
  scimSourceSettingsSchema,
} from '../shared/model/source-settings.ts'
import type { SourceCount } from '../shared/model/source-test.ts'
import { t } from '../shared/words/text.ts'
import { readAuthorityFile } from './network/authority-file.ts'
import type { KeptSource, Workspace } from './provisioning/workspace-types.ts'
import type { SourceSecrets } from './source-secrets.ts'
import type { LdapParts } from './sources/ldap/open.ts'
import { scimSource } from './sources/scim/read.ts'
import type { ScimSourceParts } from './sources/scim/scim-service.ts'
import { countScim, testScim } from './sources/scim/try.ts'
import type { Source, TestOptions, TestResult } from './sources/source.ts'

/** Settings as they stand in the form, and the secret beside them; null for the one that is kept. */
export interface TriedSource {
  readonly connection: string
  readonly settings: SourceInput
  readonly secret: string | null
}

/** Setting up where people come from: trying, keeping, and the source that comes of it. All of it throws MusterError. */
export interface SourceSetup {
  shown(connection: string): Promise<ShownSource>
  /** Tries settings without keeping them. */
  test(tried: TriedSource, options: TestOptions): Promise<TestResult>
  count(tried: TriedSource, options: TestOptions): Promise<SourceCount>
  /** Keeps settings and secret, and makes them the source. */
  connect(tried: TriedSource): Promise<ShownSource>
  /** The source that was set up; null while people come from a file. */
  source(connection: string): Promise<Source | null>
  /** People come from a file from now on; what was set up is kept for another time. */
  switchToFile(connection: string): Promise<void>
}

/** What {@link createSourceSetup} needs. */
export interface SourceSetupParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly secrets: SourceSecrets
  /** Path behind the grant of a file that the admin chose. @throws MusterError `file-grant` */
  readonly pathOf: (grant: string) => string
  readonly ldap: LdapParts
  readonly scim: Omit<ScimSourceParts, 'http'>
  /** A SCIM source is read through the network of its connection. */
  readonly networkOf: (connection: string) => Promise<Pick<ScimSourceParts, 'http'>>
}

/** A source with settings, which can be tried too. */
interface Service extends Source {
  test(options: TestOptions): Promise<TestResult>
  count(options: TestOptions): Promise<SourceCount>
}

/** See {@link SourceSetup}. */
export function createSourceSetup(parts: SourceSetupParts): SourceSetup {
  const { workspaceOf, secrets, pathOf, ldap } = parts
  const keptOf = async (connection: string): Promise<KeptSource> => (await workspaceOf(connection)).source.settings()

  const shown = async (connection: string): Promise<ShownSource> => {
    const { use, ldap: directory, scim: service } = await keptOf(connection)
    const authority = directory?.authority ?? null
    return {
      use,
      ldap: directory && { ...directory, authority: authority && { name: authority.name } },
      scim: service,
      secrets: { ldap: await secrets.keptIn(connection, 'ldap'), scim: await secrets.keptIn(connection, 'scim') },
    }
  }

  /** The settings with the certificate authority behind their grant, checked. @throws MusterError `source-field` */
  async function complete(connection: string, input: SourceInput): Promise<SourceSettings> {
    checkFields(input)
    if (input.kind === 'scim') return input
    const { authority, ...rest } = input
    if (authority === 'system') return { ...rest, authority: null }
    if (authority === 'kept') return { ...rest, authority: (await keptOf(connection)).ldap?.authority ?? null }
    return { ...rest, authority: await readAuthorityFile(pathOf(authority.grant)) }
  }

  async function ready({ connection, settings, secret }: TriedSource) {
    const whole = await complete(connection, settings)
    return { whole, secret: await secrets.forUse(connection, whole, secret) }
  }

  async function serviceOf(connection: string, settings: SourceSettings, secret: string | null): Promise<Service> {
    if (settings.kind === 'scim') {
      const given = secret ?? ''
      const { http } = await parts.networkOf(connection)
      const scim = { ...parts.scim, http }
      return {
        ...scimSource(settings, given, scim),
        test: (options) => testScim(settings, given, scim, options),
        count: (options) => countScim(settings, given, scim, options),
      }
    }
    // Loaded with the first directory: its library would take its time at every start.
    const [{ ldapSource }, { countLdap, testLdap }] = await Promise.all([
      import('./sources/ldap/read.ts'),
      import('./sources/ldap/try.ts'),
    ])
    return {
      ...ldapSource(settings, secret, ldap),
      test: (options) => testLdap(settings, secret, ldap, options),
      count: (options) => countLdap(settings, secret, ldap, options),
    }
  }

  async function triedService(tried: TriedSource): Promise<Service> {
    const { whole, secret } = await ready(tried)
    return serviceOf(tried.connection, whole, secret)
  }

  return {
    shown,
    test: async (tried, options) => (await triedService(tried)).test(options),
    count: async (tried, options) => (await triedService(tried)).count(options),
    connect: async (tried) => {
      const { connection } = tried
      const { whole, secret } = await ready(tried)
      await secrets.keep(connection, whole, secret)
      const { source } = await workspaceOf(connection)
      const kept = { ...source.settings(), use: whole.kind }
      source.keep(whole.kind === 'ldap' ? { ...kept, ldap: whole } : { ...kept, scim: whole })
      return shown(connection)
    },
    source: async (connection) => {
      const kept = await keptOf(connection)
      if (kept.use === 'file') return null
      const settings = checkKept(kept)
      return serviceOf(connection, settings, await secrets.forUse(connection, settings, null))
    },
    switchToFile: async (connection) => {
      const { source } = await workspaceOf(connection)
      const kept = source.settings()
      if (kept.use !== 'file') source.keep({ ...kept, use: 'file' })
    },
  }
}

function checkFields(settings: SourceInput | SourceSettings): void {
  const problem = fieldProblem(settings)
  if (problem) throw new MusterError('source-field', { where: problem.field, detail: problem.reason })
}

/** What is kept is read as strictly as what is entered: anyone who can write to the database could point it elsewhere. */
function checkKept({ use, ldap, scim }: KeptSource): LdapSettings | ScimSourceSettings {
  const parsed = use === 'ldap' ? ldapSettingsSchema.safeParse(ldap) : scimSourceSettingsSchema.safeParse(scim)
  if (!parsed.success)
    throw new MusterError('source-field', { detail: t('The settings that were kept can’t be read.') })
  checkFields(parsed.data)
  return parsed.data
}
