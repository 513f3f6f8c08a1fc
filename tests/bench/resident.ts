import { execFileSync } from 'node:child_process'

/** What a process has in memory now, in MB. @throws Error where the system has no `ps`, or no such process. */
export const residentOf = (pid: number): number =>
  (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6
