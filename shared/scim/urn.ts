/** Schema of a core User (RFC 7643 section 8.7.1). */
export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'
/** Schema of a core Group (RFC 7643 section 4.2). */
export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group'
/** The enterprise extension of User (RFC 7643 section 4.3). */
export const enterpriseUserUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
/** Message: a PATCH request (RFC 7644 section 3.5.2). */
export const patchOpUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
/** Message: an error (RFC 7644 section 3.12). */
export const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error'
/** Message: several operations in one request (RFC 7644 section 3.7). */
export const bulkRequestUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
