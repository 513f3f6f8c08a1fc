import { readPeopleFile } from '../../electron/sources/file.ts'
import type { Person } from '../../shared/model/person.ts'
import type { SourceSummary } from '../../shared/model/source.ts'

/** People whose push creates, updates, deactivates and reactivates accounts, and names managers in the second pass. */
export interface Work {
  readonly summary: SourceSummary
  readonly people: readonly Person[]
}

/**
 * The people of a sandbox, changed so that nearly everybody has something to be pushed: who has a title gets another one,
 * and every tenth a manager from further down the list, whose own account is often made by the same push.
 */
export async function workOf(peopleFile: string): Promise<Work> {
  const read = await readPeopleFile(peopleFile)
  const people: Person[] = []
  for await (const person of read.people) people.push(person)
  const changed = people.map((person, at) => {
    const { title = 'Trainee', ...rest } = person.attributes
    const manager = at % 10 === 0 ? people[(at * 3 + 1) % people.length]?.key : undefined
    const attributes = { ...rest, title: `${title} II`, ...(manager === undefined ? {} : { manager }) }
    return { ...person, attributes }
  })
  return { summary: read.summary, people: changed }
}
