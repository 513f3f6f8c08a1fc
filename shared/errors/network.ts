import type { ErrorEntries } from './entry.ts'

/** The way to a server. */
export const network = {
  offline: {
    happened: 'This computer is offline.',
    todo: 'Connect to the network; work goes on by itself.',
    retry: true,
  },
  timeout: { happened: 'The service did not answer in time.', todo: 'Try again in a moment.', retry: true },
  unreachable: {
    happened: 'The service can’t be reached.',
    todo: 'Check the address, the network and the proxy, then try again.',
    retry: true,
  },
  tls: {
    happened: 'The service’s certificate is not trusted by this computer.',
    todo: 'Ask your network team which certificate authority inspects this traffic.',
    retry: false,
  },
  'name-unknown': {
    happened: 'There is no server of this name.',
    means: 'This computer, or the network’s name service, does not know it.',
    todo: 'Check the address and the network, or ask your network team.',
    retry: true,
  },
  'port-refused': {
    happened: 'The server refuses the connection.',
    todo: 'Ask your network team whether this computer may reach it.',
    retry: true,
  },
  'proxy-unreachable': {
    happened: 'The proxy can’t be reached.',
    means: 'Requests leave this computer through it, so nothing gets out.',
    todo: 'Check the proxy under Settings, Connection, or ask your network team.',
    retry: true,
  },
  'proxy-refused': {
    happened: 'The proxy does not let this request pass.',
    todo: 'Ask your network team to allow this server.',
    retry: true,
  },
  'proxy-credentials': {
    happened: 'The proxy asks for a sign-in.',
    means: 'Nothing gets out until it knows you.',
    todo: 'Sign in to the proxy under Settings, Connection.',
    retry: true,
  },
  'network-field': {
    happened: 'The network settings can’t be used.',
    means: 'Those before are still in use.',
    todo: 'Correct them under Settings, Connection.',
    retry: false,
  },
  'redirect-refused': {
    happened: 'The service answered with a redirect, which Muster does not follow.',
    means: 'Following it could hand your access to another server.',
    todo: 'Check the address in the connection’s settings.',
    retry: false,
  },
  'reply-too-large': {
    happened: 'The service’s reply is too large to be right.',
    todo: 'Ask Nintex support.',
    retry: false,
  },
  'test-cancelled': { happened: 'The test was cancelled.', todo: 'Test again when you are ready.', retry: true },
} as const satisfies ErrorEntries
