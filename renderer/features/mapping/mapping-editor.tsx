import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ruleProblems } from '../../../shared/mapping/rule-problems.ts'
import type { SavedFile } from '../../../shared/model/app.ts'
import type { MappingState } from '../../../shared/model/mapping-preview.ts'
import { sameJson } from '../../../shared/scim/diffs.ts'
import { t } from '../../../shared/words/text.ts'
import { type CallError, failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { SavedNotice } from '../../components/saved-notice.tsx'
import { Section } from '../settings/section.tsx'
import { FileActions } from './file-actions.tsx'
import { FunctionsHelp } from './functions-help.tsx'
import classes from './mapping.module.css'
import { RuleEditor } from './rule-editor.tsx'
import { type DraftRule, draftRules, newRule } from './rules.ts'
import { RulesTable } from './rules-table.tsx'
import { SaveBar } from './save-bar.tsx'
import { TrialBar } from './trial-bar.tsx'
import { useMappingDraft } from './use-mapping-draft.ts'
import { useTrial } from './use-trial.ts'

/** The rules with one moved by a place. */
function moved(rules: readonly DraftRule[], at: number, by: 1 | -1): DraftRule[] {
  const rest = rules.toSpliced(at, 1)
  return rest.toSpliced(at + by, 0, ...rules.slice(at, at + 1))
}

/** Edits the mapping of a connection, beside what it does to real people. Nothing counts before it is saved. */
export function MappingEditor({ connection, state }: { connection: string; state: MappingState }) {
  const draft = useMappingDraft(connection, state)
  const { rules, mapping, changed, change } = draft
  const [open, setOpen] = useState<number | null>(null)
  const [person, setPerson] = useState<number | null>(null)
  const [imported, setImported] = useState<{ readonly name: string; readonly count: number } | null>(null)
  const [exported, setExported] = useState<SavedFile | null>(null)
  const [fileError, setFileError] = useState<CallError | null>(null)
  const trial = useTrial(connection, mapping, person)
  const unplanned = useCall('accounts', 'unplanned', { connection }).data ?? []
  const capabilities = useCall('accounts', 'capabilities', { connection }).data ?? null
  const schema = capabilities?.schema.value === 'yes' ? capabilities.userSchema : null
  const further = trial.counts?.further ?? null
  const problems = ruleProblems(mapping, further ?? [])
  const [whole] = problems.filter(({ rule }) => rule === null)
  const error = draft.error ?? fileError ?? trial.error
  const replace = (next: readonly DraftRule[]): void => {
    setOpen(null)
    change(next)
  }
  return (
    <Section
      title={t('Mapping')}
      lead={t(
        'Which attribute of a person fills which in K2. Where the source has nothing, K2’s value stays unless you have it cleared.',
      )}
      actions={
        <FileActions
          connection={connection}
          mapping={mapping}
          isUsual={sameJson(mapping, state.usual)}
          onImported={(read, name) => {
            setExported(null)
            setImported({ name, count: read.rules.length })
            replace(draftRules(read))
          }}
          onSaved={setExported}
          onError={setFileError}
          onReset={() => {
            setImported(null)
            replace(draftRules(state.usual))
          }}
        />
      }
    >
      <div className={classes.told}>
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        <SavedNotice file={exported} />
        {imported && changed ? (
          <Notice
            tone="info"
            title={t('{count, plural, one {# rule} other {# rules}} read from {name}', imported)}
            onClose={() => setImported(null)}
          >
            {t('Look through them, then save. Until then the mapping before stays in use.')}
          </Notice>
        ) : null}
      </div>
      <TrialBar connection={connection} changed={changed} onPerson={setPerson} {...trial} />
      <RulesTable
        rules={rules}
        problems={problems}
        preview={trial.preview}
        counts={trial.counting ? null : trial.counts}
        unplanned={changed ? [] : unplanned}
        open={open}
        onOpen={setOpen}
        editor={(one, at) => (
          <RuleEditor
            draft={one}
            problems={problems.filter(({ rule }) => rule === at)}
            schema={schema}
            further={further}
            taken={rules.filter(({ key }) => key !== one.key).map(({ rule }) => rule.to)}
            isFirst={at === 0}
            isLast={at === rules.length - 1}
            onChange={(next) => change(rules.map((each) => (each.key === next.key ? next : each)))}
            onMove={(by) => change(moved(rules, at, by))}
            onRemove={() => replace(rules.filter(({ key }) => key !== one.key))}
            onDone={() => setOpen(null)}
          />
        )}
      />
      <Button
        variant="default"
        mt={34}
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => {
          const added = newRule()
          change([...rules, added])
          setOpen(added.key)
        }}
      >
        {t('Add rule')}
      </Button>
      {whole ? <Notice tone="bad" title={whole.sentence} /> : null}
      <FunctionsHelp />
      <SaveBar
        changed={changed}
        saved={draft.saved}
        saving={draft.saving}
        problems={problems.length}
        onSave={draft.save}
        onDiscard={() => {
          setOpen(null)
          setImported(null)
          draft.discard()
        }}
      />
    </Section>
  )
}
