/*
 * Signature: <Notice tone="warning" title="1 sign-in name would change" icon={…} actions={…buttons…} urgent>text</Notice>
 */
import { CloseButton } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/text.ts'
import classes from './notice.module.css'

/** What a notice is about. Warnings are orange, failures red. */
export type Tone = 'bad' | 'warning' | 'info' | 'good'

const icons = { bad: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle, good: IconCircleCheck }

/** What a notice is made of. */
export interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  /** Instead of the tone's own icon. */
  readonly icon?: ReactNode
  readonly actions?: ReactNode
  /** For a notice that the admin can put away. */
  readonly onClose?: () => void
  /** Read out at once; otherwise when the screen reader is idle. */
  readonly urgent?: boolean
  readonly children?: ReactNode
}

/** A coloured panel with an icon, a sentence, and the way on. Announced when it appears. */
export function Notice({ tone, title, icon, actions, onClose, urgent = false, children }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={classes.frame} role={urgent ? 'alert' : 'status'}>
      <div className={`${classes.notice} ${classes[tone]}`}>
        <span className={classes.icon}>{icon ?? <Icon size={18} stroke={1.75} aria-hidden />}</span>
        <div>
          <div className={classes.title}>{title}</div>
          {children ? <div className={classes.text}>{children}</div> : null}
        </div>
        {actions || onClose ? (
          <div className={classes.actions}>
            {actions}
            {onClose ? (
              <CloseButton
                aria-label={t('Close this notice')}
                size="sm"
                icon={<IconX size={15} stroke={1.75} aria-hidden />}
                onClick={onClose}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  )
}
