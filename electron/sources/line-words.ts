import { t } from '../../shared/words/text.ts'

/** A line of a file, as failures say where they are. */
export const lineWords = (line: number): string => t('line {line}', { line: String(line) })
