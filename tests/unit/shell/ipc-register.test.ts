import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { appOrigin, appPage } from '../../../electron/app-protocol.ts'
import { registerCalls } from '../../../electron/ipc/register.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { channelOf, contract, type Handlers } from '../../../shared/contract.ts'
import { errorCatalogue, MusterError } from '../../../shared/errors.ts'
import { shows } from '../../support/threats.ts'

type Listener = Parameters<IpcMain['handle']>[1]
type Frame = { url: string; parent: unknown } | null

const connection = '3f0e8c1e-5b4f-4c7e-9a41-2f6f0f4f9d11'
const windowId = 7
const ours: Frame = { url: appPage, parent: null }

/** What a fake window would send and what main's edge answers. */
function edge(overrides: Record<string, (input: never) => unknown> = {}) {
  const listeners = new Map<string, Listener>()
  const removed: string[] = []
  const lines: { level: string; message: string; data: Record<string, unknown> }[] = []
  const redactor = createRedactor()
  const called: string[] = []
  const log = (level: string) => (message: string, data?: Record<string, unknown>) => {
    lines.push({ level, message, data: data ?? {} })
  }
  const handlers = Object.fromEntries(
    Object.entries(contract).map(([group, calls]) => [
      group,
      Object.fromEntries(
        Object.keys(calls).map((name) => [
          name,
          (input: never) => {
            called.push(`${group}.${name}`)
            const override = overrides[`${group}.${name}`]
            return override ? override(input) : null
          },
        ]),
      ),
    ]),
  )
  registerCalls(
    {
      ipc: {
        handle: (channel, listener) => void listeners.set(channel, listener),
        removeAllListeners: (channel) => {
          removed.push(String(channel))
          return {} as IpcMain
        },
      },
      windowId: () => windowId,
      origin: appOrigin,
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      redactor,
    },
    // Built from the contract itself, so every call has one.
    handlers as unknown as Handlers,
  )
  const send = (channel: string, args: unknown[], frame: Frame = ours, sender = windowId) => {
    const event = { sender: { id: sender }, senderFrame: frame } as unknown as IpcMainInvokeEvent
    return listeners.get(channel)?.(event, ...args)
  }
  return { listeners, removed, lines, redactor, called, send }
}

const list = channelOf('connections', 'list')
const summary = channelOf('source', 'summary')

describe('registering', () => {
  test('answers exactly the channels of the contract', () => {
    const channels = Object.entries(contract).flatMap(([group, calls]) =>
      Object.keys(calls).map((name) => channelOf(group, name)),
    )
    expect([...edge().listeners.keys()].sort()).toEqual(channels.sort())
  })

  test('takes away the channel that electron-store opens by itself', () => {
    expect(edge().removed).toContain('electron-store-get-data')
  })
})

describe(shows('ipc-sender', 'the sender'), () => {
  const refused: [string, Frame, number][] = [
    ['an absent frame', null, windowId],
    ['a frame inside our page', { url: appPage, parent: {} }, windowId],
    ['another window', ours, windowId + 1],
    ['another origin', { url: 'https://muster/index.html', parent: null }, windowId],
    ['another host of our scheme', { url: 'app://elsewhere/index.html', parent: null }, windowId],
    ['an address that only begins like ours', { url: 'app://muster.example/', parent: null }, windowId],
    ['an address with no origin', { url: 'about:blank', parent: null }, windowId],
    ['an empty address', { url: '', parent: null }, windowId],
  ]
  test.each(refused)('is refused when it is %s, and no handler runs', async (_who, frame, sender) => {
    const { send, called, lines } = edge({ 'connections.list': () => [] })
    const result = await send(list, [undefined], frame, sender)
    expect(result).toMatchObject({ ok: false, error: { code: 'ipc-sender', where: 'connections.list' } })
    expect(called).toEqual([])
    expect(lines).toHaveLength(1)
  })

  test('is accepted when it is the main frame of our window at our origin', async () => {
    expect(await edge({ 'connections.list': () => [] }).send(list, [undefined])).toEqual({ ok: true, value: [] })
  })
})

describe(shows('ipc-input', 'the input'), () => {
  test.each([
    ['of the wrong type', [{ connection: 5 }], 'source.summary connection'],
    ['missing', [], 'source.summary'],
    ['two values', [{ connection }, 1], 'source.summary'],
  ])('is refused when it is %s', async (_what, args, where) => {
    const { send, called } = edge()
    expect(await send(summary, args)).toMatchObject({ ok: false, error: { code: 'ipc-input', where } })
    expect(called).toEqual([])
  })

  test('is refused before it is parsed when it is larger than the cap', async () => {
    const { send, called } = edge()
    const half = 'x'.repeat(33 * 1024 * 1024)
    expect(await send(summary, [{ connection, more: [half, half] }])).toMatchObject({ error: { code: 'ipc-input' } })
    expect(called).toEqual([])
  })

  test('does not come back in the failure, nor does the value that was wrong', async () => {
    const { send } = edge()
    const result = await send(summary, [{ connection: 'typed-by-mistake' }])
    expect(JSON.stringify(result)).not.toContain('typed-by-mistake')
  })
})

describe('a handler that fails', () => {
  let world: ReturnType<typeof edge>
  beforeEach(() => {
    world = edge({
      'source.summary': () => {
        throw new MusterError('file-unreadable', { where: '/x/people.csv', detail: 'EACCES top-secret-value' })
      },
      'connections.list': () => {
        throw new Error('not meant to be seen', { cause: new TypeError('deeper') })
      },
    })
  })

  test('comes back as its code with the words of the catalogue', async () => {
    const { happened, todo } = errorCatalogue['file-unreadable']
    expect(await world.send(summary, [{ connection }])).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable', happened, todo, where: '/x/people.csv' },
    })
  })

  test('comes back without the secrets that are in use', async () => {
    world.redactor.learn('top-secret-value')
    const result = await world.send(summary, [{ connection }])
    expect(JSON.stringify(result)).not.toContain('top-secret-value')
  })

  test('is internal when it was not expected, and its words and stack stay in main', async () => {
    const result = await world.send(list, [undefined])
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', detail: null, where: null } })
    expect(JSON.stringify(result)).not.toContain('not meant')
  })

  test('leaves a log line with the id of the failure and every cause', async () => {
    const result = await world.send(list, [undefined])
    expect(result).toMatchObject({ error: { id: world.lines[0]?.data.id } })
    expect(world.lines[0]?.level).toBe('error')
    const causes = JSON.stringify(world.lines[0]?.data.cause)
    expect(causes).toContain('not meant to be seen')
    expect(causes).toContain('TypeError: deeper')
  })
})

describe(shows('ipc-input', 'the output'), () => {
  test('that does not fit its schema is a failure and is not sent', async () => {
    const { send } = edge({ 'connections.list': () => [{ id: 'half a connection', token: 'leaks' }] })
    const result = await send(list, [undefined])
    expect(result).toMatchObject({ ok: false, error: { code: 'ipc-output' } })
    expect(JSON.stringify(result)).not.toContain('leaks')
  })

  test('loses what its schema does not name', async () => {
    const { send } = edge({ 'files.grant': () => ({ grant: 'g', name: 'people.csv', path: '/home/dana/people.csv' }) })
    expect(await send(channelOf('files', 'grant'), ['/home/dana/people.csv'])).toEqual({
      ok: true,
      value: { grant: 'g', name: 'people.csv' },
    })
  })
})
