import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { createPolicy } from '../../../electron/policy/policy.ts'
import { readPolicy } from '../../../electron/policy/policy-file.ts'
import { policySchema, shownPolicySchema, strictestPolicy } from '../../../shared/model/policy.ts'
import { understand } from '../../../shared/settings/understand.ts'
import { connection } from '../../support/connection.ts'
import { silentLog } from '../../support/silent-log.ts'
import { type Boundary, boundary } from '../boundary.ts'
import { anyJson, anyText, damage, damagedBy, mutated } from '../inputs.ts'
import { must } from '../refusal.ts'

const { identity, scim } = connection
const sound = {
  version: 1,
  readOnly: false,
  safety: { number: 5, percent: 1.5 },
  updates: false,
  connections: [
    {
      name: 'Contoso',
      environment: 'Production',
      authority: identity.authority,
      clientId: identity.clientId,
      redirectUri: 'http://localhost:0/callback',
      baseUrl: scim.baseUrl,
      readOnly: true,
      clientCertificate: { subject: 'workstation 7' },
    },
  ],
}
const soundText = Buffer.from(JSON.stringify(sound, null, 2))
const bytes = fc.oneof(
  { weight: 4, arbitrary: mutated(sound).map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
  { weight: 2, arbitrary: damage.map((how) => damagedBy(soundText, how)) },
  anyJson.map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  anyText.map((text) => Buffer.from(`\uFEFF${text}`)),
)

/** The policy file: it is in force as it says, or all is locked and why is said; it never goes for none. */
export const policyFile: Boundary = boundary({
  name: 'policy-file',
  cost: 6,
  inputs: bytes,
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
    const path = join(folder, 'policy.json')
    return {
      holds: (held: Buffer) => {
        writeFileSync(path, held)
        const read = readPolicy(path, null)
        must(read.state !== 'none', 'A policy that is there goes for none.')
        if (read.state === 'in-force') policySchema.parse(read.policy)
        if (read.state === 'locked') must(/^.{10,}\.$/s.test(read.problem), 'It is not said what is wrong.')

        const policy = createPolicy({ platform: 'linux', log: silentLog, file: { path, owner: null } })
        const shown = shownPolicySchema.parse(policy.shown())
        must((shown.problem === null) === (read.state === 'in-force'), 'The window is told otherwise.')
        const decided = read.state === 'in-force' ? read.policy : strictestPolicy
        const governed = policy.governed(connection)
        must(!decided.readOnly || governed.readOnly, 'A policy opens what it locks.')
        must(
          isDeepStrictEqual(governed.safety, decided.safety ?? connection.safety),
          'The limits are not those of the policy.',
        )
        for (const index of decided.connections.keys()) understand(policy.presetSettings(index))
      },
      close: () => rmSync(folder, { recursive: true }),
    }
  },
})
