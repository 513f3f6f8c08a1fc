import type { Sandbox } from '../sandbox/sandbox.ts'

/** Where the main job is walked: what `walkMainJob` of tests/e2e/main-job.ts takes. */
export interface WalkPlace {
  readonly sandbox: Sandbox
  readonly userData: string
  /** Goes to `launchMuster`; holds MUSTER_DEMO in the demo, so that the sample tenant is offered. */
  readonly env: Readonly<Record<string, string>>
  /** Folder for the screenshots; made when it is missing. */
  readonly screenshots: string
  /** Tells the person at the terminal what has been done. */
  readonly say: (line: string) => void
}
