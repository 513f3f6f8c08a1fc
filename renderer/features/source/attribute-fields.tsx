import { Table, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { type PersonAttribute, personAttributes } from '../../../shared/model/person.ts'
import type { ReadAttribute } from '../../../shared/model/source-read.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import classes from './source-form.module.css'

/** Which attribute of the directory fills which attribute of a person, where it is not the usual one. */
export function AttributeFields(props: {
  className?: string | undefined
  chosen: LdapSettings['attributes']
  /** What the last test read them from. */
  read: readonly ReadAttribute[]
  error: string | null
  /** Shows them from the beginning. */
  open: boolean
  /** Stands under the table: what is kept beyond these attributes. */
  more: ReactNode
  onChange: (chosen: LdapSettings['attributes']) => void
}) {
  const { chosen, read, onChange } = props
  const choose = (attribute: PersonAttribute, name: string) => {
    const { [attribute]: _before, ...others } = chosen
    onChange(name === '' ? others : { ...others, [attribute]: name })
  }
  const count = Object.keys(chosen).length
  return (
    <details
      className={`${props.className} ${classes.attributes}`}
      open={props.error !== null || props.open || undefined}
    >
      <summary>Other attributes than usual{count === 0 ? '' : ` (${count} chosen)`}</summary>
      {props.error ? <p role="alert">{props.error}</p> : null}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Attribute</Table.Th>
            <Table.Th scope="col">Read from</Table.Th>
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
                  aria-label={`${personAttributeWords[attribute]} is read from`}
                  placeholder={read.find((one) => one.attribute === attribute)?.from ?? 'The usual one'}
                  spellCheck={false}
                  value={chosen[attribute] ?? ''}
                  onChange={(event) => choose(attribute, event.currentTarget.value.trim())}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {props.more}
    </details>
  )
}
