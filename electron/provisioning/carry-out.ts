import { MusterError } from '../../shared/errors.ts'
import type { CallOptions } from './account-service.ts'
import { changeMembers } from './change-members.ts'
import { createAccount } from './create-account.ts'
import { createGroup } from './create-group.ts'
import { deleteAccount } from './delete-account.ts'
import { type CarryOutParts, type Ending, failed, type Ready, type Try } from './ending.ts'
import { obstacleOf } from './obstacles.ts'
import { updateAccount } from './update-account.ts'

/** So many network failures of one change, while others get answers, are the change's own. */
const most = 3

/**
 * Carries out one change, however often the network or the session get in the way, and tells how it ended. Rejects with the
 * reason of `stopped` or `cut` when the run was stopped first; then nobody knows.
 */
export async function carryOut(ready: Ready, parts: CarryOutParts): Promise<Ending> {
  const { clock, since, obstacles, stopped, cut, hold, pace, hooks } = parts
  const once = tryOf(ready, parts)
  const options: CallOptions = {
    ...hooks,
    signal: cut,
    pace,
    hold,
    onExchange: (exchange) => {
      if (exchange.status !== null) obstacles.answered()
      hooks.onExchange?.(exchange)
    },
  }
  // An earlier start may have sent it at any time from its intent on until this one began.
  let doubt = ready.item.intentAt === null ? null : since
  let { answers } = obstacles
  for (let times = 0, own = 0; ; times++) {
    const { signIn } = obstacles
    try {
      return await once(doubt, options)
    } catch (error) {
      if (cut.aborted) throw cut.reason
      // It was held back when the run was stopped.
      if (stopped.aborted && error === stopped.reason) throw error
      const obstacle = obstacleOf(error)
      if (!(error instanceof MusterError)) throw error
      // While others, or this one's own lookup, got answers, the network is not to blame.
      if (obstacle === 'waiting-for-network' && obstacles.answers > answers) own++
      answers = obstacles.answers
      if (obstacle === null || own >= most) return failed(error, ready.accountId)
      if (obstacle === 'waiting-for-network' || error.ambiguous) doubt = clock.now()
      await obstacles.wait(error, times, signIn, stopped)
      await hold()
    }
  }
}

/** How a change is tried, by what it is about and what it does. */
function tryOf(ready: Ready, parts: CarryOutParts): Try {
  const { accountId, item } = ready
  if (item.content.resource === 'Group') {
    return accountId === null ? createGroup(ready, parts) : changeMembers(ready, accountId, parts)
  }
  if (accountId === null) return createAccount(ready, parts)
  if (item.content.kind === 'delete') return deleteAccount(ready, accountId, parts)
  return updateAccount(ready, accountId, parts)
}
