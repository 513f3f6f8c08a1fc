import type { ErrorEntries } from './entry.ts'

/** Files that people are read from, that Muster writes, or that came with it. */
export const files = {
  'file-unreadable': {
    happened: 'The file can’t be read.',
    todo: 'Check that it exists and that you may open it.',
    retry: true,
  },
  'file-unwritable': {
    happened: 'The file can’t be written.',
    means: 'Nothing was left behind, and a file that was there before is as it was.',
    todo: 'Choose another folder, or make room on the disk.',
    retry: true,
  },
  'file-grant': { happened: 'This file was not chosen by you.', todo: 'Open the file again.', retry: false },
  'file-empty': {
    happened: 'The file is empty.',
    todo: 'Export the people again and open the new file.',
    retry: false,
  },
  'file-format': {
    happened: 'The file is not a list of people that Muster can read.',
    todo: 'Save it as CSV, Excel workbook (.xlsx), JSON or LDIF and open it again.',
    retry: false,
  },
  'file-columns': {
    happened: 'No column of the file holds a sign-in name.',
    todo: 'Choose the column that does, or export it with userPrincipalName.',
    retry: false,
  },
  'guide-missing': {
    happened: 'The guide is not where it was installed.',
    todo: 'Install Muster again.',
    retry: false,
  },
  'guide-unopened': {
    happened: 'No program of this computer opened the guide.',
    todo: 'Open its file in a browser yourself.',
    retry: true,
  },
} as const satisfies ErrorEntries
