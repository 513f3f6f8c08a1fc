import fc from 'fast-check'
import { createKeychain } from '../../../electron/session/keychain.ts'
import { readSessionEntry } from '../../../electron/session/session-entry.ts'
import { createSourceSecrets } from '../../../electron/source-secrets.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, mutated, pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const secret = 'the-refresh-token-of-this-session'
const session = { refreshToken: secret, signedInAt: 1, endsAt: 2, admin: { name: 'Dana Adeyemi', email: null } }
const source = { place: 'bearer https://scim.contoso.example', secret }

const entry = fc.oneof(
  mutated(session).map((value) => JSON.stringify(value) ?? ''),
  mutated(source).map((value) => JSON.stringify(value) ?? ''),
  anyJson.map((value) => JSON.stringify(value)),
  pieces('muster-parts:', 'a', 'b', ':', '9', '999', '0'),
  anyText,
)

/** What the keychain gives back: another program, or an older Muster, may have written it. */
export const vaultEntries: Boundary = boundary({
  name: 'vault-entries',
  inputs: entry,
  open: plainly(async (text: string) => {
    const read = readSessionEntry(text)
    if (read !== null) must(read.refreshToken !== '', 'A session without a token passes for one with it.')
    const vault = {
      get: async () => text,
      set: async () => 'keychain' as const,
      keptIn: () => 'keychain' as const,
      delete: async () => {},
    }
    const secrets = createSourceSecrets(vault, { learn: () => {} })
    const settings = {
      kind: 'scim' as const,
      baseUrl: 'https://scim.contoso.example',
      signIn: { by: 'bearer' as const },
      filter: '',
      identifier: 'id' as const,
      more: [],
      groups: false,
    }
    const refusal = { codes: /^source-secret-missing$/, secrets: [secret] }
    const used = await orRefused(() => secrets.forUse('c', settings, null), refusal)
    must(used === null || typeof used === 'string', 'A secret is no text.')
    let calls = 0
    const keychain = createKeychain({
      load: async () => ({
        getPassword: async () => {
          calls++
          return text
        },
        setPassword: async () => {},
        deletePassword: async () => true,
      }),
      service: 'Muster',
      timeout: 60_000,
      chunkBytes: 2_400,
    })
    await keychain.get('session')
    must(calls <= 1_000, `One value took ${calls} calls.`)
  }),
})
