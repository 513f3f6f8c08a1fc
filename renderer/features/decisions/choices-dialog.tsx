import { Modal } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { BlockedReasons } from '../../components/blocked-reasons.tsx'
import { Choices } from './choices.tsx'
import classes from './decisions.module.css'

/** The same choices over another screen: from a warning, a list of blocked people, or a failed change. */
export function ChoicesDialog(props: {
  connection: string
  person: { readonly id: number; readonly name: string }
  onResolved: () => void
  onClose: () => void
}) {
  const { connection, person, onResolved, onClose } = props
  const blocked = useCall('people', 'get', { connection, id: person.id }).data?.blocked ?? []
  return (
    <Modal opened size={920} title={t('Decide about {name}', { name: person.name })} onClose={onClose}>
      {blocked.length > 0 ? (
        <div className={classes.reasons}>
          <BlockedReasons reasons={blocked} />
        </div>
      ) : null}
      <Choices connection={connection} id={person.id} blocked={blocked.length > 0} onResolved={onResolved} />
    </Modal>
  )
}
