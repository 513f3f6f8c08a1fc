import type { ReactNode } from 'react'
import classes from './board.module.css'

/** What is under a page's title: notices, tools and lists, one below the other, the list taking what is left. */
export function Board({ children }: { children: ReactNode }) {
  return <div className={classes.board}>{children}</div>
}

/** The line above a list: what it shows at the start, search at the end. */
export function Tools({ children }: { children: ReactNode }) {
  return <div className={classes.tools}>{children}</div>
}
