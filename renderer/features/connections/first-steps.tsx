import { Anchor, Text, Title } from '@mantine/core'
import { msg, t, textOf } from '../../../shared/words/text.ts'
import { useAct } from '../../api.ts'
import classes from './welcome-screen.module.css'

const steps = [
  {
    title: msg('Hand over the settings'),
    text: msg('Muster shows what it understood, what it completed and what is missing.'),
  },
  {
    title: msg('Sign in to K2'),
    text: msg('Your browser opens; you agree once. K2 asks again after 30 days, and work goes on where it stopped.'),
  },
  {
    title: msg('Pick, review, push'),
    text: msg('See your people beside the accounts in K2, read what would change, and push that.'),
  },
]

/** What happens next, while there are no settings yet. */
export function FirstSteps() {
  const open = useAct('app', 'openLink')
  return (
    <>
      <Title order={2} mb={18}>
        {t('How it goes')}
      </Title>
      <ol className={classes.steps}>
        {steps.map(({ title, text }, index) => (
          <li key={title.message} className={classes.step}>
            <span className={classes.stepNumber} aria-hidden>
              {index + 1}
            </span>
            <div>
              <div className={classes.stepTitle}>{textOf(title)}</div>
              <div className={classes.stepText}>{textOf(text)}</div>
            </div>
          </li>
        ))}
      </ol>
      <Text className={classes.form} fz="sm" c="dimmed" component="p" mb={0}>
        {t('No settings yet? Nintex sends them when it registers your identity provider.')}{' '}
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          underline="always"
          onClick={() => open.mutate({ link: 'k2-scim-help' })}
        >
          {t('How to ask for them')}
        </Anchor>
      </Text>
    </>
  )
}
