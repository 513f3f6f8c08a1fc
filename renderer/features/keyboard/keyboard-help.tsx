import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import type { Platform } from '../../../shared/commands.ts'
import { keyCaps, keyWords, type Shortcut, shortcuts } from '../../../shared/words/key-words.ts'
import { t } from '../../../shared/words/text.ts'
import classes from './keyboard-help.module.css'

function Keys({ keys, platform }: Pick<Shortcut, 'keys'> & { platform: Platform }) {
  return keys.map((each, index) => (
    <Fragment key={each}>
      {index > 0 ? <span className={classes.or}>{t('or')}</span> : null}
      <span className={classes.key}>
        {keyCaps(each, platform).map((cap) => (
          <Kbd key={cap} size="xs">
            {cap}
          </Kbd>
        ))}
      </span>
    </Fragment>
  ))
}

/** Keys that do the same, in one text. */
const eitherWords = (keys: readonly string[], platform: Platform): string =>
  keys.map((each) => keyWords(each, platform)).reduce((one, other) => t('{one} or {other}', { one, other }))

/** Every key that does something, by where it works. */
export function KeyboardHelp({ platform, onClose }: { platform: Platform; onClose: () => void }) {
  return (
    <Modal
      opened
      size={820}
      title={t('Keyboard shortcuts')}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      onClose={onClose}
    >
      <div className={classes.groups}>
        {shortcuts(platform).map(({ title, all }) => (
          <section key={title} aria-label={title}>
            <h3 className={classes.heading}>{title}</h3>
            <dl className={classes.list}>
              {all.map(({ title: does, keys }) => (
                <div key={does} className={classes.line}>
                  <dt>{does}</dt>
                  <dd title={eitherWords(keys, platform)}>
                    <Keys keys={keys} platform={platform} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
