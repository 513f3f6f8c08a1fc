import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A Secret Service of its own: a D-Bus session with gnome-keyring in it. */
export interface Keyring {
  /** What a process needs in its environment to use it. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string }
  /** Ends both daemons. What was stored stays, for the next keyring of the same name. */
  stop(): Promise<void>
}

/**
 * Starts the bus, then the keyring, unlocked; says `ready` once the Secret Service has its name on the bus. Both end when
 * standard input does: when the process that holds the other end stops, however it stops.
 */
const script = `
address=unix:path=$XDG_RUNTIME_DIR/bus
export DBUS_SESSION_BUS_ADDRESS=$address
rm -f "$XDG_RUNTIME_DIR/bus"
dbus-daemon --session --nofork --nopidfile --address="$address" 2>/dev/null & bus=$!
until [ -S "$XDG_RUNTIME_DIR/bus" ]; do kill -0 $bus || exit 1; sleep 0.01; done
printf muster | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & keyring=$!
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \\
  string:org.freedesktop.secrets 2>/dev/null | grep -q true; do kill -0 $keyring || exit 1; sleep 0.01; done
echo ready
cat >/dev/null
kill $keyring $bus
wait
`

/** A bus address that nothing answers at, for running without any Secret Service. */
export const noBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } as const

const running = new Map<string, Promise<Keyring>>()

/**
 * The keyring of a user-data folder; a second call joins the first. It lives in a home and a runtime folder of its own,
 * outside the user-data folder and the same for it each time, so that a restarted app finds its secrets again.
 */
export function keyringFor(userData: string): Promise<Keyring> {
  const name = createHash('sha256').update(resolve(userData)).digest('hex').slice(0, 12)
  const known = running.get(name)
  if (known !== undefined) return known
  const started = startKeyring(join(tmpdir(), `muster-keyring-${name}`), () => running.delete(name))
  running.set(name, started)
  return started
}

/** Starts a keyring in a folder. @throws Error when dbus or gnome-keyring can't be started. */
export async function startKeyring(folder: string, onEnd: () => void = () => undefined): Promise<Keyring> {
  const home = join(folder, 'home')
  const runtime = join(folder, 'run')
  for (const path of [folder, home, runtime]) mkdirSync(path, { recursive: true, mode: 0o700 })
  const child = spawn('sh', ['-c', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: runtime },
    detached: true,
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done())).finally(onEnd)
  await untilReady(child)
  letGo(child)
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${runtime}/bus` },
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('ready')) done()
  })
  child.once('error', reject)
  child.once('exit', () => reject(new Error('The keyring did not start: are dbus and gnome-keyring installed?')))
  return promise
}

/** Lets this process end while the keyring runs: its end is what ends the keyring. */
function letGo(child: ChildProcess): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout]) {
    // Pipes of a child are sockets; only their declared type does not say so.
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  }
}
