import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { shownCertificate } from '../../../electron/net/certificates.ts'

/** Found by fuzzing: the first byte of the year that it ends in is no digit. */
const withoutEnd = `-----BEGIN CERTIFICATE-----
MIIBczCCARmgAwIBAgIUJkevKoVJEaI0G2txQuEJUzFxpc4wCgYIKoZIzj0EAwIw
DjEMMAoGA1UEAwwDYWRhMCAXDTI2MTEyNjAxNTQxMVoYD+IxMjYxMTAyMDE1NDEx
WjAOMQwwCgYDVQQDDANhZGEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQtQ82W
9XeBRK674ZseQFjcPYP7hEWs57Ni2+MKiU++7dQV39z8AJU7tvmR7kwFGnOghT1Q
Bf5CeJrUtwMhfNf4o1MwUTAdBgNVHQ4EFgQU4BDZc9js9OKR07JWmPsiHVv4Zi8w
HwYDVR0jBBgwFoAU4BDZc9js9OKR07JWmPsiHVv4Zi8wDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNIADBFAiAfWYUCbkVkfxa0kJS4AvfMsKCTFndcldg5SqpX
wi/lgAIhAOzwNNZr+r6WzvfXrJN9yswUmD0M/9mL+evK10PlKUe/
-----END CERTIFICATE-----`

test('a certificate whose end can’t be read counts as long over', () => {
  expect(shownCertificate(new X509Certificate(withoutEnd))).toMatchObject({ subject: 'ada', validUntil: 0 })
})
