import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, type Output } from '../../api.ts'

/** How long the selection rests before main weighs it, in milliseconds. */
const rest = 80

/** A number for each selection: a key that listed 100,000 ids would be hashed with every row that is drawn. */
const turns = new WeakMap<ReadonlySet<string>, number>()
let last = 0

function turnOf(selected: ReadonlySet<string>): number {
  const turn = turns.get(selected) ?? ++last
  turns.set(selected, turn)
  return turn
}

/** How many of the selected accounts are active and how many are not; null while main has not said. */
export function useWeighed(connection: string, selected: ReadonlySet<string>): Output<'accounts', 'weigh'> | null {
  const [resting] = useDebouncedValue(selected, rest)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['accounts', 'weigh', connection, turnOf(resting)],
    queryFn: () => call('accounts', 'weigh', { connection, ids: [...resting] }),
    enabled: resting.size > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return data === undefined || isPlaceholderData || resting !== selected ? null : data
}
