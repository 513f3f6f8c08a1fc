import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { RunChange } from '../../../shared/model/run.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ChoicesDialog } from '../decisions/choices-dialog.tsx'
import { useResolve } from '../decisions/use-resolve.ts'
import classes from './run.module.css'

const icon = { size: 13, stroke: 2, 'aria-hidden': true } as const
/** An account id short enough for a button: `8c1d7a90…`. */
const shortId = (id: string) => (id.length > 10 ? `${id.slice(0, 8)}…` : id)

/** What the admin has decided about somebody whose change failed, and how it goes on. */
const said = texts({
  link: 'Linked: retry the failed changes to go on.',
  create: 'To get a new account: retry the failed changes to go on.',
  skip: 'Left out: nothing more is pushed.',
})

/** The ways on from a create that found an account in its way: the same decisions as on the People screen. */
export function OfferActions(props: { connection: string; change: RunChange; person: number }) {
  const { connection, change, person } = props
  const [comparing, setComparing] = useState(false)
  const asked = useCall('people', 'get', { connection, id: person })
  const { resolve, resolving, failure } = useResolve(connection)
  // Who has left the source since has nothing to be decided.
  if (!asked.data) return null
  const { offer } = change
  const decided = asked.data.decided?.decision
  if (offer === null && decided === undefined) return null
  return (
    <>
      {offer === null && decided !== undefined ? (
        <>
          <Text role="status" span fz="xs">
            {said[decided.kind]}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            disabled={resolving}
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={() => resolve([person], null)}
          >
            {t('Undo this decision')}
          </Button>
        </>
      ) : null}
      {offer === null ? null : (
        <>
          <Button
            size="compact-xs"
            disabled={resolving}
            leftSection={<IconLink {...icon} />}
            onClick={() => resolve([person], { kind: 'link', account: offer.accountId })}
          >
            {t('Link to account {account}', { account: shortId(offer.accountId) })}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={resolving}
            onClick={() => resolve([person], { kind: 'skip' })}
          >
            {t('Leave this person out')}
          </Button>
        </>
      )}
      <Button size="compact-xs" variant="default" onClick={() => setComparing(true)}>
        {t('Compare')}
      </Button>
      {failure ? (
        <div className={classes.whole}>
          <ErrorPanel failure={failure} />
        </div>
      ) : null}
      {comparing ? (
        <ChoicesDialog
          connection={connection}
          person={{ id: person, name: change.name }}
          onResolved={() => setComparing(false)}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </>
  )
}
