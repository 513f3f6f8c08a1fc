import { appendFileSync } from 'node:fs'

/** Something that crossed a border while the app ran. */
export type RecordLine =
  | { kind: 'ipc'; direction: 'to-main' | 'to-window'; channel: string; payload: unknown }
  | { kind: 'request'; url: string; type: string; outcome: 'served' | 'cancelled' | 'continued' | 'prevented' }
  | { kind: 'violation'; directive: string; blocked: string }
  | { kind: 'console'; level: string; text: string }
  | { kind: 'dialog'; method: string; options: unknown }
  | { kind: 'shown-in-folder'; path: string }
  | { kind: 'opened-path'; path: string }
  | { kind: 'notification'; title: string; body: string }
  | { kind: 'progress-bar'; value: number; mode: string }
  | { kind: 'focused' }

/** Notes a line. */
export type Recorder = (line: RecordLine) => void

/**
 * Writes each line as JSON to a file at once, so that a killed process leaves everything it did; without a file it does
 * nothing.
 */
export function createRecorder(file: string | undefined): Recorder {
  if (!file) return () => undefined
  return (line) => appendFileSync(file, `${JSON.stringify(line)}\n`)
}
