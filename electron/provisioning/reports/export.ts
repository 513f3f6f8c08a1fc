import { MusterError } from '../../../shared/errors.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunSummary } from '../../../shared/model/run.ts'
import { targetWords } from '../../../shared/words/plan-words.ts'
import { inChunks } from './chunks.ts'
import type { ReportParts } from './evidence.ts'
import { planCsv } from './plan-csv.ts'
import { planHtml } from './plan-html.ts'
import { runCsv } from './run-csv.ts'
import { runHtml } from './run-html.ts'
import { runJson } from './run-json.ts'

/** Something to be saved as a file. */
export interface Exported {
  /** A good name for the file. */
  readonly name: string
  /** What goes into it, made while it is walked; once. */
  readonly chunks: AsyncIterable<string>
}

const runFormats = { html: runHtml, csv: runCsv, json: runJson } as const
const planFormats = { html: planHtml, csv: planCsv } as const

/** A run as a file. @throws MusterError `run-active` while it has not ended, `plan-not-found` */
export function exportRun(run: RunSummary, format: keyof typeof runFormats, parts: ReportParts): Exported {
  if (run.endedAt === null) throw new MusterError('run-active')
  const header = parts.plans.get(run.id)
  if (header === null) throw new MusterError('plan-not-found')
  const pieces = runFormats[format]({ run, plan: header.summary }, parts)
  return { name: fileName('run', run.id, run.startedAt, format, parts), chunks: inChunks(pieces) }
}

/** A plan as a file, for somebody else to approve. Walking it throws `plan-changed` when it is altered meanwhile. */
export function exportPlan(plan: PlanSummary, format: keyof typeof planFormats, parts: ReportParts): Exported {
  function* pieces() {
    yield* planFormats[format](plan, parts)
    // The hash in the file has to be that of the changes in it.
    if (parts.plans.get(plan.id)?.summary.hash !== plan.hash) throw new MusterError('plan-changed')
  }
  return { name: fileName('plan', plan.id, plan.frozenAt, format, parts), chunks: inChunks(pieces()) }
}

/** A mapping as a file, from its text. */
export function exportedMapping(text: string, parts: Pick<ReportParts, 'connection' | 'clock'>): Exported {
  return { name: `${fileStem(parts.clock.now(), parts)} mapping.json`, chunks: inChunks([text]) }
}

/** `2026-11-25 Contoso Production run 7f3a91.html`: sorts by day, and holds nothing that a file system refuses. */
function fileName(what: string, id: string, at: number, format: string, parts: ReportParts): string {
  return `${fileStem(at, parts)} ${what} ${id}.${format}`
}

/** The day, and whose file it is. */
function fileStem(at: number, { connection }: Pick<ReportParts, 'connection'>): string {
  const day = new Date(at)
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'))
  const target = targetWords(connection())
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${date.join('-')} ${target.slice(0, 60)}`
}
