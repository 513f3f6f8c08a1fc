import { Button, Group, NativeSelect, Switch, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { absentName } from '../../../shared/mapping/absent-names.ts'
import { isManagerRule, type RuleProblem } from '../../../shared/mapping/rule-problems.ts'
import type { MappingRule } from '../../../shared/model/mapping.ts'
import type { UserSchema } from '../../../shared/model/service-schema.ts'
import { canBeCleared } from '../../../shared/scim/clearing.ts'
import { t } from '../../../shared/words/text.ts'
import words from '../../components/words.module.css'
import classes from './mapping.module.css'
import { OriginFields } from './origin-fields.tsx'
import type { DraftRule } from './rules.ts'
import { TargetField } from './target-field.tsx'

/** What one rule can be made to say. */
export interface RuleEditorProps {
  readonly draft: DraftRule
  readonly problems: readonly RuleProblem[]
  readonly schema: UserSchema | null
  /** Names of the source's further attributes; null while they are not known. */
  readonly further: readonly string[] | null
  /** Attributes that other rules fill. */
  readonly taken: readonly string[]
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (draft: DraftRule) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
  readonly onDone: () => void
}

/** What stands against clearing K2's value; null when nothing does. */
function cannotClear({ rule, origin }: DraftRule, targetIsWrong: boolean): string | null {
  if (targetIsWrong) return t('First say which attribute is filled.')
  if (rule.when === 'create') return t('Never changed later.')
  if (!canBeCleared(rule.to)) return t('An account needs it.')
  return rule.otherwise !== null || origin === 'constant' ? t('There is always a value.') : null
}

/** Edits one rule: target, value, default, when, and what happens where there is nothing. */
export function RuleEditor(props: RuleEditorProps) {
  const { draft, problems, onChange } = props
  const { rule } = draft
  const set = (changes: Partial<MappingRule>): void => onChange({ ...draft, rule: { ...rule, ...changes } })
  const wrong = (field: RuleProblem['field']): string | null =>
    problems.find((problem) => problem.field === field)?.sentence ?? null
  const spans = problems.flatMap(({ field, span }) => (field === 'from' && span ? [span] : []))
  const managed = isManagerRule(rule)
  const absent = props.further === null ? null : absentName(rule.from, props.further)
  const why = cannotClear(
    draft,
    problems.some(({ code }) => code === 'path-invalid'),
  )
  return (
    <div className={classes.editor}>
      <TargetField
        to={rule.to}
        schema={props.schema}
        taken={props.taken}
        error={wrong('to')}
        onChange={(to) => set({ to, whenEmpty: 'leave' })}
      />
      <OriginFields
        draft={draft}
        further={props.further ?? []}
        error={wrong('from')}
        spans={spans}
        onChange={onChange}
      />
      {absent === null ? null : (
        <Text fz="xs" className={words.warn}>
          {absent}
        </Text>
      )}
      {managed ? (
        <Text fz="xs" c="dimmed">
          {t(
            'The manager is another person: what is pushed is the id of that person’s account, once there is one. No expression can stand here, and there is no default.',
          )}
        </Text>
      ) : null}
      <Group gap={16} align="flex-start" grow>
        <TextInput
          label={t('Default')}
          description={t('Where the person has nothing')}
          placeholder={t('None')}
          error={wrong('otherwise')}
          disabled={managed && rule.otherwise === null}
          value={rule.otherwise ?? ''}
          onChange={({ currentTarget: { value } }) => set({ otherwise: value === '' ? null : value })}
        />
        <NativeSelect
          label={t('When')}
          description={
            /^userName$/i.test(rule.to)
              ? t('Only on create keeps sign-in names: a new one can lock out whoever has signed in to K2 before')
              : t('Only on create leaves later changes in K2 alone')
          }
          error={wrong('when')}
          disabled={managed && rule.when === 'always'}
          data={[
            { value: 'always', label: t('Always') },
            { value: 'create', label: t('Only on create') },
          ]}
          value={rule.when}
          onChange={({ currentTarget: { value } }) => set({ when: value === 'create' ? 'create' : 'always' })}
        />
      </Group>
      <Switch
        label={t('Clear K2’s value where the person has nothing')}
        description={
          why ?? t('Off, K2’s value stays: an empty cell is more often a missing column than an order to erase.')
        }
        error={wrong('whenEmpty')}
        checked={rule.whenEmpty === 'remove'}
        disabled={why !== null && rule.whenEmpty === 'leave'}
        onChange={({ currentTarget: { checked } }) => set({ whenEmpty: checked ? 'remove' : 'leave' })}
      />
      <Group gap={8}>
        <Button variant="default" onClick={props.onDone}>
          {t('Close rule')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowUp size={14} stroke={1.75} aria-hidden />}
          disabled={props.isFirst}
          onClick={() => props.onMove(-1)}
        >
          {t('Move up')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowDown size={14} stroke={1.75} aria-hidden />}
          disabled={props.isLast}
          onClick={() => props.onMove(1)}
        >
          {t('Move down')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />}
          onClick={props.onRemove}
        >
          {t('Remove rule')}
        </Button>
      </Group>
    </div>
  )
}
