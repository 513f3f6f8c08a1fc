import { settingsAddresses, windowAddresses } from './boundaries/addresses.ts'
import { callbackRequests } from './boundaries/callback.ts'
import { certificateQuestions } from './boundaries/certificates.ts'
import { databaseOnDisk, settingsOnDisk } from './boundaries/disk.ts'
import { csvFiles, jsonFiles, jsonLinesFiles, ldifFiles, xlsxFiles } from './boundaries/files.ts'
import { fileGrants, sealedTexts } from './boundaries/grants.ts'
import { ipcCalls, ipcSenders } from './boundaries/ipc.ts'
import { ldapEntries, ldapReplies } from './boundaries/ldap.ts'
import { groupCells, pastedLists, scimIds, scimPaths } from './boundaries/lists-and-paths.ts'
import { mappings } from './boundaries/mapping.ts'
import { policyFile } from './boundaries/policy.ts'
import { discoveryReplies, idTokens, providerErrors, tokenReplies } from './boundaries/provider.ts'
import { scimDescriptions, scimPages, scimReplies, scimSourceReplies } from './boundaries/scim.ts'
import { settingsImport } from './boundaries/settings-import.ts'
import { commandLine, demoEnvironment } from './boundaries/start.ts'
import { updateDescriptions } from './boundaries/updates.ts'
import { vaultEntries } from './boundaries/vault-entries.ts'
import type { Boundary } from './boundary.ts'

/**
 * Every place where something comes in that Muster has not written itself. A new one is added here, with one entry: a
 * `boundary({ name, inputs, open })` of the room it belongs to. From then on the short run of `npm run check` and the long
 * run of `npm run fuzz` try it as they try all the others.
 */
export const boundaries: readonly Boundary[] = [
  settingsImport,
  settingsAddresses,
  windowAddresses,
  callbackRequests,
  ipcSenders,
  ...ipcCalls,
  fileGrants,
  sealedTexts,
  discoveryReplies,
  tokenReplies,
  idTokens,
  providerErrors,
  scimReplies,
  scimPages,
  scimDescriptions,
  scimSourceReplies,
  scimPaths,
  scimIds,
  csvFiles,
  xlsxFiles,
  jsonFiles,
  jsonLinesFiles,
  ldifFiles,
  groupCells,
  ldapEntries,
  ldapReplies,
  pastedLists,
  mappings,
  policyFile,
  updateDescriptions,
  certificateQuestions,
  settingsOnDisk,
  databaseOnDisk,
  vaultEntries,
  commandLine,
  demoEnvironment,
]
