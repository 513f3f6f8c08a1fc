import fc from 'fast-check'
import { compileExpression } from '../../../shared/expression/compile.ts'
import { expressionFunctions } from '../../../shared/expression/functions.ts'
import { parseExpression } from '../../../shared/expression/parse.ts'
import { most, type Span } from '../../../shared/expression/tree.ts'
import { readMappingFile, writeMappingFile } from '../../../shared/mapping/mapping-file.ts'
import { ruleProblems } from '../../../shared/mapping/rule-problems.ts'
import { personAttributes } from '../../../shared/model/person.ts'
import { person } from '../../support/workspace-desk.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, mutated, pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const calls = expressionFunctions.map(({ name }) => `${name}(`)
const expressionText = fc.oneof(
  {
    weight: 5,
    arbitrary: pieces(
      ...calls,
      ...calls,
      ...personAttributes,
      '(',
      ')',
      ',',
      '"a"',
      '""',
      '"',
      '[',
      ']',
      '-1',
      '99',
      ' ',
    ),
  },
  { weight: 1, arbitrary: anyText },
  // Longer and deeper than any may be.
  { weight: 1, arbitrary: fc.nat(1_500).map((deep) => `${'lower('.repeat(deep)}title${')'.repeat(deep)}`) },
)

const ada = person('Ada', {
  attributes: { title: 'Dr\u0130', department: '\ud800 Sales' },
  more: { 'Cost centre': '42' },
})

function standsIn(text: string, { start, end }: Span): void {
  must(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length, 'A problem is not in the text.')
}

function expressionHolds(text: string): void {
  const { expression, problems } = parseExpression(text, ['Cost centre'])
  must((expression === null) === problems.length > 0, 'An expression is neither read nor refused.')
  for (const problem of problems) {
    must(problem.sentence !== '', 'A problem says nothing.')
    standsIn(text, problem)
  }
  if (expression !== null) must(compileExpression(expression)(ada).length <= most.result + 1, 'A value has no end.')
}

const sound = {
  format: 'muster-mapping',
  version: 1,
  rules: [
    { to: 'userName', from: 'lower(userName)', whenEmpty: 'leave' },
    { to: 'emails[type eq "work"].value', from: 'email', otherwise: 'none@contoso.example', when: 'create' },
    { to: 'title', from: [{ attribute: 'title' }, { constant: '–' }] },
    { to: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', from: 'manager' },
  ],
}
const fileText = fc.oneof(
  {
    weight: 3,
    arbitrary: mutated(sound, fc.oneof(anyJson, expressionText)).map((value) => JSON.stringify(value, null, 2) ?? ''),
  },
  { weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value) ?? '') },
  // Cut off, or with something in the midst of it.
  fc.tuple(fc.nat(700), anyText).map(([at, noise]) => {
    const text = JSON.stringify(sound, null, 2)
    return `${text.slice(0, at)}${noise}${text.slice(at)}`
  }),
  anyText,
)

async function fileHolds(text: string): Promise<void> {
  const mapping = await orRefused(() => readMappingFile(text), { codes: /^mapping-file$/, placed: ['mapping-file'] })
  if (mapping === null) return
  for (const { rule, field, sentence, span } of ruleProblems(mapping, ['Cost centre'])) {
    must(sentence !== '', 'A problem says nothing.')
    must(rule === null || mapping.rules[rule] !== undefined, 'A problem is about no rule.')
    const written = rule === null ? null : (mapping.rules[rule]?.[field] ?? '')
    if (span !== null) standsIn(written ?? '', span)
  }
  const again = readMappingFile(writeMappingFile(mapping))
  must(JSON.stringify(again) === JSON.stringify(mapping), 'A mapping is not read as it was written.')
}

/**
 * Expressions as they are typed, and mappings out of files: each is read, or refused with a place that is in it, and no value
 * has no end.
 */
export const mappings: Boundary = boundary({
  name: 'mappings',
  cost: 2,
  inputs: fc.record({ expression: expressionText, file: fileText }),
  open: plainly(async ({ expression, file }: { expression: string; file: string }) => {
    expressionHolds(expression)
    await fileHolds(file)
  }),
})
