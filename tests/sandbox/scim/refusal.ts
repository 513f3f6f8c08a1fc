import type { JsonObject } from '../../../shared/model/json.ts'

/** The detail keywords of RFC 7644 section 3.12, table 9. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'

/** A request that the service does not carry out, thrown from wherever that is found out. */
export class Refusal extends Error {
  readonly status: number
  readonly scimType: ScimType | null
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    detail: string,
    scimType: ScimType | null = null,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.name = 'Refusal'
    this.status = status
    this.scimType = scimType
    this.headers = headers
  }

  /** The message of RFC 7644 section 3.12. */
  toScim(): JsonObject {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(this.status),
      ...(this.scimType ? { scimType: this.scimType } : {}),
      detail: this.message,
    }
  }
}
