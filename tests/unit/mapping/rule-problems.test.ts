import { expect, test } from 'vitest'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { absentName } from '../../../shared/mapping/absent-names.ts'
import { ruleProblems } from '../../../shared/mapping/rule-problems.ts'
import { type MappingRule, mappingRuleSchema, mappingSchema } from '../../../shared/model/mapping.ts'
import { sourceSummarySchema } from '../../../shared/model/source.ts'
import { rule } from '../../support/mapping-rule.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const name = rule('userName', 'userName')

test.each<[string, MappingRule[], string, RegExp]>([
  ['no path', [name, rule('nick name', 'office')], 'to', /Expected the end at character 5/],
  ['nothing', [name, rule('', 'office')], 'to', /^Say which attribute/],
  ['a URN that is none', [name, rule('urn:costCenter', 'office')], 'to', /schema URN/],
  ['a schema alone', [name, rule(enterprise, 'office')], 'to', /attribute name/],
  ['the same twice', [name, rule('title', 'title'), rule('TITLE', 'office')], 'to', /^Two rules fill TITLE/],
  [
    'two primaries',
    [name, rule('emails[type eq "work"].primary', '"true"'), rule('emails[type eq "home"].primary', '"true"')],
    'to',
    /which of the emails is the primary one/,
  ],
  ['no expression', [name, rule('title', 'lower(titel)')], 'from', /Did you mean title\?/],
  ['clearing what is needed', [{ ...name, whenEmpty: 'remove' }], 'whenEmpty', /can’t be cleared/],
  ['no sign-in name', [rule('title', 'title')], 'to', /^No rule fills userName/],
  [
    'a manager that is a text',
    [name, rule(`${enterprise}:manager.value`, '"boss"')],
    'from',
    /takes the id of an account/,
  ],
  [
    'a manager in a function',
    [name, rule(`${enterprise}:manager.value`, 'lower(manager)')],
    'from',
    /only stand alone/,
  ],
  ['a manager with a default', [name, rule('urn:a:b:boss', 'manager', { otherwise: 'x' })], 'otherwise', /no default/],
  ['a manager on create', [name, rule('urn:a:b:boss', 'manager', { when: 'create' })], 'when', /kept in step/],
  [
    'two managers',
    [name, rule('urn:a:b:boss', 'manager'), rule('urn:a:b:lead', 'Manager')],
    'from',
    /^Two rules give the manager/,
  ],
])('%s is told at the field', (_what, rules, field, sentence) => {
  expect(ruleProblems({ rules })[0]).toMatchObject({ field, sentence: expect.stringMatching(sentence) })
})

test('where in an expression something is wrong is told with it', () => {
  expect(ruleProblems({ rules: [name, rule('title', 'lower(titel)')] })).toMatchObject([
    { rule: 1, to: 'title', span: { start: 6, end: 11 } },
  ])
})

test('a further attribute that the source does not have is told, and the nearest it has', () => {
  expect(absentName('join(" ", [Cost center], office)', ['Cost center'])).toBeNull()
  expect(absentName('lower([cost centre])', ['Cost center'])).toBe(
    'The source has no [cost centre] now. Did you mean [Cost center]?',
  )
  expect(absentName('[Floor]', [])).toBe('The source has no [Floor] now.')
  expect(absentName('lower(', [])).toBeNull()
})

test('what every kind of source starts with has no problem', () => {
  const products = sourceSummarySchema.options.flatMap(({ shape: { product } }) =>
    'options' in product ? [...product.options] : [product.value],
  )
  expect(products).toContain('generic')
  for (const product of products) expect(ruleProblems(defaultMappingOf(product))).toEqual([])
})

test('rules of Muster before expressions are read as the expressions they stand for', () => {
  const old = { to: 'externalId', otherwise: null, when: 'always' }
  const from = (tried: object[]) => mappingRuleSchema.parse({ ...old, from: tried }).from
  expect(from([{ attribute: 'title' }])).toBe('title')
  expect(from([{ constant: 'say "hi"' }])).toBe('"say ""hi"""')
  expect(from([{ attribute: 'externalId' }, { attribute: 'employeeNumber' }, { constant: 'x' }])).toBe(
    'first(externalId, employeeNumber, "x")',
  )
  expect(from([{ attribute: 'manager' }, { constant: 'x' }])).toBe('manager')
  expect(mappingSchema.parse(mappingSchema.parse({ rules: [{ ...old, from: [{ attribute: 'title' }] }] }))).toEqual({
    rules: [rule('externalId', 'title')],
  })
})
