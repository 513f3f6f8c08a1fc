import { Menu } from '@mantine/core'
import type { RowAction } from './row-action.ts'
import styles from './row-menu.module.css'

/** A menu that is open at a place of the window, in pixels from its corner. */
export interface RowMenuPlace {
  readonly x: number
  readonly y: number
}

/** What can be done with a row, at the pointer or at the row that has the keyboard. @param onClose gives the focus back to the row. */
export function RowMenu(props: {
  /** Accessible name. */
  label: string
  place: RowMenuPlace
  groups: readonly (readonly RowAction[])[]
  onClose: () => void
}) {
  const { label, place, groups, onClose } = props
  return (
    <Menu
      opened
      position="bottom-start"
      offset={2}
      width={250}
      withinPortal
      transitionProps={{ duration: 0 }}
      onClose={onClose}
    >
      <Menu.Target>
        {/* A place alone: what Mantine says of a menu's button there is nothing to be told. */}
        <span aria-hidden className={styles.anchor} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {groups
          .filter((actions) => actions.length > 0)
          .flatMap((actions, index) => [
            ...(index > 0 ? [<Menu.Divider key={`above ${actions[0]?.title}`} />] : []),
            ...actions.map(({ title, whyNot = null, act }) => (
              <Menu.Item key={title} disabled={whyNot !== null} title={whyNot ?? undefined} onClick={act}>
                {title}
              </Menu.Item>
            )),
          ])}
      </Menu.Dropdown>
    </Menu>
  )
}
