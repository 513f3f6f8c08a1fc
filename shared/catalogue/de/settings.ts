/** See docs/translating.md. */
export const settings: Record<string, string> = {
  'Downloading Muster {version}': 'Muster {version} wird heruntergeladen',
  Stable: 'Stabil',
  'Finished versions.': 'Fertige Versionen.',
  Beta: 'Beta',
  'Versions that are still being tried, and every finished one.':
    'Versionen, die noch erprobt werden, und jede fertige.',
  'This build names no place that updates come from. Whoever built it also brings its updates.':
    'In diesem Muster steht nicht, woher Aktualisierungen kommen. Wer es gebaut hat, bringt auch seine Aktualisierungen.',
  'This Muster was not installed, so there is nothing that an update could replace.':
    'Dieses Muster wurde nicht installiert, also gibt es nichts, was eine Aktualisierung ersetzen könnte.',
  'A deployment tool has installed Muster on this computer, and brings its updates too.':
    'Muster wurde auf diesem Computer von einer Softwareverteilung installiert, die auch die Aktualisierungen bringt.',
  'This is Muster {version}. An update is installed when you say so, and never during a push.':
    'Das ist Muster {version}. Eine Aktualisierung wird installiert, wenn Sie es sagen, und nie während einer Übertragung.',
  'Check now': 'Jetzt suchen',
  'Muster {version} is ready': 'Muster {version} ist bereit',
  'Restart to update': 'Zum Aktualisieren neu starten',
  'Muster closes, is replaced and opens again. Everything you have stays as it is.':
    'Muster wird geschlossen, ersetzt und wieder geöffnet. Alles, was Sie haben, bleibt, wie es ist.',
  'Looking for a newer version.': 'Eine neuere Version wird gesucht.',
  'Nobody has looked for a newer version yet.': 'Nach einer neueren Version wurde noch nicht gesucht.',
  'Up to date. Looked {at}.': 'Auf dem neuesten Stand. Gesucht um {at}.',
  Versions: 'Versionen',
  'As the system': 'Wie das System',
  'Of the window, of reports and of notifications.': 'Des Fensters, der Berichte und der Benachrichtigungen.',
  'SCIM in Nintex’s help': 'SCIM in der Hilfe von Nintex',
  'Known issue 126098: changed sign-in names': 'Bekanntes Problem 126098: geänderte Anmeldenamen',
  'Pick people, see exactly what would change, and push them to Nintex K2 Cloud.':
    'Personen auswählen, genau sehen, was sich ändern würde, und sie an Nintex K2 Cloud übertragen.',
  Version: 'Version',
  Platform: 'Plattform',
  'Regional format': 'Regionales Format',
  'Upper and lower case count': 'Groß- und Kleinschreibung zählt',
  'Upper and lower case do not count': 'Groß- und Kleinschreibung zählt nicht',
  'The service does not say': 'Der Dienst sagt es nicht',
  '{urn} belongs to accounts too, and is not described.': '{urn} gehört auch zu Konten und ist nicht beschrieben.',
  '{count, plural, one {# attribute} other {# attributes}} of {urn}':
    '{count, plural, one {# Attribut} other {# Attribute}} von {urn}',
  'Attributes of {urn}': 'Attribute von {urn}',
  Attribute: 'Attribut',
  'What the service says of it': 'Was der Dienst darüber sagt',
  '{count, number} in {schemas, plural, one {# schema} other {# schemas}}':
    '{count, number} in {schemas, plural, one {# Schema} other {# Schemas}}',
  Required: 'Erforderlich',
  'Sign-in names': 'Anmeldenamen',
  'Attributes of accounts': 'Attribute von Konten',
  'That was on {at}.': 'Das war am {at}.',
  'By hand it is set that all mapped attributes are pushed, whatever it says.':
    'Von Hand ist festgelegt, dass alle zugeordneten Attribute übertragen werden, was immer er sagt.',
  'Choose “No, push all attributes” above where the service takes more than it says.':
    'Wählen Sie oben „Nein, alle Attribute übertragen“, wenn der Dienst mehr annimmt, als er sagt.',
  'Use for: {ability}': 'Verwenden für: {ability}',
  'As learnt': 'Wie ermittelt',
  'Set by hand on {date}': 'Von Hand gesetzt am {date}',
  'Looking for people showed otherwise: they are still not taken to be missing.':
    'Die Suche nach Personen hat anderes gezeigt: Sie gelten weiterhin nicht als fehlend.',
  'Change single attributes (PATCH)': 'Einzelne Attribute ändern (PATCH)',
  'Replace accounts (PUT)': 'Konten ersetzen (PUT)',
  'Delete accounts': 'Konten löschen',
  'Look an account up by its sign-in name': 'Ein Konto nach seinem Anmeldenamen suchen',
  'Look-up ignores upper and lower case': 'Die Suche unterscheidet Groß- und Kleinschreibung nicht',
  'Look an account up by its identifier': 'Ein Konto nach seiner Kennung suchen',
  'Lists beyond the first page': 'Listen über die erste Seite hinaus',
  'Lists by cursor': 'Listen mit Cursor',
  'Accounts on one page': 'Konten auf einer Seite',
  'Tells versions apart (ETag)': 'Unterscheidet Fassungen (ETag)',
  'Several changes in one request': 'Mehrere Änderungen in einer Anfrage',
  'Changes in one such request': 'Änderungen in einer solchen Anfrage',
  'Bytes in one such request': 'Bytes in einer solchen Anfrage',
  'Says which attributes accounts have (Schemas)': 'Sagt, welche Attribute Konten haben (Schemas)',
  'Without it the whole account is sent, over what was read just before.':
    'Ohne sie wird das ganze Konto gesendet, auf dem Stand, der eben gelesen wurde.',
  'Used where single attributes can’t be changed.': 'Verwendet, wo sich einzelne Attribute nicht ändern lassen.',
  'Offered for inactive accounts alone: what is deleted can only be made anew.':
    'Nur für inaktive Konten angeboten: Gelöschtes lässt sich nur neu anlegen.',
  'K2 may show only some of its accounts: this tells whether somebody has one all the same.':
    'K2 zeigt womöglich nur einen Teil seiner Konten: So lässt sich sagen, ob jemand trotzdem eines hat.',
  'Without it somebody who is written otherwise may have an account already.':
    'Ohne sie hat jemand in anderer Schreibweise womöglich schon ein Konto.',
  'K2 gives at most 100 accounts at a time. Whether it goes on after them has to be tried.':
    'K2 gibt höchstens 100 Konten auf einmal. Ob es danach weitergeht, muss versucht werden.',
  'With it the service itself refuses to change what has changed since it was read.':
    'Damit lehnt der Dienst selbst ab, etwas zu ändern, das sich seit dem Lesen geändert hat.',
  'K2 shows at most 100 members of a group: members are added and taken out, never replaced.':
    'K2 zeigt höchstens 100 Mitglieder einer Gruppe: Mitglieder werden hinzugefügt und entfernt, nie ersetzt.',
  'Yes, keep to them': 'Ja, daran halten',
  'No, push all attributes': 'Nein, alle Attribute übertragen',
  'How this connection is called in Muster. K2 does not see it.':
    'Wie diese Verbindung in Muster heißt. K2 sieht den Namen nicht.',
  'What Nintex gave you': 'Was Nintex Ihnen gegeben hat',
  'Wrong here? Add a connection with the corrected settings and remove this one.':
    'Ist hier etwas falsch? Fügen Sie eine Verbindung mit den berichtigten Einstellungen hinzu und entfernen Sie diese.',
  'Signs in with': 'Meldet sich an mit',
  'A client secret, kept by the keychain': 'Einem Client-Geheimnis, vom Schlüsselbund verwahrt',
  Added: 'Hinzugefügt',
  'Remove this connection': 'Diese Verbindung entfernen',
  'Muster signs out and forgets its people, accounts, plans and runs on this computer. Nothing changes in K2.':
    'Muster meldet sich ab und vergisst ihre Personen, Konten, Pläne und Läufe auf diesem Computer. In K2 ändert sich nichts.',
  'Remove connection…': 'Verbindung entfernen…',
  Diagnostics: 'Diagnose',
  'One file for whoever helps you: versions, settings, what the services support, and the log. No password and no token is in it; names of servers, and of accounts that failed, may be.':
    'Eine Datei für alle, die Ihnen helfen: Versionen, Einstellungen, was die Dienste unterstützen, und das Protokoll. Sie enthält kein Passwort und kein Token, aber vielleicht Namen von Servern und von Konten, bei denen etwas fehlschlug.',
  'Export diagnostics': 'Diagnose exportieren',
  'Gathering the diagnostics': 'Diagnose wird zusammengestellt',
  '{count, plural, one {# line} other {# lines}}': '{count, plural, one {# Zeile} other {# Zeilen}}',
  'The end is shown; the file has all of it.': 'Gezeigt ist das Ende; die Datei enthält alles.',
  'Duplicate this connection': 'Diese Verbindung duplizieren',
  'Another connection with the same settings: source, mapping, groups and limits included. It is not signed in, and has no people, plans or runs.':
    'Eine weitere Verbindung mit denselben Einstellungen, auch Quelle, Zuordnung, Gruppen und Grenzen. Sie ist nicht angemeldet und hat keine Personen, Pläne und Läufe.',
  'Duplicate connection': 'Verbindung duplizieren',
  'Not there: the push makes it': 'Nicht vorhanden: Die Übertragung legt sie an',
  'Not listed': 'Nicht aufgeführt',
  'Two of this name: not planned': 'Zwei dieses Namens: nicht geplant',
  '{count, plural, one {# member} other {# members}}': '{count, plural, one {# Mitglied} other {# Mitglieder}}',
  '{count, plural, one {# member} other {# members}} shown, maybe more':
    '{count, plural, one {# Mitglied} other {# Mitglieder}} gezeigt, vielleicht mehr',
  'No longer in the source': 'Nicht mehr in der Quelle',
  'Group of K2 for {group}': 'Gruppe in K2 für {group}',
  'Enter the name of the group in K2.': 'Geben Sie den Namen der Gruppe in K2 ein.',
  'The source does not tell of groups': 'Die Quelle nennt keine Gruppen',
  'A file tells of them in a column named groups or memberOf, a directory by its own groups.':
    'Eine Datei nennt sie in einer Spalte namens groups oder memberOf, ein Verzeichnis mit seinen eigenen Gruppen.',
  'Take people out of a group once the source no longer has them in it':
    'Personen aus einer Gruppe nehmen, sobald die Quelle sie nicht mehr darin hat',
  'Off, Muster only adds. Review warns before anybody leaves a group.':
    'Ausgeschaltet fügt Muster nur hinzu. Die Prüfung warnt, bevor jemand eine Gruppe verlässt.',
  'Find a group': 'Gruppe suchen',
  'Groups of the source': 'Gruppen der Quelle',
  'Group of the source': 'Gruppe der Quelle',
  'Group of K2': 'Gruppe in K2',
  'There now': 'Jetzt vorhanden',
  'and {count, number} more: find them by name': 'und {count, number} weitere: Suchen Sie sie nach ihrem Namen',
  'Save groups': 'Gruppen speichern',
  'K2’s groups have not been read yet.': 'Die Gruppen von K2 wurden noch nicht gelesen.',
  'Read {date}: {count, plural, one {# group} other {# groups}} in K2.':
    'Gelesen am {date}: {count, plural, one {# Gruppe} other {# Gruppen}} in K2.',
  'Read {date}: at least {count, plural, one {# group} other {# groups}} in K2.':
    'Gelesen am {date}: mindestens {count, plural, one {# Gruppe} other {# Gruppen}} in K2.',
  'Whom the source has in a ticked group comes into that group of K2. Groups without a tick are never touched, and nor is anybody the source does not know. K2 shows at most 100 members of a group, so members are added and taken out, and their list is never replaced.':
    'Wen die Quelle in einer angekreuzten Gruppe hat, kommt in die entsprechende Gruppe in K2. Gruppen ohne Kreuz werden nie berührt, und auch niemand, den die Quelle nicht kennt. K2 zeigt höchstens 100 Mitglieder einer Gruppe: Deshalb werden Mitglieder hinzugefügt und entfernt, und ihre Liste wird nie ersetzt.',
  'Read K2’s groups': 'Gruppen von K2 lesen',
  'K2 shows only part of its groups': 'K2 zeigt nur einen Teil seiner Gruppen',
  'A ticked group that is not listed is looked for by its name. Where that does not work either, its members are not planned, and Review says so.':
    'Eine angekreuzte Gruppe, die nicht aufgeführt ist, wird nach ihrem Namen gesucht. Gelingt auch das nicht, werden ihre Mitglieder nicht geplant, und die Prüfung sagt es.',
  'Reading the groups': 'Gruppen werden gelesen',
  'In the keychain': 'Im Schlüsselbund',
  'In memory, until Muster closes': 'Im Arbeitsspeicher, bis Muster geschlossen wird',
  Keychain: 'Schlüsselbund',
  'The SCIM token and the sign-in are kept by the operating system’s keychain, never in a file of Muster.':
    'Das SCIM-Token und die Anmeldung verwahrt der Schlüsselbund des Betriebssystems, nie eine Datei von Muster.',
  'About keychains': 'Über Schlüsselbunde',
  'Check again': 'Erneut prüfen',
  Works: 'Funktioniert',
  'New secrets': 'Neue Geheimnisse',
  'This sign-in': 'Diese Anmeldung',
  'The layout of Nintex’s reference and sample': 'Der Aufbau in Referenz und Beispiel von Nintex',
  'The short layout': 'Der kurze Aufbau',
  'Addresses of the SCIM service': 'Adressen des SCIM-Dienstes',
  'Change this only when K2 answers that it has no such address.':
    'Ändern Sie dies nur, wenn K2 antwortet, dass es eine solche Adresse nicht gibt.',
  Path: 'Pfad',
  'Lower-case resource names': 'Kleingeschriebene Ressourcennamen',
  'users and groups instead of Users and Groups': 'users und groups statt Users und Groups',
  'Accounts are at {address}': 'Konten sind unter {address}',
  'A read-only connection shows people and accounts and plans changes, but nothing can be pushed, undone, retried or deleted through it. A push that is under way pauses.':
    'Eine Verbindung, die nur liest, zeigt Personen und Konten und plant Änderungen, aber nichts kann über sie übertragen, rückgängig gemacht, erneut versucht oder gelöscht werden. Eine laufende Übertragung wird angehalten.',
  'Remove {name}': '{name} entfernen',
  'Remove connection': 'Verbindung entfernen',
  '{name} is removed, but the identity service could not be told. The token is gone from this computer; there it ends by itself, 30 days after the sign-in at the latest.':
    '{name} ist entfernt, dem Identitätsdienst konnte das aber nicht mitgeteilt werden. Das Token ist von diesem Computer gelöscht; dort endet es von selbst, spätestens 30 Tage nach der Anmeldung.',
  'Type {name} to confirm': 'Zum Bestätigen {name} eingeben',
  'The session ends, and the SCIM token, people, accounts, plans and runs of this connection are deleted from this computer. Accounts in K2 stay as they are. This can’t be undone.':
    'Die Sitzung endet, und SCIM-Token, Personen, Konten, Pläne und Läufe dieser Verbindung werden von diesem Computer gelöscht. Konten in K2 bleiben, wie sie sind. Das kann nicht rückgängig gemacht werden.',
  '{percent} of the {active, plural, one {# active account} other {# active accounts}} read last is {number, number}.':
    '{percent} von {active, plural, one {# aktiven Konto, das} other {# aktiven Konten, die}} zuletzt gelesen {active, plural, one {wurde, ist} other {wurden, sind}} {number, number}.',
  'A push that deactivates or deletes more accounts than either limit has to be confirmed by typing their number, so that a wrong list can’t take many people’s accounts away at once.':
    'Eine Übertragung, die mehr Konten deaktiviert oder löscht als eine der beiden Grenzen, muss durch Eingabe ihrer Zahl bestätigt werden, damit eine falsche Liste nicht auf einmal vielen Personen das Konto nimmt.',
  Accounts: 'Konten',
  'As a number': 'Als Zahl',
  'Enter a number.': 'Geben Sie eine Zahl ein.',
  'Share of active accounts': 'Anteil der aktiven Konten',
  'In percent': 'In Prozent',
  'Enter a percentage.': 'Geben Sie einen Prozentsatz ein.',
  'Save changes': 'Änderungen speichern',
  Connection: 'Verbindung',
  Source: 'Quelle',
  About: 'Über Muster',
  'Sections of the settings': 'Abschnitte der Einstellungen',
  'Muster only reads there. K2 gets what the mapping fills, of the people you pick, when you push.':
    'Muster liest dort nur. K2 bekommt, was die Zuordnung füllt, von den Personen, die Sie auswählen, wenn Sie übertragen.',
  'In use until you save: a file.': 'Bis Sie speichern, wird verwendet: eine Datei.',
  'In use until you save: LDAP or Active Directory.': 'Bis Sie speichern, wird verwendet: LDAP oder Active Directory.',
  'In use until you save: a SCIM service.': 'Bis Sie speichern, wird verwendet: ein SCIM-Dienst.',
  'Where people come from': 'Woher Personen kommen',
  'Reading the source': 'Quelle wird gelesen',
  Unknown: 'Unbekannt',
  'Learn again': 'Erneut ermitteln',
  'Learn now': 'Jetzt ermitteln',
  'Learnt {ago}, on {at}, by reading only. Set an answer by hand where Muster has it wrong; everything follows it at once.':
    'Ermittelt {ago}, am {at}, nur lesend. Setzen Sie eine Antwort von Hand, wo Muster sich irrt; alles richtet sich sofort danach.',
  'Muster finds out by reading only, and adapts to it.':
    'Muster findet es heraus, indem es nur liest, und passt sich daran an.',
  'Reading what is known': 'Bekanntes wird gelesen',
  'Ability, and how Muster knows': 'Fähigkeit, und woher Muster das weiß',
  Learnt: 'Ermittelt',
  'Muster uses': 'Muster verwendet',
  'Nothing learnt yet': 'Noch nichts ermittelt',
  'Muster asks the service once you are signed in.': 'Muster fragt den Dienst, sobald Sie angemeldet sind.',
  '{count, plural, one {# mapped attribute is} other {# mapped attributes are}} not pushed as mapped':
    '{count, plural, one {# zugeordnetes Attribut wird} other {# zugeordnete Attribute werden}} nicht wie zugeordnet übertragen',
  'Yes or no': 'Ja oder nein',
  Number: 'Zahl',
  'Whole number': 'Ganze Zahl',
  'Date and time': 'Datum und Uhrzeit',
  Binary: 'Binär',
  'Several parts': 'Mehrere Teile',
  'Never shown': 'Wird nie gezeigt',
  Optional: 'Optional',
  'Several values': 'Mehrere Werte',
}
