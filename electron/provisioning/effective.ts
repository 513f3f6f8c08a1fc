import {
  type Capabilities,
  type CapabilityAnswer,
  type CapabilityNumber,
  capabilityNumbers,
  type Override,
  type Overrides,
  overridesSchema,
} from '../../shared/model/capabilities.ts'
import { t } from '../../shared/words/text.ts'

/** Nothing is set by hand. */
export const noOverrides: Overrides = { answers: {}, numbers: {} }

/** What one bulk request may hold where Bulk is set by hand and the service does not say: what most can take. */
const assumed = { bulkOperations: 100, bulkBytes: 1_048_576 }

/**
 * What Muster goes by: what was learnt of a service, and in its place what the admin has set. The one place where the two
 * come together; every strategy follows what comes out of it.
 */
export function effectiveOf(learnt: Capabilities, { answers, numbers }: Overrides): Capabilities {
  const effective = { ...learnt }
  for (const [what, { value, at }] of Object.entries(answers)) {
    const entry = learnt[what as CapabilityAnswer]
    effective[what as CapabilityAnswer] = { ...entry, value, byHand: { at, learnt: entry.value } }
  }
  for (const [what, { value, at }] of Object.entries(numbers)) {
    const entry = learnt[what as CapabilityNumber]
    effective[what as CapabilityNumber] = { ...entry, value, byHand: { at, learnt: entry.value } }
  }
  for (const what of ['bulkOperations', 'bulkBytes'] as const) {
    const entry = effective[what]
    if (effective.bulk.value !== 'yes') effective[what] = { ...entry, value: 0 }
    else if (entry.value === 0) {
      effective[what] = { ...entry, value: assumed[what], from: t('The service names no limit; this one is assumed.') }
    }
  }
  return effective
}

/** The overrides with one capability set at a moment (Unix milliseconds), or left as it was learnt again. */
export function withOverride(overrides: Overrides, { what, value }: Override, at: number): Overrides {
  const { answers, numbers } = overrides
  const isNumber = what in capabilityNumbers
  const { [what]: _before, ...rest } = (isNumber ? numbers : answers) as Record<string, unknown>
  const set = value === null ? rest : { ...rest, [what]: { value, at } }
  return overridesSchema.parse(isNumber ? { answers, numbers: set } : { answers: set, numbers })
}
