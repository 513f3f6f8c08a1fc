import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import type { ToHost, ToLauncher } from '../electron-host/controls.ts'
import { projectFolder } from './fresh-build.ts'
import type { RunningApp, StartOptions } from './launch.ts'

/** How long an app that was asked to quit may take, in milliseconds, before it is made to. */
const quitLimit = 15_000

/** Where the app's page is in Chromium; see tests/electron-host/schemes.ts. */
const pageOrigin = 'http://muster.app.localhost/'

/** Starts Muster on the stand-in: one process with main and the host in it, and the Chromium that it drives. */
export async function startOnChromium({ app, args, env, openUrl }: StartOptions): Promise<RunningApp> {
  const child = spawn(process.execPath, [join(projectFolder, 'tests/electron-host/boot.ts'), app, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env,
  })
  const said = collect(child)
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  const failed = exited.then(() => Promise.reject(new Error(`Muster ended before its window opened.\n${said()}`)))
  failed.catch(() => undefined)

  const browser = Promise.withResolvers<Browser>()
  const shown = Promise.withResolvers<void>()
  shown.promise.catch(() => undefined)
  browser.promise.catch(() => undefined)
  let connection: Browser | undefined
  let chromiumPid = 0
  child.on('message', (message: ToLauncher) => {
    if (message.t === 'browser') {
      chromiumPid = message.pid
      // Local: files are chosen by their path, as a person does, instead of being copied into the page.
      const connected = chromium.connectOverCDP(message.endpoint ?? '', { isLocal: true })
      connected.then(browser.resolve, browser.reject)
    } else if (message.t === 'window') shown.resolve()
    else if (message.t === 'window-failed') shown.reject(new Error(`Muster’s window did not load: ${message.reason}`))
    else openUrl(message.url)
  })
  const tell = (message: ToHost) => {
    if (child.connected) child.send(message)
  }
  const end = async () => {
    child.kill('SIGKILL')
    if (chromiumPid > 0) killGroup(chromiumPid)
    await exited
    await connection?.close().catch(() => undefined)
  }

  try {
    const connected = await Promise.race([browser.promise, failed])
    connection = connected
    await Promise.race([shown.promise, failed])
    const window = await Promise.race([ownPage(connected), failed])
    return {
      window,
      close: async () => {
        tell({ t: 'quit' })
        const limit = setTimeout(() => child.kill('SIGKILL'), quitLimit)
        await exited
        clearTimeout(limit)
        await end()
      },
      kill: end,
      answerDialog: async (method, result) => tell({ t: 'answer', method, result }),
      windowProcess: () => busiestRenderer(connected),
      mainProcess: async () => child.pid ?? 0,
      clickNotification: async (title) => tell({ t: 'click-notification', title }),
      clickMenu: async (id) => tell({ t: 'click-menu', id }),
      focus: async (focused) => tell({ t: 'focus', focused }),
      wake: async () => tell({ t: 'wake' }),
      network: async (online) => tell({ t: 'network', online }),
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** The window's page; Playwright may come to know of it a moment after the host. */
async function ownPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no browser context.')
  const isOwn = (page: Page) => page.url().startsWith(pageOrigin)
  // Asked again and again instead of waiting for the event: a page may be announced before it has its address.
  const limit = Date.now() + 30_000
  for (;;) {
    const own = context.pages().find(isOwn)
    if (own) return own
    if (Date.now() > limit) throw new Error('Muster’s window did not show up in Chromium.')
    await sleep(20)
  }
}

/** Chromium does not say which process draws a page; the others keep one idle, for a page that may come. */
async function busiestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const [busiest] = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)
  if (!busiest) throw new Error('Chromium has no process for the window.')
  return busiest.id
}

/** The end of what a process said, for the message when it fails. */
function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-8000)
    })
  }
  return () => text
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // It has gone by itself: its pipe closed.
  }
}
