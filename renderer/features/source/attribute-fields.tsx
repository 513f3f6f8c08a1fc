import { Table, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type PersonAttribute, personAttributes } from '../../../shared/model/person.ts'
import type { ReadAttribute } from '../../../shared/model/source-read.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import classes from './source-form.module.css'

/** Which attribute of the directory fills which attribute of a person, where it is not the usual one. */
export function AttributeFields(props: {
  className?: string | undefined
  chosen: LdapSettings['attributes']
  /** What the last test read them from. */
  read: readonly ReadAttribute[]
  error: string | null
  /** Shows them without being asked. */
  open: boolean
  /** Stands above the table: what is kept beyond these attributes. */
  more: ReactNode
  onChange: (chosen: LdapSettings['attributes']) => void
}) {
  const { chosen, read, onChange } = props
  // What was shown for an error stays when the error goes: the admin is typing in it.
  const [open, setOpen] = useState(false)
  const choose = (attribute: PersonAttribute, name: string) => {
    const { [attribute]: _before, ...others } = chosen
    onChange(name === '' ? others : { ...others, [attribute]: name })
  }
  const count = Object.keys(chosen).length
  return (
    <details
      className={`${props.className} ${classes.attributes}`}
      open={open || props.error !== null || props.open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {count === 0
          ? t('Other attributes than usual')
          : t('Other attributes than usual ({count, number} chosen)', { count })}
      </summary>
      {props.error ? <p role="alert">{props.error}</p> : null}
      {props.more}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('Attribute')}</Table.Th>
            <Table.Th scope="col">{t('Read from')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {personAttributes.map((attribute) => (
            <Table.Tr key={attribute}>
              <Table.Th scope="row" fw={500}>
                {personAttributeWords[attribute]}
              </Table.Th>
              <Table.Td>
                <TextInput
                  aria-label={t('{attribute} is read from', { attribute: personAttributeWords[attribute] })}
                  placeholder={read.find((one) => one.attribute === attribute)?.from ?? t('The usual one')}
                  spellCheck={false}
                  value={chosen[attribute] ?? ''}
                  onChange={(event) => choose(attribute, event.currentTarget.value.trim())}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
