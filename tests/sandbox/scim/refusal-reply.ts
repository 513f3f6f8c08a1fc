import { STATUS_CODES } from 'node:http'
import type { Quirks } from '../quirks.ts'
import type { Answer } from './directory.ts'
import { Refusal } from './refusal.ts'

const reply = (status: number, type: string, body: string, headers: Readonly<Record<string, string>>): Answer => ({
  status,
  body,
  headers: { ...headers, 'content-type': type },
})

/** An error as this service words it, given the switches. What is not a Refusal is a bug of the sandbox: 500 and a trace. */
export function refusalReply(error: unknown, quirks: Quirks): Answer {
  if (!(error instanceof Refusal)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return refusalReply(new Refusal(500, 'The sandbox itself failed; see its error output.'), quirks)
  }
  const { status, headers } = error
  const phrase = STATUS_CODES[status] ?? 'Error'
  if (status === 401 && quirks.has('plain-401')) return reply(401, 'text/plain', 'Unauthorized', {})
  if (quirks.has('html-errors')) {
    const page = `<!doctype html><html><head><title>${status} ${phrase}</title></head><body><h1>${phrase}</h1></body></html>`
    return reply(status, 'text/html', page, headers)
  }
  if (quirks.has('empty-errors')) return { status, body: '', headers: { ...headers, 'content-type': 'text/plain' } }
  const message = error.toScim()
  const body = quirks.has('detail-array') ? { ...message, detail: [error.message] } : message
  return { status, body: JSON.stringify(body), headers }
}
