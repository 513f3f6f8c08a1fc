import { Anchor, Text, Title } from '@mantine/core'
import { useAct } from '../../api.ts'
import classes from './welcome-screen.module.css'

const steps = [
  {
    title: 'Hand over the settings',
    text: 'Muster shows what it understood, what it completed and what is missing.',
  },
  {
    title: 'Sign in to K2',
    text: 'Your browser opens; you agree once. K2 asks again after 30 days, and work goes on where it stopped.',
  },
  {
    title: 'Pick, review, push',
    text: 'See your people beside the accounts in K2, read what would change, and push that.',
  },
]

/** What happens next, while there are no settings yet. */
export function FirstSteps() {
  const open = useAct('app', 'openLink')
  return (
    <>
      <Title order={2} mb={18}>
        How it goes
      </Title>
      <ol className={classes.steps}>
        {steps.map(({ title, text }, index) => (
          <li key={title} className={classes.step}>
            <span className={classes.stepNumber} aria-hidden>
              {index + 1}
            </span>
            <div>
              <div className={classes.stepTitle}>{title}</div>
              <div className={classes.stepText}>{text}</div>
            </div>
          </li>
        ))}
      </ol>
      <Text className={classes.form} fz="sm" c="dimmed" component="p" mb={0}>
        No settings yet? Nintex sends them when it registers your identity provider.{' '}
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          underline="always"
          onClick={() => open.mutate({ link: 'k2-scim-help' })}
        >
          How to ask for them
        </Anchor>
      </Text>
    </>
  )
}
