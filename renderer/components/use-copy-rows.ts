import { failureOf } from '../api.ts'
import { useFormat } from '../format.tsx'
import { tell } from './tell.tsx'

/** Says what has become of copying rows. @param one, many what the rows are called: person, people. */
export function useCopyRows(one: string, many: string): (copying: Promise<{ copied: number }>) => void {
  const { count } = useFormat()
  return (copying) => {
    copying.then(
      ({ copied }) => tell(`${count(copied, one, many)} copied as CSV`),
      (error: Error) => tell(failureOf(error).happened),
    )
  }
}
