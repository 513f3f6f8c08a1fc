/*
 * The frame of a screen inside the rail. Signature:
 *   <Page title="People" facts="hr-export.csv · 1,284 people" actions={…buttons…} bar={…} fill ownSessionNotice>
 *     bar: the strip at the bottom for what a selection would do, with at most one filled button at its end.
 *     fill: the content takes the height that is left and scrolls by itself (grids).
 *     ownSessionNotice: the screen tells about an expired session in its own words (Run).
 */
import { Title } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { t } from '../../shared/words/text.ts'
import { useNavigation } from '../navigation.tsx'
import classes from './page.module.css'

/** What every page shows under its title: notices about the session and the keychain. Filled by the frame. */
export const PageNotices = createContext<(ownSessionNotice: boolean) => ReactNode>(() => null)

/** What a page is made of, see the top of the file. */
export interface PageProps {
  readonly title: string
  readonly facts?: ReactNode
  readonly actions?: ReactNode
  readonly bar?: ReactNode
  readonly fill?: boolean
  readonly ownSessionNotice?: boolean
  readonly children: ReactNode
}

/** A screen: title, a line of facts, actions, notices, content, and a bar at the bottom. */
export function Page({ title, facts, actions, bar, fill = false, ownSessionNotice = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { moves } = useNavigation()
  const notices = useContext(PageNotices)
  useEffect(() => {
    document.title = `${title} · Muster`
  }, [title])
  useEffect(() => {
    if (moves > 0) heading.current?.focus({ preventScroll: true })
  }, [moves])
  return (
    <main className={classes.page}>
      <div className={`${classes.scroll} ${fill ? classes.fill : ''}`}>
        <header className={classes.head}>
          <div className={classes.words}>
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {facts ? <div className={classes.facts}>{facts}</div> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </header>
        {notices(ownSessionNotice)}
        <div className={classes.content}>{children}</div>
      </div>
      {bar ? (
        <section className={classes.bar} aria-label={t('Selection')}>
          {bar}
        </section>
      ) : null}
    </main>
  )
}
