import { call } from '../../api.ts'

/** What is cancelled, as main calls it. */
const what = 'trying'

/** Ends the test or the count of a connection's source that is under way. */
export const stopTrying = (connection: string): void => void call('source', 'cancel', { connection, what })
