import { MusterError } from '../../shared/errors.ts'
import { type ScimSettings, scimSettingsSchema } from '../../shared/model/connection.ts'
import { operations } from '../../shared/scim/operations.ts'
import type { ScimClient } from './client.ts'

/** How the addresses below a service's base address are written. */
export type Layout = Pick<ScimSettings, 'path' | 'lowerCase'>

/** The known layouts but the one that is in use, those nearest to it first. */
export function otherLayouts({ path, lowerCase }: Layout): Layout[] {
  const paths = [path, ...scimSettingsSchema.shape.path.options.filter((other) => other !== path)]
  return paths
    .flatMap((one) => [lowerCase, !lowerCase].map((lower) => ({ path: one, lowerCase: lower })))
    .filter((layout) => layout.path !== path || layout.lowerCase !== lowerCase)
}

/**
 * Looks, by reading one account, whether the service answers in another known layout; null when it does in none.
 * `clientAt` gives a client for settings.
 */
export async function findLayout(
  settings: ScimSettings,
  clientAt: (settings: ScimSettings) => Pick<ScimClient, 'send'>,
): Promise<Layout | null> {
  const { baseUrl } = settings
  for (const layout of otherLayouts(settings)) {
    try {
      await clientAt({ baseUrl, ...layout }).send(operations.listUsers, { startIndex: 1, count: 1 })
      return layout
    } catch (error) {
      // Whatever the answer is, it is not a list of accounts.
      if (!(error instanceof MusterError)) throw error
    }
  }
  return null
}
