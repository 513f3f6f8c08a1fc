import type { ConnectionStepName, StepPlace } from '../model/connection-test.ts'
import { type Message, msg, texts } from './text.ts'

/** What each step of a test of a connection tries. */
export const connectionStepWords: Record<ConnectionStepName, Message> = {
  proxy: msg('Find the way'),
  name: msg('Resolve the name'),
  tcp: msg('Connect (TCP)'),
  tls: msg('Encrypt (TLS)'),
  discovery: msg('Read the OpenID discovery'),
  token: msg('Get an access token'),
  config: msg('Read ServiceProviderConfig'),
  read: msg('Read one account'),
}

/** What the servers of a connection are called. */
export const testedServiceWords: Record<StepPlace['service'], string> = texts({
  identity: 'Identity service',
  scim: 'SCIM service',
  both: 'Identity and SCIM service',
})
