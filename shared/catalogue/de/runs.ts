/** See docs/translating.md. */
export const runs: Record<string, string> = {
  Started: 'Begonnen',
  Found: 'Gefunden',
  '{count, plural, one {# change} other {# changes}}': '{count, plural, one {# Änderung} other {# Änderungen}}',
  Afterwards: 'Danach',
  By: 'Von',
  '{count, plural, one {# run} other {# runs}}': '{count, plural, one {# Lauf} other {# Läufe}}',
  '{count, plural, one {# change matches} other {# changes match}}':
    '{count, plural, one {# passende Änderung} other {# passende Änderungen}}',
  '{shown, number} of {all, plural, one {# run} other {# runs}}':
    '{shown, number} von {all, plural, one {# Lauf} other {# Läufen}}',
  'Reading the runs': 'Die Läufe werden gelesen',
  'Nothing has been pushed yet': 'Noch wurde nichts übertragen',
  'Pick people, review what would change and push it. Every run stays here with its outcomes.':
    'Wählen Sie Personen aus, prüfen Sie, was sich ändern würde, und übertragen Sie es. Jeder Lauf bleibt hier mit seinen Ergebnissen.',
  'Go to People': 'Zu den Personen',
  'Search runs': 'Läufe suchen',
  'Search person, date, outcome, id': 'Person, Datum, Ergebnis, id suchen',
  'No run matches “{search}”.': 'Kein Lauf passt zu „{search}“.',
}
