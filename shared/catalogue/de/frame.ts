/** See docs/translating.md. */
export const frame: Record<string, string> = {
  Close: 'Schließen',
  People: 'Personen',
  'K2 accounts': 'K2-Konten',
  Runs: 'Läufe',
  Settings: 'Einstellungen',
  Main: 'Hauptnavigation',
  'push under way': 'Übertragung läuft',
  'Read K2 accounts again': 'K2-Konten erneut lesen',
  'Connection and navigation': 'Verbindung und Navigation',
  'Read-only': 'Nur lesen',
}
