/*
 * What is told to the network team, in English in every language of Muster: it goes to people elsewhere.
 */
import { type ErrorCode, errorCatalogue } from './errors.ts'
import type { ConnectionStep, ConnectionStepName, ConnectionTest } from './model/connection-test.ts'
import { connectionStepWords } from './words/connection-test-words.ts'

/** The steps in which nothing but the network takes part. */
const ofTheNetwork: ReadonlySet<ConnectionStepName> = new Set(['proxy', 'name', 'tcp', 'tls'])

/** What to ask of the network team for each kind of failure; `host` is the server, `found` what was seen of it. */
const asks: Partial<Record<ErrorCode, (host: string, found: string) => string>> = {
  'name-unknown': (host) =>
    `The name of ${host} can’t be resolved on this computer. Please let it be resolved, or name a proxy that does.`,
  offline: (host) => `This computer reaches no network, or no name service, on the way to ${host}. Please check both.`,
  timeout: (host) =>
    `Packets to ${host} stay without an answer, as if a firewall dropped them. Please allow outgoing TCP to it.`,
  'port-refused': (host) => `Connections to ${host} are refused. Please allow outgoing TCP to it.`,
  unreachable: (host) => `Connections to ${host} are refused or cut. Please allow outgoing HTTPS to it.`,
  'authority-unreachable': (host) => `Requests to ${host} do not get through. Please allow outgoing HTTPS to it.`,
  'proxy-unreachable': (host, found) =>
    `The proxy on the way to ${host} can’t be reached${found}. Please check its address, or the PAC file that names it.`,
  'proxy-refused': (host, found) =>
    `The proxy refuses to connect to ${host}${found}. Please allow CONNECT to it for this user and computer.`,
  'proxy-credentials': (host, found) =>
    `The proxy on the way to ${host} asks for a sign-in${found}. Please tell me which account to use, or let this computer pass without one.`,
  'certificate-unknown': (host, found) =>
    `TLS to ${host} is answered with a certificate that this computer does not trust${found}. If you inspect this traffic, please install your authority on this computer, give me its file (PEM), or leave this server out of the inspection.`,
  'certificate-expired': (host, found) =>
    `The certificate that answers for ${host} is not valid at this time${found}. Please renew it, or check this computer’s clock.`,
  'certificate-name': (host, found) =>
    `The certificate that answers for ${host} is for another name${found}. Please check what answers in its place.`,
  'encryption-missing': (host) =>
    `The TLS handshake with ${host} breaks off. Please check what stands between, and allow TLS 1.2 and 1.3 to it.`,
  'client-certificate-none': (host) =>
    `${host} asks this computer for a certificate, and none is installed that it accepts. Please install one for this user, with its private key.`,
  'client-certificate-gone': (host) =>
    `${host} asks this computer for a certificate, and the one that Muster was told to present is not offered by its store. Please check whether it was removed, and whom ${host} accepts as its issuer.`,
  'client-certificate-expired': (host) =>
    `${host} asks this computer for a certificate, and the one that was in use has expired. Please install a new one for this user.`,
  'client-certificate-refused': (host) =>
    `${host} does not accept the certificate of this computer. Please tell me which one it accepts.`,
  tls: (host) =>
    `The certificate that answers for ${host} is not trusted. If you inspect this traffic, please install your authority on this computer, or leave this server out of the inspection.`,
}

/** What to ask of the network team about a step that failed; null where it is not the network's doing. */
export function networkAsk({ failure, host, chain }: ConnectionStep): string | null {
  const ask = failure && asks[failure.code]
  if (!ask) return null
  const [own] = chain
  const found = own ? `: it comes from “${own.issuer}”` : failure.detail ? ` (${failure.detail})` : ''
  return ask(host, found)
}

const marks = { worked: 'ok', failed: 'FAILED', skipped: 'skipped' } as const

/**
 * A test as a text for the network team: what is needed, what was asked for, and what each step found. No address below a
 * host, no account and no token is in it.
 */
export function networkTeamText(test: ConnectionTest): string {
  const hosts = [...new Set(test.steps.map(({ host }) => host))]
  const wanted = test.steps.flatMap((step) => networkAsk(step) ?? [])
  const lines = test.steps
    .filter(({ step, outcome }) => ofTheNetwork.has(step) || outcome !== 'skipped')
    .flatMap(({ step, host, outcome, took, said, failure, chain }) => [
      `- ${host}, ${connectionStepWords[step].message}: ${marks[outcome]}, ${Math.round(took)} ms. ${failure ? [errorCatalogue[failure.code].happened, failure.detail].filter(Boolean).join(' ') : ofTheNetwork.has(step) ? said : ''}`.trimEnd(),
      ...chain.map(({ subject, issuer, validUntil, fingerprint }) => {
        const until = new Date(validUntil).toISOString().slice(0, 10)
        return `    certificate ${subject}, from ${issuer}, valid until ${until}, SHA-256 ${fingerprint}`
      }),
    ])
  return [
    `Muster needs HTTPS from this computer to ${hosts.join(' and ')}.`,
    ...(wanted.length === 0 ? [] : ['', 'What to change:', ...wanted.map((one) => `- ${one}`)]),
    '',
    `What was found on ${new Date(test.at).toISOString()}:`,
    ...lines,
  ].join('\n')
}
