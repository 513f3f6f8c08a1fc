import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { unitParts } from '../../../shared/model/attribute-name.ts'
import type { ValuesOf } from '../../../shared/model/person-query.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat } from '../../format.tsx'
import { filterValueWords } from './filter-words.ts'
import classes from './filters.module.css'

/** How deep a unit lies below the topmost ones; other values lie at the top. */
const depthOf = (of: ValuesOf, value: string): number =>
  of.by === 'unit' ? Math.max(unitParts(value).filter(Boolean).length - 1, 0) : 0

const lastPart = (path: string): string =>
  unitParts(path)
    .at(-1)
    ?.replace(/\\([\\/])/g, '$1') || path

/** The values that people have of something, each with how many have it; choosing one is all there is to do. */
export function ValueList(props: {
  connection: string
  of: ValuesOf
  /** `Search groups`. */
  label: string
  onChoose: (value: string) => void
}) {
  const { connection, of, label, onChoose } = props
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search, 120)
  const { number } = useFormat()
  const values = useCall('people', 'values', { connection, of, search: wanted }, { placeholderData: keepPreviousData })
  const rows = values.data?.rows ?? []
  const others = (values.data?.total ?? 0) - rows.length
  // While units are searched, a tree with holes would put them under the wrong ones: each is shown by its whole path.
  const asTree = of.by === 'unit' && wanted === ''
  if (values.error) return <ErrorPanel failure={failureOf(values.error)} retry={() => void values.refetch()} />
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        data-autofocus
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollBox label={t('Values')} most={240}>
        <ul className={classes.values}>
          {rows.map(({ value, people }) => (
            <li key={value}>
              <button
                type="button"
                className={classes.value}
                style={asTree ? { paddingInlineStart: 8 + depthOf(of, value) * 14 } : undefined}
                title={value}
                onClick={() => onChoose(value)}
              >
                <bdi>
                  {asTree ? lastPart(value) : of.by === 'attribute' ? filterValueWords(of.attribute, value) : value}
                </bdi>
                <span className={classes.count}>{number(people)}</span>
              </button>
            </li>
          ))}
        </ul>
        {values.isSuccess && rows.length === 0 ? (
          <Text fz="xs" c="dimmed" p={8}>
            {wanted === '' ? t('Nobody has a value.') : t('No value has “{part}”.', { part: wanted })}
          </Text>
        ) : null}
        {others > 0 ? (
          <Text fz="xs" c="dimmed" p={8}>
            {t('and {count, number} more: type a part of it', { count: others })}
          </Text>
        ) : null}
      </ScrollBox>
    </>
  )
}
