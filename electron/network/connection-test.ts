import type { Connection } from '../../shared/model/connection.ts'
import type { ConnectionStep, ConnectionTest, StepPlace } from '../../shared/model/connection-test.ts'
import { operations } from '../../shared/scim/operations.ts'
import { t } from '../../shared/words/text.ts'
import { report } from '../ipc/report.ts'
import { createReach, type Found, NotReached, type Reach, type ReachParts, serverOf } from '../net/reach.ts'
import type { OpenConnections } from '../open-connections.ts'
import type { Clock, Log, Redactor } from '../ports.ts'
import { isAnswer } from '../scim/probes.ts'
import { createOidc } from '../session/oidc.ts'
import type { Network } from './network.ts'

/** How a test is followed and stopped. */
export interface TestHooks {
  readonly signal: AbortSignal
  /** Told before each step and at the end, with everything that was found so far. */
  readonly onProgress: (test: ConnectionTest) => void
}

/**
 * Tests a connection step by step, reading only. What fails is in the answer.
 * @throws MusterError `connection-not-found`, `vault-value-missing`, …, or the signal’s reason.
 */
export type TestConnection = (connection: string, hooks: TestHooks) => Promise<ConnectionTest>

/** What {@link createConnectionTest} needs. */
export interface ConnectionTestParts {
  readonly connections: { find(id: string): Connection }
  readonly open: Pick<OpenConnections, 'get'>
  readonly networkOf: (connection: string) => Promise<Network>
  readonly connect: ReachParts['connect']
  readonly clock: Clock
  readonly log: Log
  readonly redactor: Redactor
}

/** A step that is going to be done, once the steps that it needs have worked. */
interface Planned extends StepPlace {
  readonly needs: readonly Planned[]
  readonly work: (signal: AbortSignal) => Promise<Found>
}

/** See {@link TestConnection}. */
export function createConnectionTest(parts: ConnectionTestParts): TestConnection {
  const { connections, open, clock } = parts
  return async (connection, { signal, onProgress }) => {
    const { identity, scim } = connections.find(connection)
    const network = await parts.networkOf(connection)
    const opened = await open.get(connection)
    const reaches: Reach[] = []

    const [identityUrl, scimUrl] = [new URL(identity.authority), new URL(scim.baseUrl)]
    const [identityHost, scimHost] = [serverOf(identityUrl), serverOf(scimUrl)]
    const reach = (service: StepPlace['service'], url: URL): Planned[] => {
      const host = serverOf(url)
      const way = createReach(url, { ...network, connect: parts.connect })
      reaches.push(way)
      const steps: Planned[] = []
      for (const step of ['proxy', 'name', 'tcp', 'tls'] as const) {
        steps.push({ step, service, host, needs: steps.slice(-1), work: way[step] })
      }
      return steps
    }

    const oneServer = identityHost === scimHost
    const toIdentity = reach(oneServer ? 'both' : 'identity', identityUrl)
    const toScim = oneServer ? [] : reach('scim', scimUrl)
    const discovery: Planned = {
      step: 'discovery',
      service: 'identity',
      host: identityHost,
      needs: toIdentity.slice(-1),
      work: async (during) => {
        await createOidc({ identity, http: network.http, redactor: parts.redactor, clock }).discover(during)
        return { said: t('The OpenID provider describes itself.') }
      },
    }
    const token: Planned = {
      step: 'token',
      service: 'identity',
      host: identityHost,
      needs: [discovery],
      work: async () => {
        const { status } = opened.session.state()
        if (status !== 'signed-in') return { said: t('Sign in to test this and what follows.'), skipped: 'impossible' }
        await opened.session.tokens.current()
        return { said: t('There is an access token, or a new one was given.') }
      },
    }
    const needs = [...(oneServer ? toIdentity : toScim).slice(-1), token]
    const atScim = { service: 'scim', host: scimHost, needs } as const
    const config: Planned = {
      ...atScim,
      step: 'config',
      work: async (during) => {
        try {
          await opened.probe.send(operations.readConfig, { place: 'root' }, { signal: during })
          return { said: t('The service says what it supports.') }
        } catch (error) {
          // A service need not describe itself; that it answers is what counts here.
          if (!isAnswer(error) || error.code === 'scim-unauthorised') throw error
          return { said: t('The service does not describe itself; Muster finds out by reading.') }
        }
      },
    }
    const read: Planned = {
      ...atScim,
      step: 'read',
      work: async (during) => {
        const input = { startIndex: 1, count: 1 }
        const { value } = await opened.probe.send(operations.listUsers, input, { signal: during })
        const { totalResults } = value
        return {
          said:
            totalResults === null
              ? t('The service lists accounts.')
              : t('The service has {totalResults, plural, one {# account} other {# accounts}}.', { totalResults }),
        }
      },
    }

    const test: ConnectionTest = { at: clock.now(), steps: [], running: null }
    const ready = new Set<Planned>()
    try {
      for (const planned of [...toIdentity, discovery, token, ...toScim, config, read]) {
        signal.throwIfAborted()
        const { step, service, host } = planned
        onProgress({ ...test, steps: [...test.steps], running: { step, service, host } })
        test.steps.push(await carryOut(planned, ready, signal))
      }
    } finally {
      for (const way of reaches) way.end()
    }
    onProgress(test)
    return test
  }

  async function carryOut(planned: Planned, ready: Set<Planned>, signal: AbortSignal): Promise<ConnectionStep> {
    const { step, service, host, needs, work } = planned
    const place = { step, service, host, took: 0, chain: [], failure: null }
    if (!needs.every((need) => ready.has(need))) {
      return { ...place, outcome: 'skipped', said: t('Not tried: it needs a step that did not work.') }
    }
    const began = clock.now()
    const took = () => Math.max(0, clock.now() - began)
    try {
      const { said, chain = [], skipped } = await work(signal)
      if (skipped !== 'impossible') ready.add(planned)
      return { ...place, outcome: skipped ? 'skipped' : 'worked', took: took(), said, chain }
    } catch (error) {
      signal.throwIfAborted()
      const failure = report(parts, `connections.test ${step}`, error)
      const chain = error instanceof NotReached ? error.chain : []
      return { ...place, outcome: 'failed', took: took(), said: '', chain, failure }
    }
  }
}
