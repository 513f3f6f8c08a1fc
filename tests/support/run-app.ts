import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from '../electron-host/runtime.ts'
import { electronBinary } from './electron-binary.ts'
import { projectFolder } from './fresh-build.ts'

/** True where a person could see Muster's window. */
export const canShowWindow = (): boolean => hasDisplay()

/** Opens Muster for a person, says in one line what runs it, and gives its exit code once it has been closed. */
export async function runApp(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const binary = electronBinary()
  console.log(
    binary
      ? 'Muster runs on Electron.'
      : 'Muster runs in Chromium, through tests/electron-host: Electron’s binary was not downloaded.',
  )
  const host = [join(projectFolder, 'tests/electron-host/boot.ts'), projectFolder]
  const child = binary
    ? spawn(binary, [projectFolder, ...args], { stdio: 'inherit', env })
    : spawn(process.execPath, [...host, ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
