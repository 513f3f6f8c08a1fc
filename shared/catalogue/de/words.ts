/** See docs/translating.md. */
export const words: Record<string, string> = {
  Identifier: 'Kennung',
  'Sign-in name': 'Anmeldename',
  'Display name': 'Anzeigename',
  'First name': 'Vorname',
  'Last name': 'Nachname',
  'E-mail': 'E-Mail',
  Title: 'Titel',
  Department: 'Abteilung',
  Company: 'Firma',
  'Organisational unit': 'Organisationseinheit',
  'Employee number': 'Personalnummer',
  Manager: 'Vorgesetzte Person',
  Phone: 'Telefon',
  Mobile: 'Mobiltelefon',
  Office: 'Büro',
  Street: 'Straße',
  City: 'Ort',
  Region: 'Region',
  'Postal code': 'Postleitzahl',
  Country: 'Land',
  'User type': 'Benutzerart',
  Active: 'Aktiv',
  'Full name': 'Voller Name',
  'Main e-mail': 'Haupt-E-Mail',
  Language: 'Sprache',
  Nickname: 'Rufname',
  Member: 'Mitglied',
  Yes: 'Ja',
  No: 'Nein',
  Create: 'Anlegen',
  create: 'anlegen',
  Update: 'Ändern',
  update: 'ändern',
  Reactivate: 'Reaktivieren',
  reactivate: 'reaktivieren',
  Deactivate: 'Deaktivieren',
  deactivate: 'deaktivieren',
  Delete: 'Löschen',
  delete: 'löschen',
  Unchanged: 'Unverändert',
  unchanged: 'unverändert',
  Waiting: 'Wartet',
  'Under way': 'Läuft',
  Done: 'Erledigt',
  Failed: 'Fehlgeschlagen',
  'Changed in K2 after the review': 'Nach der Prüfung in K2 geändert',
  'Not sent': 'Nicht gesendet',
  'Not in K2': 'Nicht in K2',
  Differs: 'Weicht ab',
  'In sync': 'Stimmt überein',
  Inactive: 'Inaktiv',
  Blocked: 'Blockiert',
  'Left out': 'Ausgelassen',
  'Not known yet': 'Noch unbekannt',
  'In K2': 'In K2',
  externalId: 'externalId',
  Person: 'Person',
  State: 'Zustand',
  id: 'id',
  'just now': 'gerade eben',
  Paused: 'Angehalten',
  'Waits for sign-in': 'Wartet auf Anmeldung',
  'Waits for the network': 'Wartet auf das Netz',
  Stopping: 'Wird beendet',
  Stopped: 'Beendet',
  'The source has no sign-in name for this person.': 'Die Quelle hat keinen Anmeldenamen für diese Person.',
  'Fill it in at the source, then refresh.': 'Tragen Sie ihn in der Quelle ein und aktualisieren Sie dann.',
  'Another person of the source has the same sign-in name': 'Eine andere Person der Quelle hat denselben Anmeldenamen',
  'Say which of them is meant, leave one out, or correct one at the source and refresh.':
    'Sagen Sie, welche gemeint ist, lassen Sie eine aus, oder berichtigen Sie eine in der Quelle und aktualisieren Sie.',
  'Another person of the source has the same identifier': 'Eine andere Person der Quelle hat dieselbe Kennung',
  'Another person matches the same K2 account': 'Eine andere Person passt zum selben K2-Konto',
  'Say whose account it is, or correct one of them at the source and refresh.':
    'Sagen Sie, wem das Konto gehört, oder berichtigen Sie eine davon in der Quelle und aktualisieren Sie.',
  'More than one account in K2 could be theirs': 'Mehr als ein Konto in K2 könnte zu dieser Person gehören',
  'Say which of them is theirs, or correct one in K2 and refresh.':
    'Sagen Sie, welches zu dieser Person gehört, oder berichtigen Sie eines in K2 und aktualisieren Sie.',
  'K2 would refuse the sign-in name, since an account has it already':
    'K2 würde den Anmeldenamen ablehnen, da ein Konto ihn schon hat',
  'Link the person to that account, or change the sign-in name at the source or in K2 and refresh.':
    'Verknüpfen Sie die Person mit diesem Konto, oder ändern Sie den Anmeldenamen in der Quelle oder in K2 und aktualisieren Sie.',
  'The account you linked this person to is no longer in K2':
    'Das Konto, mit dem Sie diese Person verknüpft haben, ist nicht mehr in K2',
  'Undo the decision, or decide anew.': 'Machen Sie die Entscheidung rückgängig, oder entscheiden Sie neu.',
  'K2 shows only part of its accounts, so nobody can tell whether this person has one.':
    'K2 zeigt nur einen Teil seiner Konten, also ist nicht zu erkennen, ob diese Person eines hat.',
  'K2 asks for {attribute}, and this person has none.':
    'K2 verlangt {attribute}, und bei dieser Person fehlt der Wert.',
  'K2 asks for a value, and this person has none.': 'K2 verlangt einen Wert, und bei dieser Person fehlt er.',
  'Fill it in at the source, or in the mapping, then refresh. See Settings, What the service supports.':
    'Tragen Sie ihn in der Quelle oder in der Zuordnung ein und aktualisieren Sie dann. Siehe Einstellungen, Was der Dienst unterstützt.',
  'K2 would refuse the value of {attribute}': 'K2 würde den Wert von {attribute} ablehnen',
  'K2 would refuse a value': 'K2 würde einen Wert ablehnen',
  'Correct it at the source, then refresh.': 'Berichtigen Sie ihn in der Quelle und aktualisieren Sie dann.',
  'The account is still active, and Muster deletes only what is inactive.':
    'Das Konto ist noch aktiv, und Muster löscht nur, was inaktiv ist.',
  'Deactivate it first; once that is pushed, it can be deleted.':
    'Deaktivieren Sie es zuerst; sobald das übertragen ist, kann es gelöscht werden.',
  'This service does not delete accounts': 'Dieser Dienst löscht keine Konten',
  'Blocked: the side panel says why, and the way out': 'Blockiert: Der Seitenbereich sagt, warum, und was hilft',
  'Left out by your decision: the side panel takes it back':
    'Durch Ihre Entscheidung ausgelassen: Der Seitenbereich nimmt sie zurück',
  'K2 has two groups of this name. Rename or delete one of them in K2, then read the groups again.':
    'K2 hat zwei Gruppen dieses Namens. Benennen Sie eine davon in K2 um oder löschen Sie sie, und lesen Sie die Gruppen dann erneut.',
  'K2 shows only part of its groups and can’t be asked for one by name, so nobody can tell whether it exists.':
    'K2 zeigt nur einen Teil seiner Gruppen und kann nicht nach einem Namen gefragt werden, also ist nicht zu erkennen, ob es sie gibt.',
  'K2’s groups could not be read. See Settings, Groups.':
    'Die Gruppen von K2 konnten nicht gelesen werden. Siehe Einstellungen, Gruppen.',
  'The service does not take PATCH, and replacing the whole group could drop members that it does not show.':
    'Der Dienst nimmt kein PATCH an, und beim Ersetzen der ganzen Gruppe könnten Mitglieder wegfallen, die er nicht zeigt.',
  'The run made this group. It stays, without the people whom the run put into it.':
    'Der Lauf hat diese Gruppe angelegt. Sie bleibt, ohne die Personen, die der Lauf aufgenommen hat.',
  '{people, plural, one {# person stays} other {# people stay}} in it: K2 does not show all its members, so they may have been in it before.':
    '{people, plural, one {# Person bleibt} other {# Personen bleiben}} darin: K2 zeigt nicht alle Mitglieder, sie können also schon vorher darin gewesen sein.',
  '{group} ({people, plural, one {# person} other {# people}})':
    '{group} ({people, plural, one {# Person} other {# Personen}})',
  '{count, plural, one {# group is} other {# groups are}} not brought about in full':
    '{count, plural, one {# Gruppe wird} other {# Gruppen werden}} nicht vollständig hergestellt',
  'Muster has read the people': 'Muster hat die Personen gelesen',
  'Muster has read the K2 accounts': 'Muster hat die K2-Konten gelesen',
  'The people were not read to the end': 'Die Personen wurden nicht zu Ende gelesen',
  'The K2 accounts were not read to the end': 'Die K2-Konten wurden nicht zu Ende gelesen',
  '{where}: what was read before is still there.': '{where}: Was vorher gelesen wurde, ist noch da.',
  'No account matches': 'Kein Konto passt',
  'Attributes differ': 'Attribute weichen ab',
  'Matched by {match}': 'Gefunden über {match}',
  'Disabled at the source': 'In der Quelle deaktiviert',
  'Active at the source again': 'In der Quelle wieder aktiv',
  'Picked for removal': 'Zum Deaktivieren ausgewählt',
  'Picked for deletion': 'Zum Löschen ausgewählt',
  'Manager, in a second pass': 'Vorgesetzte Person, im zweiten Durchgang',
  'No group has this name': 'Keine Gruppe hat diesen Namen',
  'Membership, in a third pass': 'Mitgliedschaft, im dritten Durchgang',
  'Back to what it was': 'Zurück zum vorherigen Stand',
  '{count, plural, one {# account} other {# accounts}} would be deleted for good':
    '{count, plural, one {# Konto würde} other {# Konten würden}} endgültig gelöscht',
  '{count, plural, one {# account to delete belongs} other {# accounts to delete belong}} to somebody who is still active':
    '{count, plural, one {# zu löschendes Konto gehört} other {# zu löschende Konten gehören}} zu einer Person, die noch aktiv ist',
  '{count, plural, one {# account} other {# accounts}} would be made anew, with a new id':
    '{count, plural, one {# Konto würde} other {# Konten würden}} neu angelegt, mit neuer ID',
  '{count, plural, one {# sign-in name} other {# sign-in names}} would change':
    '{count, plural, one {# Anmeldename würde} other {# Anmeldenamen würden}} sich ändern',
  '{count, plural, one {# e-mail address is} other {# e-mail addresses are}} on another account':
    '{count, plural, one {# E-Mail-Adresse steht} other {# E-Mail-Adressen stehen}} bei einem anderen Konto',
  'People leave {count, plural, one {# group} other {# groups}}':
    'Personen verlassen {count, plural, one {# Gruppe} other {# Gruppen}}',
  '{count, plural, one {# new account was} other {# new accounts were}} looked for by sign-in name only':
    '{count, plural, one {# neues Konto wurde} other {# neue Konten wurden}} nur über den Anmeldenamen gesucht',
  'A deleted account does not come back. Undoing the push makes another one from what Muster has kept: it gets a new id, is in no group, and K2 may take it for somebody new. An inactive account can stay as it is.':
    'Ein gelöschtes Konto kommt nicht zurück. Wird die Übertragung rückgängig gemacht, entsteht aus dem, was Muster aufbewahrt hat, ein anderes: Es bekommt eine neue ID, ist in keiner Gruppe, und K2 hält es womöglich für jemand Neues. Ein inaktives Konto kann bleiben, wie es ist.',
  'The source still has them as active, so their next push would make them another account.':
    'In der Quelle sind diese Personen noch aktiv, also würde ihre nächste Übertragung ein anderes Konto anlegen.',
  'What was deleted does not come back: K2 gives each account a new id and may take it for somebody new, and groups have to be given again.':
    'Was gelöscht wurde, kommt nicht zurück: K2 gibt jedem Konto eine neue ID und hält es womöglich für jemand Neues, und Gruppen müssen erneut vergeben werden.',
  'Someone who has signed in to K2 before can be locked out by a new sign-in name until Nintex support clears a cache (known issue 126098).':
    'Wer sich schon bei K2 angemeldet hat, kann durch einen neuen Anmeldenamen ausgesperrt werden, bis der Support von Nintex einen Zwischenspeicher leert (bekanntes Problem 126098).',
  'It may be the same person under another sign-in name. Muster never matches by e-mail alone.':
    'Es kann dieselbe Person mit einem anderen Anmeldenamen sein. Muster ordnet nie allein über die E-Mail zu.',
  'They lose what the group gives them in K2, such as tasks and forms.':
    'Sie verlieren, was die Gruppe ihnen in K2 gibt, etwa Aufgaben und Formulare.',
  'K2 shows only part of its accounts and can’t be asked by identifier: somebody who was renamed may have an account under the old name.':
    'K2 zeigt nur einen Teil seiner Konten und kann nicht nach der Kennung gefragt werden: Wer umbenannt wurde, hat womöglich ein Konto unter dem alten Namen.',
  'No account is deactivated (limit {limit, number} or {share})':
    'Kein Konto wird deaktiviert (Grenze {limit, number} oder {share})',
  '{count, plural, one {# account is} other {# accounts are}} {what, select, deactivated {deactivated} deleted {deleted} other {deactivated or deleted}} (limit {limit, number} or {share})':
    '{count, plural, one {# Konto wird} other {# Konten werden}} {what, select, deactivated {deaktiviert} deleted {gelöscht} other {deaktiviert oder gelöscht}} (Grenze {limit, number} oder {share})',
  '{count, plural, one {# account is} other {# accounts are}} {what, select, deleted {deleted} other {deactivated or deleted}} (limit {limit, number} or {share} of {active, number} active)':
    '{count, plural, one {# Konto wird} other {# Konten werden}} {what, select, deleted {gelöscht} other {deaktiviert oder gelöscht}} (Grenze {limit, number} oder {share} von {active, number} aktiven)',
  '{count, number} of {active, number} accounts are deactivated (limit {limit, number} or {share})':
    '{count, number} von {active, number} Konten werden deaktiviert (Grenze {limit, number} oder {share})',
  'A deletion is always asked for.': 'Eine Löschung ist immer zu bestätigen.',
  'More than your limit of {limit, number}.': 'Mehr als Ihre Grenze von {limit, number}.',
  'K2 shows only part of its accounts, so nobody can tell whether it is more than {share}.':
    'K2 zeigt nur einen Teil seiner Konten, also ist nicht zu erkennen, ob es mehr als {share} sind.',
  'More than {share} of {active, number} active accounts.': 'Mehr als {share} von {active, number} aktiven Konten.',
  'Type {typed} to deactivate {deactivated, plural, one {# account} other {# accounts}}':
    '{typed} eingeben, um {deactivated, plural, one {# Konto} other {# Konten}} zu deaktivieren',
  'Type {typed} to delete {deleted, plural, one {# account} other {# accounts}}':
    '{typed} eingeben, um {deleted, plural, one {# Konto} other {# Konten}} zu löschen',
  'Type {typed} to deactivate {deactivated, number} and delete {deleted, number} accounts':
    '{typed} eingeben, um {deactivated, number} Konten zu deaktivieren und {deleted, number} zu löschen',
  expired: 'abgelaufen',
  'expires in {seconds, plural, one {# second} other {# seconds}}':
    'läuft in {seconds, plural, one {# Sekunde} other {# Sekunden}} ab',
  'expires in {minutes, plural, one {# minute} other {# minutes}}':
    'läuft in {minutes, plural, one {# Minute} other {# Minuten}} ab',
  'Your K2 sign-in ends in less than five days': 'Ihre Anmeldung bei K2 endet in weniger als fünf Tagen',
  'Your K2 sign-in ends in less than a day': 'Ihre Anmeldung bei K2 endet in weniger als einem Tag',
  'Your K2 sign-in has ended': 'Ihre Anmeldung bei K2 ist abgelaufen',
  '{where}: Nothing is lost: sign in again and the work goes on.':
    '{where}: Nichts geht verloren: Melden Sie sich erneut an, und die Arbeit geht weiter.',
  '{where}: Sign in again before, and no push has to wait.':
    '{where}: Melden Sie sich vorher erneut an, damit keine Übertragung warten muss.',
  'Pushing {count, plural, one {# change} other {# changes}}':
    '{count, plural, one {# Änderung wird} other {# Änderungen werden}} übertragen',
  'Push paused': 'Übertragung angehalten',
  'Stopping the push': 'Übertragung wird beendet',
  'Push stopped after {ended} of {total}': 'Übertragung nach {ended} von {total} beendet',
  '{done, plural, one {# change} other {# changes}} pushed':
    '{done, plural, one {# Änderung} other {# Änderungen}} übertragen',
  '{done, number} pushed, {open, plural, one {# needs you} other {# need you}}':
    '{done, number} übertragen, {open, plural, one {# braucht Sie} other {# brauchen Sie}}',
  'waiting for sign-in': 'wartet auf Anmeldung',
  'waiting for the network': 'wartet auf das Netz',
  paused: 'angehalten',
  '{rate} a second': '{rate} pro Sekunde',
  '{seconds, plural, one {# second left} other {# seconds left}}':
    'noch {seconds, plural, one {# Sekunde} other {# Sekunden}}',
  '{minutes, plural, one {# minute left} other {# minutes left}}':
    'noch {minutes, plural, one {# Minute} other {# Minuten}}',
  '{kind, select, create {{count} created} update {{count} updated} reactivate {{count} reactivated} deactivate {{count} deactivated} delete {{count} deleted} other {{count} unchanged}}':
    '{kind, select, create {{count} angelegt} update {{count} geändert} reactivate {{count} reaktiviert} deactivate {{count} deaktiviert} delete {{count} gelöscht} other {{count} unverändert}}',
  '{kind, select, create {{count} to create} update {{count} to update} reactivate {{count} to reactivate} deactivate {{count} to deactivate} delete {{count} to delete} other {{count} unchanged}}':
    '{kind, select, create {{count} anzulegen} update {{count} zu ändern} reactivate {{count} zu reaktivieren} deactivate {{count} zu deaktivieren} delete {{count} zu löschen} other {{count} unverändert}}',
  '{count} done': '{count} erledigt',
  '{count} failed': '{count} fehlgeschlagen',
  '{count} waiting': '{count} wartend',
  '{count} not sent': '{count} nicht gesendet',
  'Undoes {run}': 'Macht {run} rückgängig',
  'Undone by {run}': 'Rückgängig gemacht durch {run}',
  Verified: 'Bestätigt',
  'Verified in part': 'Teilweise bestätigt',
  'not as intended when read back': 'beim Nachlesen nicht wie beabsichtigt',
  'accepted, K2 does not show all members': 'angenommen, K2 zeigt nicht alle Mitglieder',
  'accepted, not visible yet': 'angenommen, noch nicht sichtbar',
  '{done} of {total} done': '{done} von {total} erledigt',
  '{done} of {total} done, {failed} failed': '{done} von {total} erledigt, {failed} fehlgeschlagen',
}
