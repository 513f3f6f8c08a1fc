import type { Connection } from '../../shared/model/connection.ts'

/** A connection, for tests that need one and do not care which. */
export const connection: Connection = {
  id: '7d4f0a52-3c0e-4d4e-9c58-0a1f5f0f6c11',
  name: 'Contoso',
  environment: 'Test',
  colour: 'teal',
  identity: {
    grant: 'authorization-code',
    authority: 'https://login.onk2.example/t',
    clientId: 'c',
    redirectUri: 'http://127.0.0.1/',
    scopes: ['openid'],
  },
  scim: { baseUrl: 'https://scim.onk2.example', path: '/tokens/{token}/scim/v2', lowerCase: false },
  safety: { number: 1000, percent: 100 },
  readOnly: false,
  managed: [],
  tokenHint: 'f7f4',
  createdAt: 0,
}
