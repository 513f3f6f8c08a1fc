import { expect, test } from 'vitest'
import { oidcError } from '../../../electron/session/oidc-errors.ts'

const redactor = { clean: (text: string) => text }

// Found by fuzzing: `expires_in` as an object, an issuer that is a blank.
test.each([
  ['discovery', 'authority-invalid'],
  ['refresh', 'signin-reply'],
  ['callback', 'signin-reply'],
] as const)('a reply that the library itself trips over at %s is told as %s', (step, code) => {
  const tripped = new TypeError('Cannot convert object to primitive value')
  expect(oidcError(tripped, step, redactor)).toMatchObject({ code, detail: expect.stringContaining('form') })
})
