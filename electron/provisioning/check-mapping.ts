import { MusterError } from '../../shared/errors.ts'
import { ruleProblems } from '../../shared/mapping/rule-problems.ts'
import type { Mapping } from '../../shared/model/mapping.ts'

/**
 * Refuses a mapping that can't be used, by the first thing that keeps it from being used.
 * @throws MusterError `path-invalid` for what is no attribute path, `mapping-invalid` for everything else.
 */
export function checkMapping(mapping: Mapping): void {
  const [problem] = ruleProblems(mapping)
  if (problem !== undefined) throw new MusterError(problem.code, { where: problem.to, detail: problem.sentence })
}
