import { NativeSelect, Table } from '@mantine/core'
import { isSecretName, whyNotKept } from '../../../shared/model/kept-attribute.ts'
import { type Column, type ColumnAttribute, columnAttributes } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { columnAttributeWord } from '../../components/file-words.ts'
import words from '../../components/words.module.css'

const choiceOf = (attribute: ColumnAttribute) => ({ value: attribute, label: columnAttributeWord(attribute) })
/** What a column can fill; one that Muster does not keep has a choice less. */
const choicesOf = (isKept: boolean) => [
  { value: '', label: t('Not used') },
  ...(isKept ? [choiceOf('kept')] : []),
  ...columnAttributes.filter((attribute) => attribute !== 'kept').map(choiceOf),
]

/** Which column of the file fills which attribute of a person, with an example of each, to be changed. */
export function ColumnsTable(props: {
  columns: readonly Column[]
  onChange: (column: Column, attribute: ColumnAttribute | null) => void
}) {
  return (
    <Table.ScrollContainer
      minWidth={480}
      maxHeight={340}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('Columns') } }}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Column')}</Table.Th>
            <Table.Th>{t('First value')}</Table.Th>
            <Table.Th>{t('Fills')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.columns.map((column) => (
            <Table.Tr key={column.index}>
              <Table.Td>
                <bdi>{column.title}</bdi>
              </Table.Td>
              <Table.Td className={words.quiet}>
                {isSecretName(column.title) ? (
                  t('Looks like a secret: not shown, and not to be kept')
                ) : column.example === null ? (
                  t('Empty')
                ) : (
                  <bdi>{column.example}</bdi>
                )}
              </Table.Td>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={t('What {column} fills', { column: column.title })}
                  value={column.attribute ?? ''}
                  data={choicesOf(whyNotKept(column.title) === null)}
                  onChange={({ currentTarget: { value } }) =>
                    props.onChange(column, columnAttributes.find((attribute) => attribute === value) ?? null)
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
