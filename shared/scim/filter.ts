import { MusterError } from '../errors.ts'
import { t } from '../words/text.ts'

/**
 * A filter that compares one attribute with a text (RFC 7644 section 3.4.2.2). The text is written as a JSON string, so no
 * quote or backslash in it can end it early.
 * @throws MusterError `path-invalid` for anything but an attribute name, with an optional sub-attribute.
 */
export function eq(attribute: string, value: string): string {
  if (!/^[A-Za-z][\w-]*(\.\$?[A-Za-z][\w-]*)?$/.test(attribute)) {
    throw new MusterError('path-invalid', { where: attribute, detail: t('A filter needs an attribute name.') })
  }
  return `${attribute} eq ${JSON.stringify(value)}`
}
