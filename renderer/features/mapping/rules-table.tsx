import { Table, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import type { RuleProblem } from '../../../shared/mapping/rule-problems.ts'
import type { MappingRule } from '../../../shared/model/mapping.ts'
import type { MappingCounts, MappingPreview } from '../../../shared/model/mapping-preview.ts'
import type { Unplanned } from '../../../shared/model/service-schema.ts'
import { attributeWords, personAttributeWords, shortPath } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import words from '../../components/words.module.css'
import section from '../settings/section.module.css'
import { Heads } from '../settings/section.tsx'
import { effectWords } from './effect-words.ts'
import classes from './mapping.module.css'
import { constantOf, type DraftRule } from './rules.ts'

/** Where a rule's value comes from. */
function From({ rule, origin }: DraftRule) {
  if (rule.from === '') return <span className={words.quiet}>{t('Not said yet')}</span>
  if (origin === 'constant') return <>{t('“{text}”', { text: constantOf(rule.from) })}</>
  if (origin === 'expression') return <code className={classes.code}>{rule.from}</code>
  return <>{Object.entries(personAttributeWords).find(([name]) => name === rule.from)?.[1] ?? rule.from}</>
}

/** What a rule says beside where its value comes from: `Else “None” · Only on create`. */
const asides = ({ otherwise, when, whenEmpty }: MappingRule): string =>
  [
    otherwise === null ? '' : t('Else “{otherwise}”', { otherwise }),
    when === 'create' ? t('Only on create') : '',
    whenEmpty === 'remove' ? t('Cleared when empty') : '',
  ]
    .filter(Boolean)
    .join(' · ')

function Effect({ value }: { value: MappingPreview['values'][number] }) {
  const { effect } = value
  const loud = effect === 'not-pushed' || effect === 'invalid' || effect === 'waits'
  const change = effect === 'changes' || effect === 'sets' || effect === 'clears'
  return (
    <div className={`${classes.effect} ${loud ? words.warn : change ? words.strong : words.quiet}`}>
      {effectWords[effect]}
    </div>
  )
}

/** What of everybody a rule concerns: `12 change · 3 get nothing`. */
function Tally({ tally }: { tally: MappingCounts['rules'][number] | undefined }) {
  if (tally === undefined) return null
  return (
    <>
      <div>{tally.changes === 0 ? t('No change') : t('{count, number} change', { count: tally.changes })}</div>
      <div className={words.quiet}>
        {tally.nothing === 0 ? t('All get a value') : t('{count, number} get nothing', { count: tally.nothing })}
      </div>
    </>
  )
}

/** Every rule with what it gives the person who is looked at; the one that is opened is edited beneath its row. */
export function RulesTable(props: {
  rules: readonly DraftRule[]
  problems: readonly RuleProblem[]
  preview: MappingPreview | null
  counts: MappingCounts | null
  unplanned: readonly Unplanned[]
  open: number | null
  onOpen: (key: number | null) => void
  editor: (draft: DraftRule, at: number) => ReactNode
}) {
  const { preview, counts, open } = props
  const heads = [
    t('In K2'),
    t('Filled from'),
    preview ? t('For {name}', { name: preview.person.name }) : t('Value'),
    t('In K2 now'),
    t('Everybody'),
  ]
  return (
    <Table className={`${section.table ?? ''} ${classes.table ?? ''}`} aria-label={t('Mapping')}>
      <Heads heads={heads} />
      <Table.Tbody>
        {props.rules.map((draft, at) => {
          const { key, rule } = draft
          const problem = props.problems.find((one) => one.rule === at)
          // What was told is of a moment ago, when the rules may have stood in another order.
          const value = preview?.values.find(({ to }) => to === rule.to)
          const why = props.unplanned.find(({ path }) => path === rule.to)?.why
          return (
            <Fragment key={key}>
              <Table.Tr>
                <Table.Th scope="row">
                  <UnstyledButton
                    className={classes.open ?? ''}
                    aria-expanded={key === open}
                    onClick={() => props.onOpen(key === open ? null : key)}
                  >
                    <IconChevronRight size={14} stroke={2} aria-hidden className={classes.chevron} />
                    <span>
                      {rule.to === '' ? t('New rule') : attributeWords(rule.to)}
                      <code className={classes.path} title={rule.to}>
                        {shortPath(rule.to)}
                      </code>
                    </span>
                  </UnstyledButton>
                </Table.Th>
                <Table.Td>
                  <From {...draft} />
                  <div className={words.quiet}>{asides(rule)}</div>
                  {/* An open rule says it at the field that is wrong. */}
                  {problem && key !== open ? <div className={words.bad}>{problem.sentence}</div> : null}
                  {why === undefined ? null : (
                    <div className={words.warn}>
                      {why === 'create-only' ? t('Pushed on create only') : t('Not pushed')}
                    </div>
                  )}
                </Table.Td>
                <Table.Td>
                  {value?.value ? <bdi>{value.value}</bdi> : <span className={words.quiet}>–</span>}
                  {value && !problem && why === undefined ? <Effect value={value} /> : null}
                </Table.Td>
                <Table.Td>{value?.now ? <bdi>{value.now}</bdi> : <span className={words.quiet}>–</span>}</Table.Td>
                <Table.Td className={classes.tally ?? ''}>
                  {problem ? null : <Tally tally={counts?.rules.find(({ to }) => to === rule.to)} />}
                </Table.Td>
              </Table.Tr>
              {key === open ? (
                <Table.Tr>
                  <Table.Td colSpan={heads.length}>{props.editor(draft, at)}</Table.Td>
                </Table.Tr>
              ) : null}
            </Fragment>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
