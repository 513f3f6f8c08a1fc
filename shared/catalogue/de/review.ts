/** See docs/translating.md. */
export const review: Record<string, string> = {
  '{people, plural, one {# person is} other {# people are}} blocked and not part of the push':
    '{people, plural, one {# Person ist} other {# Personen sind}} blockiert und nicht Teil der Übertragung',
  '{accounts, plural, one {# account is} other {# accounts are}} blocked and not part of the push':
    '{accounts, plural, one {# Konto ist} other {# Konten sind}} blockiert und nicht Teil der Übertragung',
  '{people, plural, one {# person} other {# people}} and {accounts, plural, one {# account} other {# accounts}} are blocked and not part of the push':
    '{people, plural, one {# Person} other {# Personen}} und {accounts, plural, one {# Konto} other {# Konten}} sind blockiert und nicht Teil der Übertragung',
  '<decide>Decide</decide> or <skip>leave this person out</skip>':
    '<decide>Entscheiden</decide> oder <skip>diese Person auslassen</skip>',
  'Decide about {name}': 'Über {name} entscheiden',
  'Leave {name} out': '{name} auslassen',
  'and {count, number} more: see Blocked on the People screen':
    'und {count, number} weitere: siehe „Blockiert“ auf der Seite Personen',
  'Leave all {count, number} people out': 'Alle {count, number} Personen auslassen',
  'You left {count, plural, one {# person} other {# people}} out':
    'Sie haben {count, plural, one {# Person} other {# Personen}} ausgelassen',
  'People left out': 'Ausgelassene Personen',
  'Undo this decision: {name}': 'Diese Entscheidung rückgängig machen: {name}',
  'Undo this decision': 'Diese Entscheidung rückgängig machen',
  'and {count, number} more: see Left out on the People screen':
    'und {count, number} weitere: siehe „Ausgelassen“ auf der Seite Personen',
  'Undo for all {count, number}': 'Für alle {count, number} rückgängig machen',
  Why: 'Warum',
  'What changes': 'Was sich ändert',
  'The whole account': 'Das ganze Konto',
  Push: 'Übertragen',
  '{kind, select, create {Push create of {name}} update {Push update of {name}} reactivate {Push reactivate of {name}} deactivate {Push deactivate of {name}} other {Push delete of {name}}}':
    '{kind, select, create {Übertragen: {name} anlegen} update {Übertragen: {name} ändern} reactivate {Übertragen: {name} reaktivieren} deactivate {Übertragen: {name} deaktivieren} other {Übertragen: {name} löschen}}',
  'Push all changes': 'Alle Änderungen übertragen',
  Changes: 'Änderungen',
  'There is nothing to change.': 'Es gibt nichts zu ändern.',
  '{count, plural, one {# change} other {# changes}} left out':
    '{count, plural, one {# Änderung} other {# Änderungen}} ausgelassen',
  '{count, plural, one {# change} other {# changes}} put back':
    '{count, plural, one {# Änderung} other {# Änderungen}} wieder aufgenommen',
  'Changes by kind': 'Änderungen nach Art',
  'This connection is read-only: nothing can be pushed.':
    'Diese Verbindung darf nur lesen: Es kann nichts übertragen werden.',
  'This plan can’t be pushed any more. Nothing was sent.':
    'Dieser Plan kann nicht mehr übertragen werden. Es wurde nichts gesendet.',
  'Review again': 'Erneut prüfen',
  'Push {count, plural, one {# change} other {# changes}} to {target}':
    '{count, plural, one {# Änderung} other {# Änderungen}} an {target} übertragen',
  'Frozen at {at}': 'Eingefroren um {at}',
  'nothing has been sent': 'nichts wurde gesendet',
  '{count, plural, one {# person needs} other {# people need}} no change':
    '{count, plural, one {# Person braucht} other {# Personen brauchen}} keine Änderung',
  'Undo run {run}: review {count, plural, one {# change} other {# changes}}':
    'Lauf {run} rückgängig machen: {count, plural, one {# Änderung} other {# Änderungen}} prüfen',
  'Review {count, plural, one {# change} other {# changes}}':
    '{count, plural, one {# Änderung} other {# Änderungen}} prüfen',
  'Back to the run': 'Zurück zum Lauf',
  'Back to selection': 'Zurück zur Auswahl',
  'Plan to approve (HTML)': 'Plan zur Freigabe (HTML)',
  'Table (CSV)': 'Tabelle (CSV)',
  'This plan is too old to be pushed': 'Dieser Plan ist zu alt, um übertragen zu werden',
  'Accounts may have changed since it was frozen. Review again: the same people are planned anew, what you left out stays out.':
    'Konten können sich geändert haben, seit er eingefroren wurde. Prüfen Sie erneut: Dieselben Personen werden neu geplant, was Sie ausgelassen haben, bleibt ausgelassen.',
  'This plan can soon no longer be pushed': 'Dieser Plan kann bald nicht mehr übertragen werden',
  'It expires at {at}. Push it before, or review again: what you left out stays out.':
    'Er läuft um {at} ab. Übertragen Sie ihn vorher, oder prüfen Sie erneut: Was Sie ausgelassen haben, bleibt ausgelassen.',
  'You have decided about people, or saved another mapping, since this plan was made':
    'Seit dieser Plan erstellt wurde, haben Sie über Personen entschieden oder eine andere Zuordnung gespeichert',
  'Review again: the same people are planned anew, what you left out stays out.':
    'Prüfen Sie erneut: Dieselben Personen werden neu geplant, was Sie ausgelassen haben, bleibt ausgelassen.',
  'Reading the plan': 'Plan wird gelesen',
  'Someone who has signed in to K2 before can be locked out by a new sign-in name until Nintex support clears a cache (<issue>known issue 126098</issue>).':
    'Wer sich schon bei K2 angemeldet hat, kann durch einen neuen Anmeldenamen ausgesperrt werden, bis der Support von Nintex einen Zwischenspeicher leert (<issue>bekanntes Problem 126098</issue>).',
  'Put it back: {name}': 'Wieder aufnehmen: {name}',
  'Leave it out: {name}': 'Auslassen: {name}',
  'Put it back': 'Wieder aufnehmen',
  'Leave it out': 'Auslassen',
  '{leave} or <compare>compare the accounts</compare>': '{leave} oder <compare>die Konten vergleichen</compare>',
  'Compare accounts of {name}': 'Konten von {name} vergleichen',
  '(left out)': '(ausgelassen)',
  'Leave all {count, number} out': 'Alle {count, number} auslassen',
}
