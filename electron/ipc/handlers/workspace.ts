import type { Handlers } from '../../../shared/contract.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'

/** The calls that a connection's workspace answers as they are. */
type WorkspaceHandlers = Pick<Handlers, 'selections' | 'groups'> & {
  people: Omit<Handlers['people'], 'copy'>
  accounts: Omit<Handlers['accounts'], 'copy'>
  source: Pick<Handlers['source'], 'summary' | 'problems'>
  mapping: Omit<Handlers['mapping'], 'export' | 'import'>
  plans: Omit<Handlers['plans'], 'export' | 'copy'>
  runs: Omit<Handlers['runs'], 'export' | 'copy'>
}

/** `people.*`, `selections.*`, `accounts.*`, `groups.*`, and what of `source.*`, `mapping.*`, `plans.*` and `runs.*` touches no file and no clipboard. */
export function workspaceHandlers(workspaceOf: (connection: string) => Promise<Workspace>): WorkspaceHandlers {
  /** A handler that finds the workspace of the connection the call names, and lets it answer. */
  const at =
    <I extends { connection: string }, O>(answer: (workspace: Workspace, input: I) => O | Promise<O>) =>
    async (input: I): Promise<O> =>
      answer(await workspaceOf(input.connection), input)

  return {
    source: {
      summary: at(({ source }) => source.summary()),
      problems: at(({ source }, input) => source.problems(input)),
    },
    mapping: {
      state: at(({ mapping }) => mapping.state()),
      keepDraft: at(({ mapping }, input) => mapping.keepDraft(input)),
      save: at(({ mapping }, input) => mapping.save(input)),
      preview: at(({ mapping }, input) => mapping.preview(input)),
      count: at(({ mapping }, input) => mapping.count(input)),
    },
    people: {
      query: at(({ people }, input) => people.query(input)),
      ids: at(({ people }, input) => people.ids(input)),
      filterable: at(({ people }) => people.filterable()),
      values: at(({ people }, input) => people.values(input)),
      emptiedBy: at(({ people }, input) => people.emptiedBy(input)),
      gone: at(({ people }, input) => people.gone(input)),
      get: at(({ people }, input) => people.get(input)),
      weigh: at(({ people }, input) => people.weigh(input)),
      find: at(({ people }, input) => people.find(input)),
      candidates: at(({ people }, input) => people.candidates(input)),
      resolve: at(({ people }, input) => people.resolve(input)),
    },
    selections: {
      list: at(({ selections }) => selections.list()),
      save: at(({ selections }, input) => selections.save(input)),
      update: at(({ selections }, input) => selections.update(input)),
      remove: at(({ selections }, input) => selections.remove(input)),
      apply: at(({ selections }, input) => selections.apply(input)),
    },
    accounts: {
      state: at(({ accounts }) => accounts.state()),
      refresh: at(({ accounts }) => accounts.refresh()),
      query: at(({ accounts }, input) => accounts.query(input)),
      get: at(({ accounts }, input) => accounts.get(input)),
      weigh: at(({ accounts }, input) => accounts.weigh(input)),
      capabilities: at(({ accounts }) => accounts.capabilities()),
      learn: at(({ accounts }) => accounts.learn()),
      override: at(({ accounts }, input) => accounts.override(input)),
      unplanned: at(({ accounts }) => accounts.unplanned()),
    },
    groups: {
      state: at(({ groups }) => groups.state()),
      refresh: at(({ groups }) => groups.refresh()),
      setRules: at(({ groups }, input) => groups.setRules(input)),
    },
    plans: {
      create: at(({ plans }, input) => plans.create(input)),
      again: at(({ plans }, input) => plans.again(input)),
      get: at(({ plans }, input) => plans.get(input)),
      latest: at(({ plans }) => plans.latest()),
      changes: at(({ plans }, input) => plans.changes(input)),
      leaveOut: at(({ plans }, input) => plans.leaveOut(input)),
    },
    runs: {
      start: at(({ runs }, input) => runs.start(input)),
      pause: at(({ runs }, input) => runs.pause(input)),
      resume: at(({ runs }, input) => runs.resume(input)),
      stop: at(({ runs }, input) => runs.stop(input)),
      list: at(({ runs }) => runs.list()),
      search: at(({ runs }, input) => runs.search(input)),
      get: at(({ runs }, input) => runs.get(input)),
      changes: at(({ runs }, input) => runs.changes(input)),
      change: at(({ runs }, input) => runs.change(input)),
      retryFailed: at(({ runs }, input) => runs.retryFailed(input)),
      verify: at(({ runs }, input) => runs.verify(input)),
      undo: at(({ runs }, input) => runs.undo(input)),
    },
  }
}
