import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { SourceSettings } from '../../../shared/model/source-settings.ts'
import { type SourceTest, type TestStep, testSteps } from '../../../shared/model/source-test.ts'
import { createTeller, type PeopleReading } from '../../people-reading.ts'
import type { Clock, Log, Redactor } from '../../ports.ts'
import type { SourceSetup } from '../../source-setup.ts'
import type { Emit } from '../emit.ts'
import { report } from '../report.ts'
import type { Sealing } from '../sealed.ts'
import type { Trying } from '../trying.ts'

/** What the calls about where people come from need. */
export interface SourceParts {
  readonly reading: PeopleReading
  readonly setup: SourceSetup
  readonly trying: Trying
  readonly sealing: Promise<Sealing>
  readonly clock: Clock
  readonly log: Log
  readonly redactor: Redactor
  readonly emit: Emit
}

type Tried = Parameters<Handlers['source']['test']>[0]

/** `source.*`, as far as it is about setting a source up and about readings under way. */
export function sourceHandlers(
  parts: SourceParts,
): Pick<Handlers['source'], 'settings' | 'test' | 'count' | 'connect' | 'reading' | 'cancel'> {
  const { reading, setup, trying, emit, clock } = parts

  const opened = async ({ connection, settings, secret }: Tried) => ({
    connection,
    settings,
    secret: secret === null ? null : (await parts.sealing).open(secret),
  })

  return {
    settings: ({ connection }) => setup.shown(connection),
    reading: ({ connection }) => reading.progress(connection),
    connect: async (input) => setup.connect(await opened(input)),
    cancel: ({ connection, what }) => {
      if (what === 'reading') reading.cancel(connection)
      else trying.stop(connection)
      return null
    },
    count: (input) =>
      trying.alone(input.connection, async (signal) => {
        const { connection } = input
        const tell = createTeller(clock, (progress) =>
          emit('source.progress', { connection, what: 'counting', progress }),
        )
        const onProgress = ({ done, total }: { done: number; total: number | null }) => tell.now({ done, of: total })
        try {
          return await setup.count(await opened(input), { signal, onProgress })
        } finally {
          tell.end()
        }
      }),
    test: (input) =>
      trying.alone(input.connection, async (signal) => {
        const steps: SourceTest['steps'] = []
        const onStep = (step: TestStep, said: string) => steps.push({ step, said, failure: null })
        try {
          return { steps, found: await setup.test(await opened(input), { signal, onStep }) }
        } catch (error) {
          signal.throwIfAborted()
          const step = failedStep(input.settings.kind, steps.at(-1)?.step, error)
          steps.push({ step, said: '', failure: report(parts, 'source.test', error) })
          return { steps, found: null }
        }
      }),
  }
}

/** The step that an error ended: what it says itself, else the one after the last that worked. */
function failedStep(kind: SourceSettings['kind'], last: TestStep | undefined, error: unknown): TestStep {
  if (error instanceof MusterError && kind === 'scim') {
    if (error.code === 'source-credentials' || error.code === 'source-secret-missing') return 'sign-in'
    if (error.code === 'source-filter') return 'search'
  }
  const next = last === undefined ? 0 : testSteps.indexOf(last) + 1
  return testSteps[next] ?? 'attributes'
}
