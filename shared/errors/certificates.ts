import type { ErrorEntries } from './entry.ts'

/** Certificates: of servers, and of this computer. */
export const certificates = {
  'client-certificate-wanted': {
    happened: 'The server asks for a certificate of this computer, and none is chosen.',
    means: 'None was shown to it: Muster never picks one by itself.',
    todo: 'Choose one under Settings, Connection.',
    retry: false,
  },
  'client-certificate-none': {
    happened: 'The server asks for a certificate, and this computer has none that it accepts.',
    todo: 'Have one installed on this computer, then try again.',
    retry: true,
  },
  'client-certificate-gone': {
    happened: 'The certificate that this connection presents is not among those that this computer offers.',
    means: 'It was taken away, or this server does not accept who issued it.',
    todo: 'Have it installed again, or choose another under Settings, Connection.',
    retry: true,
  },
  'client-certificate-expired': {
    happened: 'The certificate that this connection presents has expired.',
    todo: 'Have a new one installed on this computer, then choose it under Settings, Connection.',
    retry: false,
  },
  'client-certificate-refused': {
    happened: 'The server does not accept the certificate that this connection presents.',
    todo: 'Choose another under Settings, Connection, or ask whoever runs the server which one it accepts.',
    retry: false,
  },
  'client-certificate-key': {
    happened: 'The private key of the certificate that this connection presents can’t be used.',
    means: 'Its smart card or token may be away, or locked.',
    todo: 'Put it in or unlock it, then try again.',
    retry: true,
  },
  'client-certificate-elsewhere': {
    happened: 'A server asks for a certificate of this computer and gets none.',
    means:
      'The connection’s certificate is for its identity and its SCIM service alone, and not for where people come from.',
    todo: 'Ask whoever runs that server to let this computer in without one.',
    retry: false,
  },
  'certificate-unknown': {
    happened: 'The server’s certificate comes from an authority that this computer does not know.',
    means: 'Nothing was sent to the server.',
    todo: 'Choose your certificate authority’s file where the server is set, or have it installed on this computer.',
    retry: false,
  },
  'certificate-expired': {
    happened: 'The server’s certificate is not valid at this time.',
    means: 'Nothing was sent to the server.',
    todo: 'Have the certificate renewed, and check the date of this computer.',
    retry: false,
  },
  'certificate-name': {
    happened: 'The server’s certificate is for another name.',
    means: 'Nothing was sent to the server.',
    todo: 'Enter the server by a name that its certificate holds.',
    retry: false,
  },
  'certificate-file': {
    happened: 'This file holds no certificate.',
    todo: 'Choose a file in PEM form: it has a line -----BEGIN CERTIFICATE-----.',
    retry: false,
  },
  'encryption-missing': {
    happened: 'The server does not answer with encryption this way.',
    means: 'Nothing was sent to the server.',
    todo: 'Check the port, and choose between LDAPS and StartTLS.',
    retry: false,
  },
} as const satisfies ErrorEntries
