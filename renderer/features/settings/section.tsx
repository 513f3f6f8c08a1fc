import { Table, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './section.module.css'

/** A panel of the settings: a title, a sentence, what can be done, and the content. */
export function Section(props: { title: string; lead?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Title order={2}>{props.title}</Title>
          {props.lead ? <p className={classes.lead}>{props.lead}</p> : null}
        </div>
        {props.actions}
      </div>
      {props.children}
    </section>
  )
}

/** Names and values that are only read. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

const FactPair = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

/** A row of a {@link FactTable}. */
export interface FactRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
}

/** The heads of a table's columns. */
export function Heads({ heads }: { heads: readonly string[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {heads.map((head) => (
          <Table.Th key={head} scope="col">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

/** A table that is only read, to the edges of its panel. The first cell names its row. */
export function FactTable({
  label,
  heads,
  rows,
}: {
  label: string
  heads: readonly string[]
  rows: readonly FactRow[]
}) {
  return (
    <Table className={classes.table ?? ''} aria-label={label}>
      <Heads heads={heads} />
      <Table.Tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">{first}</Table.Th>
            {rest.map((cell, index) => (
              <Table.Td key={heads[index + 1]}>{cell}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** A value that may be long; the whole of it shows on hover. */
export const Example = ({ children }: { children: string }) => (
  <bdi className={classes.example} title={children}>
    {children}
  </bdi>
)
