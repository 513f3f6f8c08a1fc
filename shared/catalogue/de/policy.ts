/** See docs/translating.md. */
export const policy: Record<string, string> = {
  'The policy can’t be used': 'Die Richtlinie kann nicht verwendet werden',
  'Until it is put right, nothing can be pushed and every limit is at its strictest. It is in {file}; Muster reads it when it starts.':
    'Bis sie berichtigt ist, kann nichts übertragen werden, und jede Grenze gilt so streng wie möglich. Sie steht in {file}; Muster liest sie beim Start.',
  'Decided by the policy of this computer, in {file}.': 'Durch die Richtlinie dieses Computers festgelegt, in {file}.',
  'Only administrators can write it': 'Nur die Administration kann sie schreiben',
  Checked: 'Geprüft',
  'Not checked on this platform': 'Auf dieser Plattform nicht geprüft',
  'Every connection': 'Jede Verbindung',
  'As each connection says': 'Wie bei jeder Verbindung eingestellt',
  'Safety limits': 'Sicherheitsgrenzen',
  '{number} accounts, {percent} % of the active ones; locked': '{number} Konten, {percent} % der aktiven; gesperrt',
  'Yours to set': 'Frei einstellbar',
  Updates: 'Aktualisierungen',
  Allowed: 'Erlaubt',
  Off: 'Aus',
  '{name} (read-only)': '{name} (nur lesen)',
  'Prepared connections': 'Vorbereitete Verbindungen',
  'Nothing is managed. An administrator of this computer can decide settings for everybody in {file}.':
    'Nichts ist vorgegeben. Die Administration dieses Computers kann Einstellungen für alle festlegen, in {file}.',
  'An administrator of this computer has decided these for everybody. Muster reads them when it starts.':
    'Die Administration dieses Computers hat diese für alle festgelegt. Muster liest sie beim Start.',
  'The strictest settings hold until it is put right.': 'Bis sie berichtigt ist, gelten die strengsten Einstellungen.',
  Policy: 'Richtlinie',
  'Prepared by your administrator; the SCIM token is still to be entered.':
    'Von Ihrer Administration vorbereitet; nur das SCIM-Token ist noch einzugeben.',
  'This address can’t be used.': 'Diese Adresse ist nicht verwendbar.',
  'This is not a SHA-256 fingerprint.': 'Das ist kein SHA-256-Fingerabdruck.',
}
