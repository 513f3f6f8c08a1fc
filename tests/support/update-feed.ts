import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A version that is offered. */
export interface OfferedVersion {
  readonly version: string
  /** What the installer is. */
  readonly content: string
  /** Which channels offer it; the stable one when left out. */
  readonly channels?: readonly ('latest' | 'beta')[]
  /** Another name or address of its file. */
  readonly url?: string
  /** What comes in place of the file that was described. */
  readonly served?: string
}

/** A place of updates on this computer, as electron-builder lays one out. */
export interface UpdateFeed {
  readonly url: string
  offer(offered: OfferedVersion): void
  /** Files are begun and held back, until the returned function is called. */
  hold(): () => void
  /** What was asked for: paths without their queries, and headers. */
  readonly asked: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[]
  stop(): Promise<void>
}

/** The `app-update.yml` of an installation that is updated from there. */
export const updateConfig = (feed: string): string =>
  `provider: generic\nurl: ${feed}\nupdaterCacheDirName: muster-updater\n`

/** Serves versions for Linux to electron-updater, over plain http on a loopback address. */
export async function startUpdateFeed(): Promise<UpdateFeed> {
  const files = new Map<string, string>()
  const asked: UpdateFeed['asked'] = []
  let released: Promise<void> | null = null

  async function answer(reply: ServerResponse, content: string, isFile: boolean): Promise<void> {
    reply.writeHead(200, { 'content-length': Buffer.byteLength(content) })
    if (!isFile || released === null) return void reply.end(content)
    const [some, half] = [Math.floor(content.length / 4), Math.floor(content.length / 2)]
    reply.write(content.slice(0, some))
    // The updater tells of its progress once a second.
    await sleep(1100)
    reply.write(content.slice(some, half))
    await released
    reply.end(content.slice(half))
  }

  const server = createServer(({ url = '', headers }, reply) => {
    const path = url.split('?')[0]?.slice(1) ?? ''
    asked.push({ path, headers })
    const content = files.get(path)
    if (content === undefined) reply.writeHead(404).end()
    else void answer(reply, content, !path.endsWith('.yml'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    offer: ({ version, content, channels = ['latest'], url = `Muster-${version}.AppImage`, served = content }) => {
      const sha512 = createHash('sha512').update(content).digest('base64')
      const file = { url, sha512, size: Buffer.byteLength(content) }
      // JSON is YAML.
      const text = JSON.stringify({
        version,
        files: [file],
        path: url,
        sha512,
        releaseDate: '2026-11-26T00:00:00.000Z',
      })
      for (const channel of channels) files.set(`${channel}-linux.yml`, text)
      files.set(url, served)
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      released = promise
      return () => {
        released = null
        resolve()
      }
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
