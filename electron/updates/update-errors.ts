import { type ErrorCode, MusterError } from '../../shared/errors.ts'

/** Codes of electron-updater and its libraries whose file is not the one that was published. */
const altered: ReadonlySet<string> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE'])

/** `net::ERR_…` is Electron's, `HTTP_ERROR_…` builder-util-runtime's, the others Node's. */
const unreachable =
  /^(HTTP_ERROR|ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ERR_UPDATER_CHANNEL_FILE_NOT_FOUND)|net::ERR_|timed out/

/** What went wrong with an update, in the catalogue's words. */
export function updateError(error: unknown): MusterError {
  if (error instanceof MusterError) return error
  const { code, message } =
    error instanceof Error ? { code: codeOf(error), message: error.message } : { code: '', message: '' }
  // Two hashes tell nobody anything; the log has them.
  if (altered.has(code)) return new MusterError('update-altered', { cause: error })
  // The first line: the others are headers and a page of HTML.
  const [detail = ''] = message.split('\n')
  return new MusterError(kindOf(code, message), { detail, cause: error })
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

function kindOf(code: string, message: string): ErrorCode {
  if (unreachable.test(code) || unreachable.test(message)) return 'update-unreachable'
  return code.startsWith('ERR_UPDATER_') ? 'update-unusable' : 'update-failed'
}
