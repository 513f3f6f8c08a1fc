import { Button, Popover, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconListCheck } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { titleOf } from '../../../shared/commands.ts'
import { t } from '../../../shared/words/text.ts'
import { tell } from '../../components/tell.tsx'
import frame from '../../frame.module.css'
import { useConnection } from '../connections/current-connection.tsx'
import classes from './getting-started.module.css'
import { putAway } from './kept.ts'
import { StepList } from './step-list.tsx'
import { type Happened, steps, stepsDone } from './steps.ts'
import { useHappened } from './use-happened.ts'

interface PanelProps {
  /** How often the admin has asked for the steps; they take the focus each time. */
  readonly asked: number
  readonly onPutAway: () => void
  readonly onUndo: () => void
}

/** Where the rail has no room for the steps: it is a strip of icons, or too low. They open from a button there. */
const noRoom = '(max-width: 68em), (max-height: 42em)'
/** Where the rail is a strip on top (frame.module.css). */
const onTop = '(max-width: 40em)'
/** The right answer at once: a first one that is wrong would be seen. */
const atOnce = { getInitialValueInEffect: false }

/** The way to the first push, with what has happened of it; nothing until that is known, so that no step changes its mark. */
export function GettingStartedPanel(props: PanelProps) {
  const happened = useHappened(useConnection().id)
  return happened === null ? null : <KnownSteps {...props} happened={happened} />
}

function KnownSteps({ asked, happened, onPutAway, onUndo }: PanelProps & { happened: Happened }) {
  const small = useMediaQuery(noRoom, undefined, atOnce)
  const strip = useMediaQuery(onTop, undefined, atOnce)
  const [opened, setOpened] = useState(false)
  const next = useRef<HTMLButtonElement>(null)
  const done = stepsDone(happened)
  const title = titleOf('getting-started')
  const spoken = t('Getting started: {done, number} of {all, number} done', { done, all: steps.length })
  const count = t('{done, number} of {all, number}', { done, all: steps.length })
  const isDone = done === steps.length
  useEffect(() => {
    // Not again at the next start, nor at another connection; here the steps stay until they are closed.
    if (isDone) putAway()
  }, [isDone])
  const takeFocus = useEffectEvent(() => {
    if (small) setOpened(true)
    else next.current?.focus()
  })
  useEffect(() => {
    // Not again when the window gets another size.
    if (asked > 0) takeFocus()
  }, [asked])

  const content = (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.progress}>{count}</span>
      </div>
      <StepList happened={happened} next={next} />
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.skip ?? ''}
        onClick={() => {
          onPutAway()
          document.querySelector('h1')?.focus()
          if (!isDone) tell(t('Help, Getting started brings these steps back.'), onUndo)
        }}
      >
        {isDone ? t('Hide these steps') : t('Skip these steps')}
      </Button>
    </>
  )
  return (
    <>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      {small ? (
        <Popover
          opened={opened}
          onChange={setOpened}
          position={strip ? 'bottom-end' : 'right-end'}
          width={270}
          trapFocus
          returnFocus
          shadow="md"
          radius="md"
        >
          <Popover.Target>
            <Tooltip label={title} position="right" disabled={opened}>
              <UnstyledButton className={frame.link} aria-label={spoken} onClick={() => setOpened(!opened)}>
                <IconListCheck size={18} stroke={1.75} aria-hidden />
                <span className={frame.label}>{title}</span>
                <span className={`${frame.count} ${frame.label}`}>{count}</span>
              </UnstyledButton>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown aria-label={title}>{content}</Popover.Dropdown>
        </Popover>
      ) : (
        <section className={classes.panel} aria-label={title}>
          {content}
        </section>
      )}
    </>
  )
}
