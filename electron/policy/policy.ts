import { MusterError } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'
import { type ConnectionPreset, type ShownPolicy, strictestPolicy } from '../../shared/model/policy.ts'
import { k2Scope } from '../../shared/settings/scope-field.ts'
import type { WantedCertificate } from '../net/client-certificate.ts'
import type { Log } from '../ports.ts'
import { type PolicyRead, policyPath, readPolicy } from './policy-file.ts'

/** What an administrator has decided for this computer. It is read at the start and holds until the end. */
export interface ManagedPolicy {
  shown(): ShownPolicy
  /**
   * A connection as it counts: with what the policy decides about it in place of what the admin set, which is its safety
   * limits and that nothing may be pushed over it.
   */
  readonly governed: (connection: Connection) => Connection
  /** The certificate that a connection has to present to servers that ask for one; null where the admin chooses. */
  certificateOf(connection: Connection): WantedCertificate | null
  /** The settings document of a prepared connection, without a token. @throws MusterError `settings-draft-gone` */
  presetSettings(index: number): string
}

/** What {@link createPolicy} needs. */
export interface PolicyParts {
  readonly platform: NodeJS.Platform
  readonly log: Log
  /** Another file than the platform’s, and who has to own it; for tests. */
  readonly file?: { readonly path: string; readonly owner: number | null }
}

/** Reads the policy. A file that can’t be used locks everything that it might have locked. */
export function createPolicy({ platform, log, file }: PolicyParts): ManagedPolicy {
  const path = file?.path ?? policyPath(platform)
  const owner = file ? file.owner : platform === 'win32' ? null : 0
  const read = readPolicy(path, owner)
  const policy = read.state === 'in-force' ? read.policy : read.state === 'locked' ? strictestPolicy : null
  if (read.state === 'in-force') log.info('The policy is in force', { file: path })
  if (read.state === 'locked')
    log.error('The policy can’t be used; everything is locked', { file: path, reason: read.problem })

  // Taken apart once: every look at a connection asks, many times for each request.
  const places = (policy?.connections ?? []).map(({ authority, baseUrl }) => placeOf(authority, baseUrl))
  const presetOf = ({ identity, scim }: Connection): ConnectionPreset | undefined =>
    places.length === 0 ? undefined : policy?.connections[places.indexOf(placeOf(identity.authority, scim.baseUrl))]

  return {
    shown: () => ({
      file: path,
      state: read.state,
      problem: problemOf(read),
      checked: owner !== null,
      readOnly: policy?.readOnly ?? false,
      safety: policy?.safety ?? null,
      updates: policy?.updates ?? true,
      connections: (policy?.connections ?? []).map(({ name, environment, readOnly }) => ({
        name,
        environment,
        readOnly,
      })),
    }),
    governed: (connection) => {
      const limits = policy?.safety ?? null
      const locked = policy?.readOnly === true || presetOf(connection)?.readOnly === true
      return {
        ...connection,
        safety: limits ?? connection.safety,
        readOnly: connection.readOnly || locked,
        managed: [...(limits ? (['safety'] as const) : []), ...(locked ? (['readOnly'] as const) : [])],
      }
    },
    certificateOf: (connection) => presetOf(connection)?.clientCertificate ?? null,
    presetSettings: (index) => {
      const preset = policy?.connections[index]
      if (!preset) throw new MusterError('settings-draft-gone')
      const { authority, clientId, redirectUri, baseUrl } = preset
      const scope = `openid profile ${k2Scope} offline_access`
      return JSON.stringify(
        { client: { authority, clientId, redirectUri, scope }, scim: { baseUrl, token: '' } },
        null,
        2,
      )
    },
  }
}

const problemOf = (read: PolicyRead): string | null => (read.state === 'locked' ? read.problem : null)

/** The two addresses as one text, the same whatever the case of their hosts and slashes at their ends. */
const placeOf = (authority: string, baseUrl: string): string => `${plain(authority)} ${plain(baseUrl)}`
const plain = (address: string): string => (URL.parse(address)?.href ?? address).replace(/\/+$/, '').toLowerCase()
