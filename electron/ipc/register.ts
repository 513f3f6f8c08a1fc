import type { IpcMain } from 'electron'
import type { z } from 'zod'
import { channelOf, contract, type Handlers } from '../../shared/contract.ts'
import { MusterError } from '../../shared/errors.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { Log, Redactor } from '../ports.ts'
import { report } from './report.ts'
import { isOurs, type Sender } from './sender.ts'
import { fits } from './size.ts'

/** What the edge between window and main needs to know. */
export interface Edge {
  readonly ipc: Pick<IpcMain, 'handle' | 'removeAllListeners'>
  /** Id of our window's web contents; null while there is none. */
  readonly windowId: () => number | null
  /** Origin of our page: `app://muster`. */
  readonly origin: string
  readonly log: Log
  readonly redactor: Redactor
}

/** A call without the types of its own schemas, as the loop over the contract sees it. */
interface AnyCall {
  readonly input: z.ZodType
  readonly output: z.ZodType
}
type AnyHandler = (input: unknown) => unknown

/**
 * Registers every call of the contract: sender → size → input schema → handler → output schema → Result. What goes wrong
 * comes back as a value with a code and an id; the log line with that id holds the cause. Nothing is thrown to the window.
 */
export function registerCalls(edge: Edge, handlers: Handlers): void {
  for (const [group, calls] of Object.entries(contract)) {
    // The compiler has checked the pairing in `Handlers`; a loop over names can't carry it along.
    const implementations = handlers[group as keyof Handlers] as Record<string, AnyHandler>
    for (const [name, call] of Object.entries(calls) as [string, AnyCall][]) {
      const handler = implementations[name]
      if (!handler) throw new MusterError('internal', { where: `${group}.${name}` })
      edge.ipc.handle(channelOf(group, name), (event, ...args: unknown[]) =>
        answer(edge, `${group}.${name}`, event, args, call, handler),
      )
    }
  }
  // electron-store answers a channel of its own, for windows that open the store themselves. Ours never does.
  edge.ipc.removeAllListeners('electron-store-get-data')
}

async function answer(
  edge: Edge,
  name: string,
  event: Sender,
  args: readonly unknown[],
  call: AnyCall,
  handler: AnyHandler,
): Promise<Result<unknown>> {
  try {
    if (!isOurs(event, edge.windowId(), edge.origin)) throw new MusterError('ipc-sender', { where: name })
    const output = await handler(parseInput(name, args, call.input))
    const parsed = call.output.safeParse(output)
    if (!parsed.success) throw new MusterError('ipc-output', { where: name, cause: parsed.error })
    return success(parsed.data)
  } catch (error) {
    return failure(report(edge, name, error))
  }
}

function parseInput(name: string, args: readonly unknown[], schema: z.ZodType): unknown {
  if (args.length > 1 || !fits(args[0])) throw new MusterError('ipc-input', { where: name })
  const parsed = schema.safeParse(args[0])
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.')
  throw new MusterError('ipc-input', { where: field ? `${name} ${field}` : name, cause: parsed.error })
}
