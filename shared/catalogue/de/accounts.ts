/** See docs/translating.md. */
export const accounts: Record<string, string> = {
  'Reading the account': 'Das Konto wird gelesen',
  'Belongs to {person}': 'Gehört zu {person}',
  'No person of the source matches this account': 'Keine Person der Quelle passt zu diesem Konto',
  Account: 'Konto',
  'As K2 sent it': 'Wie K2 es gesendet hat',
  'The account as SCIM JSON': 'Das Konto als SCIM-JSON',
  'No account selected': 'Kein Konto ausgewählt',
  '{count, number} selected': '{count, number} ausgewählt',
  '{count, number} active': '{count, number} aktiv',
  '{count, number} inactive': '{count, number} inaktiv',
  Clear: 'Aufheben',
  'A deleted account can only be made anew, with another id.':
    'Ein gelöschtes Konto lässt sich nur neu anlegen, mit einer anderen Kennung.',
  'A deactivated account stays, and can be reactivated.': 'Ein deaktiviertes Konto bleibt und kann reaktiviert werden.',
  'This service does not delete accounts.': 'Dieser Dienst löscht keine Konten.',
  'Delete {count, plural, one {# inactive account} other {# inactive accounts}}…':
    '{count, plural, one {# inaktives Konto} other {# inaktive Konten}} löschen…',
  'Review deactivation of accounts': 'Deaktivierung von Konten prüfen',
  'Review deactivation of {count, plural, one {# account} other {# accounts}}':
    'Deaktivierung von {count, plural, one {# Konto} other {# Konten}} prüfen',
  All: 'Alle',
  'No person here': 'Ohne Person hier',
  Show: 'Anzeigen',
  'Search accounts': 'Konten suchen',
  'Search name or e-mail': 'Name oder E-Mail',
  'No account here.': 'Hier ist kein Konto.',
  'No account matches “{search}”.': 'Kein Konto passt zu „{search}“.',
  'Show all accounts': 'Alle Konten anzeigen',
  'Tick accounts first.': 'Wählen Sie zuerst Konten aus.',
  '{count, plural, one {# account} other {# accounts}}': '{count, plural, one {# Konto} other {# Konten}}',
  'read {ago}': '{ago} gelesen',
  'not all of them': 'nicht alle',
  Refresh: 'Aktualisieren',
  'K2 has no accounts yet': 'K2 hat noch keine Konten',
  'Pick people on the People screen and push them; their accounts appear here.':
    'Wählen Sie auf der Seite Personen aus, wer übertragen werden soll; die Konten erscheinen dann hier.',
  'Not read yet': 'Noch nicht gelesen',
  'Muster reads them to see who has an account already and what differs.':
    'Muster liest sie, um zu sehen, wer schon ein Konto hat und was abweicht.',
  'Sign in, and Muster reads them to see who has an account already and what differs.':
    'Melden Sie sich an; dann liest Muster sie, um zu sehen, wer schon ein Konto hat und was abweicht.',
  'Read K2 accounts': 'K2-Konten lesen',
  'Reading K2 accounts': 'K2-Konten werden gelesen',
  'K2 accounts have not been read': 'Die K2-Konten sind noch nicht gelesen',
  'Until then nobody can tell who is missing in K2 and who differs.':
    'Bis dahin weiß niemand, wer in K2 fehlt und wer abweicht.',
  'K2 shows only part of its accounts': 'K2 zeigt nur einen Teil seiner Konten',
  'What the service supports': 'Was der Dienst unterstützt',
  '{count, plural, one {# account} other {# accounts}} came, then the service stopped. Whoever is not among them may have an account all the same and is looked up by name when you review, before anything is planned.':
    '{count, plural, one {# Konto kam} other {# Konten kamen}}, dann hörte der Dienst auf. Wer nicht darunter ist, kann trotzdem ein Konto haben und wird bei der Prüfung nach Namen gesucht, bevor etwas geplant wird.',
  '{count, plural, one {# account} other {# accounts}} came, then the service stopped. Whoever is not among them may have an account all the same and can’t be looked up either, so nothing is planned for them.':
    '{count, plural, one {# Konto kam} other {# Konten kamen}}, dann hörte der Dienst auf. Wer nicht darunter ist, kann trotzdem ein Konto haben und lässt sich auch nicht suchen; deshalb wird dafür nichts geplant.',
  'Select {name}': '{name} auswählen',
  'Select all {count, plural, one {# account} other {# accounts}} that match':
    '{count, plural, one {Das # passende Konto} other {Alle # passenden Konten}} auswählen',
}
