import { Button, CloseButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { PeopleFilter } from '../../../shared/model/person-query.ts'
import { t } from '../../../shared/words/text.ts'
import { filterWords } from './filter-words.ts'
import classes from './filters.module.css'

/** The conditions that are set, each to be taken away again. */
export function AppliedFilters(props: {
  filters: readonly PeopleFilter[]
  onChange: (filters: PeopleFilter[]) => void
}) {
  const { filters, onChange } = props
  if (filters.length === 0) return null
  return (
    <>
      {filters.map((filter, place) => {
        const words = filterWords(filter)
        return (
          <span key={words} className={classes.applied}>
            <bdi title={words}>{words}</bdi>
            <CloseButton
              size="sm"
              radius="xl"
              c="inherit"
              aria-label={t('Remove the filter {filter}', { filter: words })}
              icon={<IconX size={14} stroke={1.75} aria-hidden />}
              onClick={() => onChange(filters.toSpliced(place, 1))}
            />
          </span>
        )
      })}
      <Button variant="subtle" onClick={() => onChange([])}>
        {t('Clear filters')}
      </Button>
    </>
  )
}
