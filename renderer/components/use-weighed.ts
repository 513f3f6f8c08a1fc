/*
 * Signature: const weighed = useWeighed('accounts', connection, selected, (ids) => call('accounts', 'weigh', { connection, ids }))
 */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

/** How long the selection rests before main weighs it, in milliseconds. */
const rest = 80

/** A number for each selection: a key that listed 100,000 ids would be hashed with every row that is drawn. */
const turns = new WeakMap<object, number>()
let last = 0

function turnOf(selected: object): number {
  const turn = turns.get(selected) ?? ++last
  turns.set(selected, turn)
  return turn
}

/** What `weigh` says of a selection; null while it has not said, since what it said of the one before is wrong about this one. */
export function useWeighed<Id, Weighed>(
  group: 'people' | 'accounts',
  connection: string,
  selected: ReadonlySet<Id>,
  weigh: (ids: Id[]) => Promise<Weighed>,
): Weighed | null {
  const [resting] = useDebouncedValue(selected, rest)
  const { data, isPlaceholderData } = useQuery({
    queryKey: [group, 'weigh', connection, turnOf(resting)],
    queryFn: () => weigh([...resting]),
    enabled: resting.size > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return data === undefined || isPlaceholderData || resting !== selected ? null : data
}
