import type { Dialog } from 'electron'
import type { DialogMethod } from '../controls.ts'
import { runtime } from '../runtime.ts'
import { standIn } from '../stand-in.ts'

const answers = new Map<DialogMethod, unknown[]>()

/** Takes the answers that a test gives ahead of the question. */
export function takeAnswers(): void {
  runtime().controls.onMessage((message) => {
    if (message.t !== 'answer') return
    answers.set(message.method, [...(answers.get(message.method) ?? []), message.result])
  })
}

/** The next answer to a dialog. Dialogs have the window in front of their options, or not. */
function ask(method: DialogMethod, args: readonly unknown[]): unknown {
  const { record } = runtime()
  record({ kind: 'dialog', method, options: args.at(-1) })
  const waiting = answers.get(method) ?? []
  if (waiting.length === 0) throw new Error(`electron-host: dialog.${method} was called and nobody has answered it`)
  return waiting.shift()
}

/** Electron's `dialog`, answered by tests: the host has no dialogs of the platform's. */
export const dialog: Dialog = standIn<Dialog>('dialog', {
  showOpenDialog: async (...args: unknown[]) => ask('showOpenDialog', args) as Electron.OpenDialogReturnValue,
  showSaveDialog: async (...args: unknown[]) => ask('showSaveDialog', args) as Electron.SaveDialogReturnValue,
  showMessageBox: async (...args: unknown[]) => ask('showMessageBox', args) as Electron.MessageBoxReturnValue,
  showErrorBox: (title, content) => console.error(`${title}\n${content}`),
})
