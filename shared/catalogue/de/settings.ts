/** See docs/translating.md. */
export const settings: Record<string, string> = {
  'As the system': 'Wie das System',
  'Of the window, of reports and of notifications.': 'Des Fensters, der Berichte und der Benachrichtigungen.',
}
