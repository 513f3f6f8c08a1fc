import { type ErrorCode, MusterError } from '../../../shared/errors.ts'

/** The SCIM client speaks of K2; of a source the same failures have other words and another way out. */
const meanings: Partial<Record<ErrorCode, ErrorCode>> = {
  'scim-unauthorised': 'source-credentials',
  'scim-forbidden': 'source-refused',
  'scim-not-found': 'source-address',
  'scim-address': 'source-address',
  'scim-rate-limited': 'source-busy',
  'scim-server': 'source-busy',
  'scim-unsupported': 'source-reply',
  'scim-invalid': 'source-reply',
  // Nothing is written to a source, so these make no sense there.
  'scim-changed': 'source-reply',
  'scim-conflict': 'source-reply',
  'group-not-found': 'source-address',
  'scim-reply': 'source-reply',
}

/** A failure of the SCIM client as one of a source. @param filtered whether a filter was sent, so that a refusal means it. */
export function scimSourceError(error: unknown, filtered = false): unknown {
  if (!(error instanceof MusterError)) return error
  const refused = filtered && (error.code === 'scim-invalid' || error.code === 'scim-unsupported')
  const code = refused ? 'source-filter' : meanings[error.code]
  if (code === undefined) return error
  const { where, detail, status } = error
  return new MusterError(code, {
    ...(where === null ? {} : { where }),
    ...(detail === null ? {} : { detail }),
    ...(status === null ? {} : { status }),
    cause: error,
  })
}
