import type { ErrorEntries } from './entry.ts'

/** The mapping. */
export const mapping = {
  'path-invalid': {
    happened: 'This is not a SCIM attribute path.',
    todo: 'Correct the attribute in the mapping.',
    retry: false,
  },
  'mapping-invalid': {
    happened: 'The mapping can’t be used.',
    means: 'The one before is still in use.',
    todo: 'Correct the rule that is named.',
    retry: false,
  },
  'mapping-file': {
    happened: 'The file holds no mapping that Muster can read.',
    means: 'The mapping that is shown stays as it is.',
    todo: 'Correct the place that is named, or choose a file that Muster has exported.',
    retry: false,
  },
  'count-cancelled': {
    happened: 'This count was ended by a newer one.',
    todo: 'Wait for the newer count.',
    retry: true,
  },
} as const satisfies ErrorEntries
