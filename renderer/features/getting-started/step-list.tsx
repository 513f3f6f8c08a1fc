import { UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react'
import { type Ref, useId } from 'react'
import { t, texts } from '../../../shared/words/text.ts'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import classes from './getting-started.module.css'
import { type Happened, type Step, screenOf, steps, stepsDone } from './steps.ts'

const titles = texts({
  people: 'Read people',
  pick: 'Pick people',
  review: 'Review each change',
  push: 'Push##step',
})
const what = texts({
  people: 'From a file, a directory or a SCIM service. Muster only reads there.',
  pick: 'Tick who belongs in K2. Each row says how the person stands to the accounts there.',
  review:
    'Nothing in K2 changes before you push. Review shows every change, and warns of what K2 does not easily take back, like a new sign-in name.',
  push: 'Exactly what you reviewed is sent. The run is kept: it can be verified and undone.',
})
const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const

/** The steps, each the way to its screen, with a sentence on the one that comes next. @param next takes the focus for that one. */
export function StepList({ happened, next }: { happened: Happened; next: Ref<HTMLButtonElement> }) {
  const { readOnly } = useConnection()
  const { screen, go, replace } = useNavigation()
  const id = useId()
  const done = stepsDone(happened)
  const open = (step: Step) => {
    const to = screenOf(step, happened)
    // The same place again would only be one more step on the way back, but its title takes the focus all the same.
    if (screen.at === to.at) replace(to)
    else go(to)
  }
  return (
    <>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const isNext = index === done
          const [state, Icon] =
            index < done
              ? ['done', IconCircleCheckFilled]
              : [isNext ? 'next' : 'later', isNext ? IconCircleDot : IconCircle]
          const title = titles[step]
          return (
            <li key={step}>
              <UnstyledButton
                ref={isNext || (done === steps.length && index === 0) ? next : null}
                className={classes.step}
                data-state={state}
                // Where the list opens over the page, the focus goes there.
                data-autofocus={isNext || undefined}
                aria-current={isNext ? 'step' : undefined}
                aria-label={state === 'done' ? t('{step}, done', { step: title }) : title}
                aria-describedby={isNext ? id : undefined}
                onClick={() => open(step)}
              >
                <Icon {...icon} />
                {title}
              </UnstyledButton>
              {isNext ? (
                <p id={id} className={classes.what}>
                  {step === 'push' && readOnly ? t('This connection is read-only: nothing can be pushed.') : what[step]}
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
      {done === steps.length ? (
        <p className={classes.end}>
          {t('That was a whole push. It goes the same way each time: read again, pick, review, push.')}
        </p>
      ) : null}
    </>
  )
}
