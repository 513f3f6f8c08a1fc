import { Modal, Table, Text } from '@mantine/core'
import type { FileSummary } from '../../../shared/model/source.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'

const products: Record<FileSummary['product'], string> = {
  entra: 'a Microsoft Entra export',
  'active-directory': 'an Active Directory export',
  generic: 'a table of people',
}

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** What a file was taken for, in one sentence. */
export const readAs = ({ product, encoding, delimiter }: FileSummary): string =>
  `Read as ${products[product]}: ${encoding}, separated by ${delimiters[delimiter] ?? `“${delimiter}”`}.`

/** How many columns of a file are used. */
export const usedColumns = ({ columns }: FileSummary): number => columns.filter(({ attribute }) => attribute).length

/** Which column of the file fills which attribute of a person, with an example of each. */
export function ColumnsDialog({ summary, onClose }: { summary: FileSummary; onClose: () => void }) {
  const { count, number } = useFormat()
  return (
    <Modal opened onClose={onClose} size={760} title={`What was read from ${summary.name}`}>
      <Text fz="sm" mb="sm">
        {readAs(summary)} {count(summary.rows, 'row', 'rows')}, {number(usedColumns(summary))} of{' '}
        {count(summary.columns.length, 'column', 'columns')} used.
      </Text>
      <Table.ScrollContainer
        minWidth={480}
        maxHeight={440}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Columns' } }}
      >
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th>Fills</Table.Th>
              <Table.Th>Example</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {summary.columns.map(({ index, title, attribute, example }) => (
              <Table.Tr key={index}>
                <Table.Td>
                  <bdi>{title}</bdi>
                </Table.Td>
                <Table.Td className={attribute ? undefined : words.quiet}>
                  {attribute ? personAttributeWords[attribute] : 'Not used'}
                </Table.Td>
                <Table.Td className={words.quiet}>
                  <bdi>{example ?? 'Empty'}</bdi>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Modal>
  )
}
