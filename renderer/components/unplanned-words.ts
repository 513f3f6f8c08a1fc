import type { Unplanned } from '../../shared/model/service-schema.ts'
import { t } from '../../shared/words/text.ts'

/** What the service's schema says against pushing an attribute, in few words, behind the attribute's name. */
export function unplannedWords(attribute: string, why: Unplanned['why']): string {
  switch (why) {
    case 'not-defined':
      return t('{attribute}: the service does not define it', { attribute })
    case 'read-only':
      return t('{attribute}: only the service writes it', { attribute })
    case 'create-only':
      return t('{attribute}: only for new accounts', { attribute })
  }
}
