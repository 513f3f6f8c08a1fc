import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { personAttributes } from '../../../shared/model/person.ts'
import type { SourceTest } from '../../../shared/model/source-test.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { columnAttributeWord } from '../../components/file-words.ts'
import { Example, FactTable, Section } from '../settings/section.tsx'
import { ReadingFailure } from './reading-failure.tsx'
import classes from './source-form.module.css'
import { stepWords } from './source-words.ts'

const icon = { size: 18, stroke: 1.75 } as const

/** What a test of a source found, step by step, and the first person as they would be read. */
export function TestSteps({ test }: { test: SourceTest }) {
  const failed = test.steps.find(({ failure }) => failure !== null)
  return (
    <Section title={t('Test')} lead={failed ? t('One step did not work.') : t('Every step worked. Nothing was kept.')}>
      <ol className={classes.steps} aria-label={t('Steps of the test')}>
        {test.steps.map(({ step, said, failure }) => (
          <li key={step} className={`${classes.step} ${failure ? classes.failed : classes.done}`}>
            {failure ? (
              <IconCircleX {...icon} role="img" aria-label={t('Did not work')} />
            ) : (
              <IconCircleCheck {...icon} role="img" aria-label={t('Worked')} />
            )}
            <span className={classes.stepName}>{stepWords[step]}</span>
            <span>{failure ? failure.happened : said}</span>
          </li>
        ))}
      </ol>
      {failed?.failure ? <ReadingFailure failure={failed.failure} /> : null}
      {test.found ? <FirstPerson found={test.found} /> : null}
    </Section>
  )
}

function FirstPerson({ found }: { found: NonNullable<SourceTest['found']> }) {
  const { sample, attributes } = found
  if (sample === null) return null
  const rows = personAttributes.flatMap((attribute) => {
    const value = attribute === 'active' ? (sample.active ? t('Yes') : t('No')) : sample.attributes[attribute]
    const from = attributes.find((one) => one.attribute === attribute)?.from ?? ''
    return value === undefined
      ? []
      : [
          {
            key: attribute,
            cells: [personAttributeWords[attribute], from, <Example key="value">{value}</Example>],
          },
        ]
  })
  const kept = found.more.map(({ name }) => ({
    key: `kept ${name}`,
    cells: [columnAttributeWord('kept'), name, <Example key="value">{sample.more?.[name] ?? ''}</Example>],
  }))
  return (
    <FactTable
      label={t('The first person')}
      heads={[t('Attribute'), t('Read from'), t('The first person')]}
      rows={[...rows, ...kept]}
    />
  )
}
