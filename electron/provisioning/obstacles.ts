import { MusterError } from '../../shared/errors.ts'
import type { RunStatus } from '../../shared/model/run.ts'
import type { Clock } from '../ports.ts'
import type { AccountService } from './account-service.ts'
import type { SessionWatch } from './workspace-types.ts'

/** What a run waits for because of something that is no fault of the change: it passes by itself or by a sign-in. */
export type Wait = Extract<RunStatus, 'waiting-for-sign-in' | 'waiting-for-network'>

/** Lets every change of a run wait for the same obstacle to go. */
export interface Obstacles {
  /** What is waited for now; null when nothing is. */
  readonly waiting: Wait | null
  /** How often the service has answered; a change that fails while others get answers has a problem of its own. */
  readonly answers: number
  /**
   * Waits until what an error speaks of is gone; rejects with the signal's reason when the run is stopped meanwhile.
   * @param times how often this same change has been held up before.
   * @param signIn what {@link signIn} was when the refused request left.
   */
  wait(error: MusterError, times: number, signIn: number | null, signal: AbortSignal): Promise<void>
  /** Tells one sign-in from another. */
  readonly signIn: number | null
  /** The service has answered: the network is there. */
  answered(): void
}

/** Which obstacle an error speaks of; null when it is about the change itself. */
export function obstacleOf(error: unknown): Wait | null {
  if (!(error instanceof MusterError)) return null
  switch (error.code) {
    case 'signed-out':
    case 'session-expired':
    case 'client-refused':
    case 'scim-unauthorised':
      return 'waiting-for-sign-in'
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'authority-unreachable':
    case 'proxy-unreachable':
    case 'proxy-refused':
    case 'proxy-credentials':
    case 'client-certificate-wanted':
    case 'client-certificate-none':
    case 'client-certificate-gone':
    case 'client-certificate-expired':
    case 'client-certificate-refused':
    case 'client-certificate-key':
      return 'waiting-for-network'
    default:
      return null
  }
}

/** The longest time between two looks whether the network is back, in milliseconds. */
const longest = 15_000

/** No obstacle yet. `onChange` is told when a wait begins or ends. */
export function createObstacles(
  { clock, session, service }: { clock: Clock; session: SessionWatch; service: Pick<AccountService, 'reach'> },
  onChange: (waiting: Wait | null) => void,
): Obstacles {
  let waiting: Wait | null = null
  let answers = 0
  const set = (next: Wait | null): void => {
    if (next === waiting) return
    waiting = next
    onChange(next)
  }

  function answered(): void {
    answers++
    if (waiting === 'waiting-for-network') set(null)
  }

  /** Without it, the last change left, whose every request gets no reply, would pass for a network that is down. */
  async function lookForNetwork(signal: AbortSignal): Promise<void> {
    if (waiting !== 'waiting-for-network') return
    try {
      await service.reach({ signal })
      answered()
    } catch {
      // Not there yet: the change itself will find out again.
    }
  }

  /** Resolves when signed in, by another sign-in than the one that was refused. */
  async function signedIn(refused: number | null, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = (): void => {
      const { status, signedInAt } = session.state()
      if (status === 'signed-in' && (refused === null || signedInAt !== refused)) resolve()
    }
    const stop = (): void => reject(signal.reason)
    const unwatch = session.onChange(look)
    signal.addEventListener('abort', stop, { once: true })
    try {
      if (signal.aborted) stop()
      look()
      await promise
    } finally {
      unwatch()
      signal.removeEventListener('abort', stop)
    }
  }

  return {
    get waiting() {
      return waiting
    },
    get answers() {
      return answers
    },
    get signIn() {
      return session.state().signedInAt
    },
    answered,
    wait: async (error, times, signIn, signal) => {
      const kind = obstacleOf(error)
      set(kind)
      if (kind === 'waiting-for-network') {
        await clock.sleep(Math.min(longest, 500 * 2 ** Math.min(times, 6)), signal)
        return lookForNetwork(signal)
      }
      // A token that was refused although the session is up needs another sign-in; without one nothing would change.
      await signedIn(error.code === 'scim-unauthorised' ? signIn : null, signal)
      // A session that says it is signed in and gives no token must not be asked in a tight loop.
      if (times > 0) await clock.sleep(500, signal)
      if (waiting === 'waiting-for-sign-in') set(null)
    },
  }
}
