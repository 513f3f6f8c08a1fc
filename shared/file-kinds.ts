/** Endings of the files that people are read from. */
export const peopleExtensions = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl', 'ndjson', 'ldif', 'ldf'] as const

/** Endings of the files in which the settings of a connection come. */
export const settingsExtensions = ['json', 'txt'] as const
