import { Code } from '@mantine/core'
import { expressionFunctions, signatureOf } from '../../../shared/expression/functions.ts'
import { t, textOf } from '../../../shared/words/text.ts'
import section from '../settings/section.module.css'
import { FactTable } from '../settings/section.tsx'
import classes from './mapping.module.css'

/** Every function of expressions, with what it does and an example. */
export function FunctionsHelp() {
  return (
    <details className={section.disclosure}>
      <summary>{t('Functions of expressions')}</summary>
      <FactTable
        label={t('Functions of expressions')}
        heads={[t('Function'), t('What it gives'), t('Example')]}
        rows={expressionFunctions.map((one) => ({
          key: one.name,
          cells: [
            <Code key="function" className={classes.name ?? ''}>
              {signatureOf(one)}
            </Code>,
            textOf(one.help),
            <span key="example">
              <Code className={classes.name ?? ''}>{one.example[0]}</Code> → {one.example[1]}
            </span>,
          ],
        }))}
      />
    </details>
  )
}
