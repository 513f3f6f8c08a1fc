import type { Person } from '../../shared/model/person.ts'
import type { Problem, SourceSummary } from '../../shared/model/source.ts'
import type { SourceTest, TestStep } from '../../shared/model/source-test.ts'

/** What a source gave. */
export interface PeopleRead<S extends SourceSummary = SourceSummary, P extends Iterable<Person> = Person[]> {
  readonly summary: S
  /** In the order of the source. */
  readonly people: P
  /** In the order of the source; those of the whole source come last. */
  readonly problems: Problem[]
}

/** How far reading has come. `total` is null where nobody can tell. */
export interface ReadProgress {
  /** Bytes of a file, entries of a directory. */
  readonly done: number
  readonly total: number | null
}

/** What a reader of a source takes. */
export interface ReadOptions {
  /** Ends the reading; the promise then rejects with the signal’s reason. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadProgress) => void
}

/** How settings of a source are tried. */
export interface TestOptions extends ReadOptions {
  /** Told after each step that worked, with what was found, one sentence. */
  readonly onStep?: (step: TestStep, said: string) => void
}

/** What trying settings gave, when every step worked. */
export type TestResult = NonNullable<SourceTest['found']>

/** Where people come from: a file, an LDAP directory, a SCIM service. */
export interface Source<P extends Iterable<Person> = Iterable<Person>> {
  /** Reads everybody. @throws MusterError with a code of the source’s own kind. */
  read(options?: ReadOptions): Promise<PeopleRead<SourceSummary, P>>
}
