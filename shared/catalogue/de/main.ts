/** See docs/translating.md. */
export const main: Record<string, string> = {
  'You are signed in': 'Sie sind angemeldet',
  'You can close this tab and go back to Muster.': 'Sie können diesen Tab schließen und zu Muster zurückkehren.',
  'The sign-in was declined': 'Die Anmeldung wurde abgelehnt',
  'Nothing was changed. You can close this tab and go back to Muster.':
    'Es wurde nichts geändert. Sie können diesen Tab schließen und zu Muster zurückkehren.',
  'The sign-in did not work': 'Die Anmeldung hat nicht geklappt',
  'Muster says what happened. You can close this tab and go back to Muster.':
    'Muster sagt, was geschehen ist. Sie können diesen Tab schließen und zu Muster zurückkehren.',
  'It does not begin with {address}.': 'Sie beginnt nicht mit {address}.',
  'It holds no answer: the part after ? is missing.': 'Sie enthält keine Antwort: Der Teil nach ? fehlt.',
  'It belongs to another sign-in than the one that waits.':
    'Sie gehört zu einer anderen Anmeldung als der, die wartet.',
  'It holds two answers: a code and an error.': 'Sie enthält zwei Antworten: einen Code und einen Fehler.',
  'Its {name} can’t be used.': 'Die Angabe {name} kann nicht verwendet werden.',
  'The clock of this computer is {minutes, plural, one {# minute} other {# minutes}} {way, select, ahead {ahead of} other {behind}} that of the service.':
    'Die Uhr dieses Computers geht gegenüber der des Dienstes {minutes, plural, one {# Minute} other {# Minuten}} {way, select, ahead {vor} other {nach}}.',
  'The clock of this computer is {hours, plural, one {# hour} other {# hours}} {way, select, ahead {ahead of} other {behind}} that of the service.':
    'Die Uhr dieses Computers geht gegenüber der des Dienstes {hours, plural, one {# Stunde} other {# Stunden}} {way, select, ahead {vor} other {nach}}.',
  'The service offers no way to give a token back.': 'Der Dienst bietet keinen Weg, ein Token zurückzugeben.',
  'A part of the reply has a form that it can’t have.': 'Ein Teil der Antwort hat eine Form, die er nicht haben kann.',
  'The times in the reply do not fit the clock of this computer; check its date and time.':
    'Die Zeiten in der Antwort passen nicht zur Uhr dieses Computers; prüfen Sie Datum und Uhrzeit.',
  'The system does not tell which program it is.': 'Das System sagt nicht, welches Programm es ist.',
  'It is {owner}.': 'Es ist {owner}.',
  'port {port}': 'Port {port}',
  'Install and start gnome-keyring or KWallet (a Secret Service) for your desktop session, then choose Try again.':
    'Installieren und starten Sie gnome-keyring oder KWallet (einen Secret Service) für Ihre Desktop-Sitzung und wählen Sie dann „Erneut versuchen“.',
  'Unlock the “Login” keyring in Passwords and Keys (or KWallet Manager), then choose Try again.':
    'Entsperren Sie den Schlüsselbund „Anmeldung“ in Passwörter und Verschlüsselung (oder im KWallet-Manager) und wählen Sie dann „Erneut versuchen“.',
  'Choose Try again and answer the keyring’s prompt; in a Flatpak or Snap, allow Muster to use the Secret Service.':
    'Wählen Sie „Erneut versuchen“ und beantworten Sie die Abfrage des Schlüsselbunds; erlauben Sie Muster in einem Flatpak oder Snap, den Secret Service zu nutzen.',
  'Look for a keyring password prompt behind another window, answer it, then choose Try again.':
    'Suchen Sie hinter anderen Fenstern nach einer Kennwortabfrage des Schlüsselbunds, beantworten Sie sie und wählen Sie dann „Erneut versuchen“.',
  'Update gnome-keyring or KWallet, then choose Try again.':
    'Aktualisieren Sie gnome-keyring oder KWallet und wählen Sie dann „Erneut versuchen“.',
  'Open Keychain Access and make sure that a “login” keychain exists, then choose Try again.':
    'Öffnen Sie die Schlüsselbundverwaltung, stellen Sie sicher, dass es einen Schlüsselbund „Anmeldung“ gibt, und wählen Sie dann „Erneut versuchen“.',
  'Unlock the “login” keychain in Keychain Access and allow Muster to use it, then choose Try again.':
    'Entsperren Sie den Schlüsselbund „Anmeldung“ in der Schlüsselbundverwaltung, erlauben Sie Muster, ihn zu nutzen, und wählen Sie dann „Erneut versuchen“.',
  'Choose Try again and Always Allow in the prompt of the keychain.':
    'Wählen Sie „Erneut versuchen“ und in der Abfrage des Schlüsselbunds „Immer erlauben“.',
  'Look for a keychain prompt behind another window, choose Always Allow, then choose Try again.':
    'Suchen Sie hinter anderen Fenstern nach einer Abfrage des Schlüsselbunds, wählen Sie „Immer erlauben“ und dann „Erneut versuchen“.',
  'Start Keychain Access, delete old entries of Muster there, then choose Try again.':
    'Starten Sie die Schlüsselbundverwaltung, löschen Sie dort alte Einträge von Muster und wählen Sie dann „Erneut versuchen“.',
  'Start the service “Credential Manager” (VaultSvc) and sign in to Windows with a full desktop session, then choose Try again.':
    'Starten Sie den Dienst „Anmeldeinformationsverwaltung“ (VaultSvc), melden Sie sich bei Windows mit einer vollen Desktop-Sitzung an und wählen Sie dann „Erneut versuchen“.',
  'Sign in to Windows again with your password, then choose Try again.':
    'Melden Sie sich bei Windows erneut mit Ihrem Kennwort an und wählen Sie dann „Erneut versuchen“.',
  'Ask your administrator whether a policy forbids storing credentials on this computer, then choose Try again.':
    'Fragen Sie Ihre Administration, ob eine Richtlinie das Speichern von Anmeldeinformationen auf diesem Computer verbietet, und wählen Sie dann „Erneut versuchen“.',
  'Remove old entries of Muster in Credential Manager, Windows Credentials, then choose Try again.':
    'Entfernen Sie alte Einträge von Muster in der Anmeldeinformationsverwaltung unter Windows-Anmeldeinformationen und wählen Sie dann „Erneut versuchen“.',
  'Wait until Windows has finished signing you in, then choose Try again.':
    'Warten Sie, bis Windows Sie fertig angemeldet hat, und wählen Sie dann „Erneut versuchen“.',
  'It did not give back what was stored.': 'Er hat nicht zurückgegeben, was gespeichert wurde.',
  'It is not a plain file.': 'Sie ist keine einfache Datei.',
  'It is too large to be a policy.': 'Sie ist zu groß für eine Richtlinie.',
  'Others than administrators can write it.': 'Andere als die Administration können sie schreiben.',
  'Others than administrators can write its folder.': 'Andere als die Administration können ihren Ordner beschreiben.',
  'It can’t be read ({code}).': 'Sie kann nicht gelesen werden ({code}).',
  'It is not valid JSON.': 'Sie ist kein gültiges JSON.',
  'The file holds “{key}”, which is not a setting.': 'Die Datei enthält „{key}“, was keine Einstellung ist.',
  '“{setting}” holds “{key}”, which is not a setting.': '„{setting}“ enthält „{key}“, was keine Einstellung ist.',
  'it is not valid': 'ungültig',
  'The file can’t be used: {reason}.': 'Die Datei kann nicht verwendet werden: {reason}.',
  '“{setting}” can’t be used: {reason}.': '„{setting}“ kann nicht verwendet werden: {reason}.',
  'The OpenID provider describes itself.': 'Der OpenID-Anbieter beschreibt sich.',
  'Sign in to test this and what follows.': 'Melden Sie sich an, um dies und das Folgende zu prüfen.',
  'There is an access token, or a new one was given.': 'Ein Zugriffstoken ist da, oder ein neues wurde ausgestellt.',
  'The service says what it supports.': 'Der Dienst sagt, was er unterstützt.',
  'The service does not describe itself; Muster finds out by reading.':
    'Der Dienst beschreibt sich nicht; Muster findet es durch Lesen heraus.',
  'The service lists accounts.': 'Der Dienst listet Konten auf.',
  'The service has {totalResults, plural, one {# account} other {# accounts}}.':
    'Der Dienst hat {totalResults, plural, one {# Konto} other {# Konten}}.',
  'Not tried: it needs a step that did not work.': 'Nicht versucht: Ein nötiger Schritt ist fehlgeschlagen.',
  'No proxy: requests go straight to the server.': 'Kein Proxy: Anfragen gehen direkt an den Server.',
  'Requests go through the SOCKS proxy {proxy}.': 'Anfragen gehen durch den SOCKS-Proxy {proxy}.',
  'Requests go through the proxy {proxy}.': 'Anfragen gehen durch den Proxy {proxy}.',
  'It is an address, not a name.': 'Das ist eine Adresse, kein Name.',
  '{target} is {addresses}.': '{target} ist {addresses}.',
  'The proxy resolves the server’s own name.': 'Den Namen des Servers selbst löst der Proxy auf.',
  '{server} answers.': '{server} antwortet.',
  'Plain HTTP: it never leaves this computer.': 'Einfaches HTTP: Es verlässt diesen Computer nie.',
  'Left to the requests below: the proxy is spoken to otherwise.':
    'Den Anfragen weiter unten überlassen: Mit dem Proxy wird anders gesprochen.',
  '{protocol}; the certificate comes from {issuer}.': '{protocol}; das Zertifikat kommt von {issuer}.',
  'It asked for a certificate of this computer and was shown “{presented}”.':
    'Er verlangte ein Zertifikat dieses Computers und bekam „{presented}“ gezeigt.',
  'The service has no ServiceProviderConfig that can be read.':
    'Der Dienst hat keine ServiceProviderConfig, die gelesen werden kann.',
  'The service’s ServiceProviderConfig was read.': 'Die ServiceProviderConfig des Dienstes wurde gelesen.',
  'Nothing about {what} was found.': 'Über {what} steht nichts darin.',
  'It says that {what} is supported.': 'Sie sagt, dass {what} unterstützt wird.',
  'It says that {what} is not supported.': 'Sie sagt, dass {what} nicht unterstützt wird.',
  'Only a change would show it, and probing changes nothing.':
    'Nur eine Änderung würde es zeigen, und das Ermitteln ändert nichts.',
  'The first page came with a cursor that leads to the next.':
    'Die erste Seite kam mit einem Cursor, der zur nächsten führt.',
  'paging by cursor': 'Blättern per Cursor',
  'A page of {asked} was asked for and {size} came.':
    'Eine Seite mit {asked} Einträgen wurde verlangt, und {size} kamen.',
  'A page of {asked} was asked for and {size} came, of {total}.':
    'Eine Seite mit {asked} Einträgen wurde verlangt, und {size} von {total} kamen.',
  'That does not show how many a page can hold.': 'Das zeigt nicht, wie viele eine Seite fasst.',
  'The service has no accounts yet to page through.': 'Der Dienst hat noch keine Konten zum Blättern.',
  'Asked to start at {at}, the service gave other accounts.': 'Ab {at} gefragt, gab der Dienst andere Konten.',
  'Asked to start at {at}, the service gave accounts of the first page again.':
    'Ab {at} gefragt, gab der Dienst noch einmal Konten der ersten Seite.',
  'The service says there are {total} accounts, and gave none from {at} on.':
    'Der Dienst sagt, es gebe {total} Konten, und gab ab {at} keine.',
  'There are too few accounts to tell.': 'Es gibt zu wenige Konten, um es zu erkennen.',
  'Asked to start at 2, the service gave the second account.': 'Ab 2 gefragt, gab der Dienst das zweite Konto.',
  'Asked to start at 2, the service gave the first account.': 'Ab 2 gefragt, gab der Dienst das erste Konto.',
  'Asked to start at 2, the service gave neither the first nor the second account.':
    'Ab 2 gefragt, gab der Dienst weder das erste noch das zweite Konto.',
  'Asked to start further on, the service answered {status}.':
    'Weiter hinten gefragt, antwortete der Dienst mit {status}.',
  'A filter for a sign-in name that nobody has still gave accounts.':
    'Ein Filter nach einem Anmeldenamen, den niemand hat, ergab trotzdem Konten.',
  'There is no account to look for.': 'Es gibt kein Konto, nach dem gesucht werden könnte.',
  'There is no account to look for; the service says that filters are supported.':
    'Es gibt kein Konto, nach dem gesucht werden könnte; der Dienst sagt, dass Filter unterstützt werden.',
  'There is no account to look for; the service says that filters are not supported.':
    'Es gibt kein Konto, nach dem gesucht werden könnte; der Dienst sagt, dass Filter nicht unterstützt werden.',
  'A filter for the sign-in name of a listed account did not give that account.':
    'Ein Filter nach dem Anmeldenamen eines aufgelisteten Kontos ergab dieses Konto nicht.',
  'A filter for the sign-in name of a listed account gave that account, and one for nobody’s gave none.':
    'Ein Filter nach dem Anmeldenamen eines aufgelisteten Kontos ergab dieses Konto, einer nach einem unbekannten keines.',
  'No sign-in name has letters to write differently.':
    'Kein Anmeldename hat Buchstaben, die sich anders schreiben ließen.',
  'The same filter with upper and lower case swapped gave the account too.':
    'Derselbe Filter mit vertauschter Groß- und Kleinschreibung ergab das Konto ebenfalls.',
  'The same filter with upper and lower case swapped gave nobody.':
    'Derselbe Filter mit vertauschter Groß- und Kleinschreibung ergab nichts.',
  'A filter by sign-in name was answered with {status}.': 'Ein Filter nach Anmeldename wurde mit {status} beantwortet.',
  'No account that was listed has an identifier to look for.':
    'Kein aufgelistetes Konto hat eine Kennung, nach der gesucht werden könnte.',
  'A filter for an identifier that nobody has still gave accounts.':
    'Ein Filter nach einer Kennung, die niemand hat, ergab trotzdem Konten.',
  'A filter for the identifier of a listed account gave that account, and one for nobody’s gave none.':
    'Ein Filter nach der Kennung eines aufgelisteten Kontos ergab dieses Konto, einer nach einer unbekannten keines.',
  'A filter for the identifier of a listed account did not give that account.':
    'Ein Filter nach der Kennung eines aufgelisteten Kontos ergab dieses Konto nicht.',
  'A filter by identifier was answered with {status}.': 'Ein Filter nach Kennung wurde mit {status} beantwortet.',
  'The service says that ETags are not supported.': 'Der Dienst sagt, dass ETags nicht unterstützt werden.',
  'There is no account whose version could be read.': 'Es gibt kein Konto, dessen Version gelesen werden könnte.',
  'An account came with an ETag header.': 'Ein Konto kam mit einem ETag-Header.',
  'An account came with a meta.version.': 'Ein Konto kam mit einer meta.version.',
  'An account came with neither an ETag header nor a meta.version.':
    'Ein Konto kam weder mit einem ETag-Header noch mit einer meta.version.',
  'Reading one account was answered with {status}.': 'Das Lesen eines Kontos wurde mit {status} beantwortet.',
  'It is not complete.': 'Er ist nicht vollständig.',
  'It stopped after {count} entries of at least {again}.': 'Es endete nach {count} von mindestens {again} Einträgen.',
  'There is no such user.': 'Es gibt keinen solchen Benutzer.',
  'The name or the password is wrong.': 'Der Name oder das Kennwort ist falsch.',
  'The account may not sign in at this time.': 'Das Konto darf sich zu dieser Zeit nicht anmelden.',
  'The account may not sign in from this computer.': 'Das Konto darf sich nicht von diesem Computer anmelden.',
  'The password has expired.': 'Das Kennwort ist abgelaufen.',
  'The account is disabled.': 'Das Konto ist deaktiviert.',
  'The account has expired.': 'Das Konto ist abgelaufen.',
  'The password has to be changed first.': 'Das Kennwort muss zuerst geändert werden.',
  'The account is locked.': 'Das Konto ist gesperrt.',
  'No server listens there.': 'Dort lauscht kein Server.',
  'The network, or its name service, does not answer.': 'Das Netz oder sein Namensdienst antwortet nicht.',
  'No way leads to this server.': 'Zu diesem Server führt kein Weg.',
  'The server did not answer.': 'Der Server hat nicht geantwortet.',
  'It closed the connection.': 'Er hat die Verbindung geschlossen.',
  'The connection broke off.': 'Die Verbindung brach ab.',
  'It sent something that is not LDAP.': 'Er hat etwas gesendet, das kein LDAP ist.',
  'LDAP result {code}.': 'LDAP-Ergebnis {code}.',
  '{said} (LDAP result {code})': '{said} (LDAP-Ergebnis {code})',
  'It holds: {names}': 'Es enthält: {names}',
  '{host} answers at port {port}.': '{host} antwortet an Port {port}.',
  'Nobody is signed in; the directory answers all the same.':
    'Niemand ist angemeldet; das Verzeichnis antwortet trotzdem.',
  'Signed in as {name}.': 'Angemeldet als {name}.',
  'Not encrypted; nothing leaves this computer.': 'Nicht verschlüsselt; nichts verlässt diesen Computer.',
  'Encrypted by {by}; the certificate comes from an authority that this computer knows.':
    'Verschlüsselt mit {by}; das Zertifikat kommt von einer Zertifizierungsstelle, die dieser Computer kennt.',
  'Encrypted by {by}; the certificate comes from the authority in {file}.':
    'Verschlüsselt mit {by}; das Zertifikat kommt von der Zertifizierungsstelle in {file}.',
  'Of “{name}” it gave {from} values and no more.': 'Von „{name}“ gab es {from} Werte und nicht mehr.',
  'OpenLDAP with Active Directory’s schema': 'OpenLDAP mit dem Schema von Active Directory',
  'LDAP directory with Active Directory’s schema': 'LDAP-Verzeichnis mit dem Schema von Active Directory',
  'LDAP directory': 'LDAP-Verzeichnis',
  'The directory does not say where its entries begin.': 'Das Verzeichnis sagt nicht, wo seine Einträge beginnen.',
  'Its schema has no “{name}”.': 'Sein Schema hat kein „{name}“.',
  '{count} attributes are filled for the first {seen} people.':
    '{count} Attribute sind bei den ersten {seen} Personen gefüllt.',
  'None of the first {seen} people has a sign-in name in the attribute that was chosen for it.':
    'Keine der ersten {seen} Personen hat einen Anmeldenamen in dem Attribut, das dafür gewählt wurde.',
  'an LDAP directory (inetOrgPerson)': 'LDAP-Verzeichnis (inetOrgPerson)',
  '{software}; read as {read}.': '{software}; gelesen als {read}.',
  '{software}; read as {read}, as you chose.': '{software}; gelesen als {read}, wie Sie gewählt haben.',
  'More than {people, plural, one {# entry fits} other {# entries fit}} below {base}.':
    'Mehr als {people, plural, one {# Eintrag passt} other {# Einträge passen}} unter {base}.',
  '{people, plural, one {# entry fits} other {# entries fit}} below {base}.':
    '{people, plural, one {# Eintrag passt} other {# Einträge passen}} unter {base}.',
  'It is a folder.': 'Das ist ein Ordner.',
  'There is no such file any more.': 'Diese Datei gibt es nicht mehr.',
  'You may not open it.': 'Sie dürfen sie nicht öffnen.',
  'Another program has it open.': 'Ein anderes Programm hat sie geöffnet.',
  'It is a compressed file; unpack it first.': 'Das ist eine komprimierte Datei; entpacken Sie sie zuerst.',
  'It is a PDF.': 'Das ist ein PDF.',
  'It is a text document.': 'Das ist ein Textdokument.',
  'It is a web page or an XML document.': 'Das ist eine Webseite oder ein XML-Dokument.',
  'It is larger than 500 MB.': 'Sie ist größer als 500 MB.',
  'It is not a text file: a byte of zero stands at line {line}, character {character}.':
    'Das ist keine Textdatei: In Zeile {line}, Zeichen {character} steht ein Nullbyte.',
  'Its columns are {names}.': 'Ihre Spalten sind {names}.',
  'Columns {first} and {second} have the same title.': 'Die Spalten {first} und {second} haben dieselbe Überschrift.',
  'The first of them is used.': 'Die erste davon wird verwendet.',
  'line {line}, column {column}': 'Zeile {line}, Spalte {column}',
  'Both are listed as blocked until one of them is corrected.':
    'Beide sind als blockiert aufgeführt, bis eine davon berichtigt ist.',
  '{first} and {who} have the same identifier, {id}.': '{first} und {who} haben dieselbe Kennung, {id}.',
  '{who} has no sign-in name.': '{who} hat keinen Anmeldenamen.',
  'The person is listed as blocked and can’t be pushed.':
    'Die Person ist als blockiert aufgeführt und kann nicht übertragen werden.',
  '{first} and {who} have the same sign-in name, {userName}.':
    '{first} und {who} haben denselben Anmeldenamen, {userName}.',
  '{lines, select, Rows {Rows} other {Lines}} {first} and {second} have the same id, {id}.':
    'Die {lines, select, Rows {Reihen} other {Zeilen}} {first} und {second} haben dieselbe ID, {id}.',
  'The sign-in name is missing.': 'Der Anmeldename fehlt.',
  '{lines, select, Rows {Rows} other {Lines}} {first} and {second} have the same sign-in name, {userName}; letter case does not tell them apart.':
    'Die {lines, select, Rows {Reihen} other {Zeilen}} {first} und {second} haben denselben Anmeldenamen, {userName}; Groß- und Kleinschreibung unterscheidet sie nicht.',
  'Listed like everybody else; check whether K2 knows the person by this name.':
    'Wie alle anderen aufgeführt; prüfen Sie, ob K2 die Person unter diesem Namen kennt.',
  'A guest account of another organisation.': 'Ein Gastkonto einer anderen Organisation.',
  'A quotation mark is opened in this row and not closed.':
    'In dieser Zeile wird ein Anführungszeichen geöffnet und nicht geschlossen.',
  'A quotation mark stands inside a value without being doubled.':
    'In einem Wert steht ein Anführungszeichen, das nicht verdoppelt ist.',
  'The row was left out.': 'Die Zeile wurde ausgelassen.',
  'More than {most, number} rows have broken quotation marks.':
    'Mehr als {most, number} Zeilen haben fehlerhafte Anführungszeichen.',
  'Reading ended here.': 'Hier endete das Lesen.',
  'The value has {count, number} characters.': 'Der Wert hat {count, number} Zeichen.',
  'The value was left out.': 'Der Wert wurde ausgelassen.',
  'The value is Excel’s error {value}.': 'Der Wert ist der Excel-Fehler {value}.',
  'The value holds a line break or a tab.': 'Der Wert enthält einen Zeilenumbruch oder Tabulator.',
  'A blank was put in its place.': 'An seine Stelle kam ein Leerzeichen.',
  'The value holds control characters.': 'Der Wert enthält Steuerzeichen.',
  'They were left out.': 'Sie wurden ausgelassen.',
  'The value is used with � in their place; export the file again as UTF-8.':
    'Der Wert wird mit � an ihrer Stelle verwendet; exportieren Sie die Datei erneut als UTF-8.',
  'The value holds characters that can’t be read.': 'Der Wert enthält Zeichen, die nicht gelesen werden können.',
  'It is kept as text and never computed; check it before you push.':
    'Er bleibt Text und wird nie berechnet; prüfen Sie ihn, bevor Sie übertragen.',
  'The value looks like a formula: {value}': 'Der Wert sieht wie eine Formel aus: {value}',
  'It is an Excel workbook of the old kind (.xls); save it as .xlsx or CSV.':
    'Das ist eine Excel-Arbeitsmappe der alten Art (.xls); speichern Sie sie als .xlsx oder CSV.',
  'It is a workbook with a password; save it without one.':
    'Das ist eine Arbeitsmappe mit Kennwort; speichern Sie sie ohne.',
  'It is a Word document.': 'Das ist ein Word-Dokument.',
  'What begins here is longer than 4 MB.': 'Was hier beginnt, ist länger als 4 MB.',
  'The entry that begins here is not closed.': 'Der Eintrag, der hier beginnt, wird nicht geschlossen.',
  'The file ends before its brackets are closed.': 'Die Datei endet, bevor ihre Klammern geschlossen sind.',
  'Too many brackets are open here.': 'Hier sind zu viele Klammern offen.',
  'A bracket closes here that was not opened.': 'Hier schließt eine Klammer, die nicht geöffnet wurde.',
  'The entry is not an object with the attributes of a person.':
    'Der Eintrag ist kein Objekt mit den Attributen einer Person.',
  'The entry is not valid JSON: there is a mistake at line {line}, column {column}.':
    'Der Eintrag ist kein gültiges JSON: In Zeile {line}, Spalte {column} ist ein Fehler.',
  'The entry was left out.': 'Der Eintrag wurde ausgelassen.',
  'The line is longer than 8 MB.': 'Die Zeile ist länger als 8 MB.',
  'It holds no list of people.': 'Sie enthält keine Liste von Personen.',
  'Look whether it is written so, and whether the account may read it.':
    'Prüfen Sie die Schreibweise, und ob das Konto es lesen darf.',
  'Nobody has “{name}”.': '„{name}“ hat keine Person.',
  'Some bytes are not {encoding}.': 'Einige Bytes sind kein {encoding}.',
  'They read as �; the rows where one is used are listed.':
    'Sie werden als � gelesen; die Zeilen, in denen eines verwendet wird, sind aufgeführt.',
  'It holds the titles of the columns, but no people.': 'Sie enthält die Spaltenüberschriften, aber keine Personen.',
  'A value stands where no column has a title.': 'Ein Wert steht, wo keine Spalte eine Überschrift hat.',
  'It is not used.': 'Er wird nicht verwendet.',
  'The row has {count} values for {wanted} columns; a value may hold the delimiter without quotation marks around it.':
    'Die Zeile hat {count} Werte für {wanted} Spalten; vielleicht enthält ein Wert das Trennzeichen ohne Anführungszeichen.',
  'The row has only {count} of {wanted} values; a line break may have cut it.':
    'Die Zeile hat nur {count} von {wanted} Werten; vielleicht hat ein Zeilenumbruch sie zerteilt.',
  'The header stands here once more.': 'Hier steht die Kopfzeile noch einmal.',
  'No entry of a directory is in it.': 'Sie enthält keinen Eintrag eines Verzeichnisses.',
  'The line was left out.': 'Die Zeile wurde ausgelassen.',
  'The line is no “attribute: value”.': 'Die Zeile ist kein „Attribut: Wert“.',
  'It is a list of changes to a directory (changetype: {type}), not of people.':
    'Das ist eine Liste von Änderungen an einem Verzeichnis (changetype: {type}), nicht von Personen.',
  'The value is kept in another place.': 'Der Wert liegt an einem anderen Ort.',
  'Muster does not fetch it; the value was left out.': 'Muster holt ihn nicht; der Wert wurde ausgelassen.',
  'The value is not valid base64.': 'Der Wert ist kein gültiges Base64.',
  'It is read as far as it goes.': 'Er wird gelesen, so weit es geht.',
  'The entry has no dn.': 'Der Eintrag hat keinen dn.',
  'PowerShell has written the kind of the list here, and not what is in it.':
    'PowerShell hat hier die Art der Liste geschrieben und nicht ihren Inhalt.',
  "No groups are read; export them with @{n='MemberOf';e={$_.MemberOf -join ';'}}.":
    "Es werden keine Gruppen gelesen; exportieren Sie sie mit @{n='MemberOf';e={$_.MemberOf -join ';'}}.",
  'The row is not a person but “{what}”.': 'Die Zeile ist keine Person, sondern „{what}“.',
  '“{value}” does not say whether the person is active.': '„{value}“ sagt nicht, ob die Person aktiv ist.',
  'The person is taken to be active.': 'Die Person gilt als aktiv.',
  '{more, plural, one {# more problem is} other {# more problems are}} not listed.':
    '{more, plural, one {# weiteres Problem ist} other {# weitere Probleme sind}} nicht aufgeführt.',
  'Correct those listed first.': 'Berichtigen Sie zuerst die aufgeführten.',
  'The group “{group}” shows exactly {count, number} members, where services cut lists off.':
    'Die Gruppe „{group}“ zeigt genau {count, number} Mitglieder, wo Dienste Listen abschneiden.',
  'There may be more members, whom Muster does not know of.':
    'Es kann weitere Mitglieder geben, von denen Muster nichts weiß.',
  'The service accepts the sign-in.': 'Der Dienst nimmt die Anmeldung an.',
  'A SCIM 2.0 service that pages by cursor.': 'Ein SCIM-2.0-Dienst, der per Cursor blättert.',
  'A SCIM 2.0 service.': 'Ein SCIM-2.0-Dienst.',
  'More than {found, number} people fit.': 'Mehr als {found, number} Personen passen.',
  '{found, number} people fit.': '{found, number} Personen passen.',
  'It is not an OAuth token endpoint.': 'Das ist kein OAuth-Token-Endpunkt.',
  'The value is not a text.': 'Der Wert ist kein Text.',
  'There are {count, number} values.': 'Es gibt {count, number} Werte.',
  'The first is used: {value}.': 'Der erste wird verwendet: {value}.',
  '{count, plural, one {# value} other {# values}} of “{name}” are bytes and no text.':
    '{count, plural, one {# Wert} other {# Werte}} von „{name}“ sind Bytes und kein Text.',
  'The directory refers to other servers for a part of the search: {servers}.':
    'Das Verzeichnis verweist für einen Teil der Suche auf andere Server: {servers}.',
  'They were not asked, since your password would go there too. People who are only there are missing.':
    'Sie wurden nicht gefragt, da Ihr Kennwort auch dorthin ginge. Personen, die nur dort sind, fehlen.',
  'It is a binary workbook (.xlsb); save it as .xlsx or CSV.':
    'Das ist eine binäre Arbeitsmappe (.xlsb); speichern Sie sie als .xlsx oder CSV.',
  'It is an OpenDocument file; save it as .xlsx or CSV.':
    'Das ist eine OpenDocument-Datei; speichern Sie sie als .xlsx oder CSV.',
  'It is no workbook.': 'Das ist keine Arbeitsmappe.',
  '{path}, line {line}, column {column}': '{path}, Zeile {line}, Spalte {column}',
  'It is a damaged workbook: the XML inside it is broken.':
    'Das ist eine beschädigte Arbeitsmappe: Das XML darin ist fehlerhaft.',
  'It is a damaged workbook: the XML inside it declares a document type.':
    'Das ist eine beschädigte Arbeitsmappe: Das XML darin deklariert einen Dokumenttyp.',
  'Its texts are too large to be a list of people.': 'Ihre Texte sind zu groß für eine Liste von Personen.',
  'It has no sheet with rows.': 'Sie hat kein Blatt mit Zeilen.',
  'It has too many parts for a workbook.': 'Sie hat zu viele Teile für eine Arbeitsmappe.',
  'It is a damaged workbook: {path} is missing.': 'Das ist eine beschädigte Arbeitsmappe: {path} fehlt.',
  'It unpacks to {megabytes, number} MB, too much to be right.':
    'Entpackt sind es {megabytes, number} MB, zu viel, um richtig zu sein.',
  'It is protected with a password; save it without one.':
    'Sie ist mit einem Kennwort geschützt; speichern Sie sie ohne.',
  'It is a damaged workbook; open it in Excel and save it again.':
    'Das ist eine beschädigte Arbeitsmappe; öffnen Sie sie in Excel und speichern Sie sie erneut.',
  'It was so already': 'Es war schon so',
  'Looked up: it is so already': 'Nachgeschlagen: Es ist schon so',
  'No reply came, looking whether it was carried out': 'Es kam keine Antwort, prüft, ob es ausgeführt wurde',
  'The group changed, looking at it again': 'Die Gruppe hat sich geändert, wird erneut angesehen',
  'Looking whether it is there already': 'Prüft, ob es schon da ist',
  'No reply came, looking whether it was made': 'Es kam keine Antwort, prüft, ob es angelegt wurde',
  'Accepted; K2 does not show the account yet': 'Angenommen; K2 zeigt das Konto noch nicht',
  'Looked up: it is there already': 'Nachgeschlagen: Es ist schon da',
  'It was there already': 'Es war schon da',
  'Accepted; K2 does not show the group yet': 'Angenommen; K2 zeigt die Gruppe noch nicht',
  'K2 now has {count} groups of this name; remove all but one there':
    'K2 hat jetzt {count} Gruppen dieses Namens; dort alle bis auf eine entfernen',
  'Looked up: it is gone': 'Nachgeschlagen: Es ist weg',
  'It was gone already': 'Es war schon weg',
  'The account changed, comparing it with what was reviewed':
    'Das Konto hat sich geändert, wird mit dem Geprüften verglichen',
  'A DELETE was answered as if there were no such account, and the account is there.':
    'Auf ein DELETE kam die Antwort, es gebe kein solches Konto, doch das Konto ist da.',
  'An account or group it needs was not made': 'Ein nötiges Konto oder eine nötige Gruppe wurde nicht angelegt',
  '{missing} of {all} left out: their accounts were not made':
    '{missing} von {all} ausgelassen: Ihre Konten wurden nicht angelegt',
  'Trying again in {seconds} s, {next, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} 6 {sixth} other {{next}th}} try':
    'Neuer Versuch in {seconds} s, {next}. Versuch',
  'Asked to wait {seconds} s, {next, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} 6 {sixth} other {{next}th}} try':
    'Gebeten, {seconds} s zu warten, {next}. Versuch',
  'The service names no limit; this one is assumed.': 'Der Dienst nennt keine Grenze; diese wird angenommen.',
  'The settings that were kept can’t be read.': 'Die aufbewahrten Einstellungen sind nicht lesbar.',
  'A file of it would come from another place.': 'Eine Datei davon käme von einem anderen Ort.',
  'It has more than {most, number} characters.': 'Er hat mehr als {most, number} Zeichen.',
  'It holds a control character.': 'Er enthält ein Steuerzeichen.',
  '“{value}” is not an e-mail address.': '„{value}“ ist keine E-Mail-Adresse.',
  'The reply is empty.': 'Die Antwort ist leer.',
  'The reply is JSON but not what was asked for.': 'Die Antwort ist JSON, aber nicht das Gewünschte.',
  'The reply is cut off or is not valid JSON.': 'Die Antwort ist abgeschnitten oder kein gültiges JSON.',
  'The reply is not JSON: {excerpt}': 'Die Antwort ist kein JSON: {excerpt}',
  'The service gave the same page again.': 'Der Dienst gab dieselbe Seite noch einmal.',
  'The service says there are {claimed, number}, and gave none.':
    'Der Dienst sagt, es gebe {claimed, number}, und gab keine.',
  'The service {did, select, repeats {gives the first page again} refuses {refuses to give more} other {gives nothing}} when asked for what comes after the first {stride, number}.':
    'Nach dem gefragt, was nach den ersten {stride, number} kommt, {did, select, repeats {gibt der Dienst noch einmal die erste Seite} refuses {weigert sich der Dienst, mehr zu geben} other {gibt der Dienst nichts}}.',
  'The list did not end after {read, number} entries.': 'Die Liste war nach {read, number} Einträgen nicht zu Ende.',
  'Nothing past the first {size, number} was asked for, since this service gives no further pages.':
    'Über die ersten {size, number} hinaus wurde nicht gefragt, da dieser Dienst keine weiteren Seiten gibt.',
  '{count, plural, one {# entry} other {# entries}} of the list {count, plural, one {has} other {have}} no id.':
    '{count, plural, one {# Eintrag} other {# Einträge}} der Liste {count, plural, one {hat} other {haben}} keine id.',
  'The service says there are {total, number}, and gave {read, number}.':
    'Der Dienst sagt, es gebe {total, number}, und gab {read, number}.',
  'The list ends at exactly {read, number}, where K2 cuts lists off; whether there are more can’t be told.':
    'Die Liste endet genau bei {read, number}, wo K2 Listen abschneidet; ob es mehr gibt, lässt sich nicht sagen.',
  'The service has no Schemas that can be read.': 'Der Dienst hat keine lesbaren Schemas.',
  'The service’s Schemas were read, and do not describe accounts in a way that can be relied on.':
    'Die Schemas des Dienstes wurden gelesen und beschreiben Konten nicht so, dass Verlass darauf ist.',
  'The service’s Schemas were read.': 'Die Schemas des Dienstes wurden gelesen.',
  'The service’s Schemas were read, and its ResourceTypes.':
    'Die Schemas des Dienstes wurden gelesen, seine ResourceTypes auch.',
  'The service’s ResourceTypes name groups.': 'Die ResourceTypes des Dienstes nennen Gruppen.',
  'Asked for its groups, the service gave a list.': 'Nach seinen Gruppen gefragt, gab der Dienst eine Liste.',
  'Asked for its groups, the service answered {status}.':
    'Nach seinen Gruppen gefragt, antwortete der Dienst mit {status}.',
  'A {method} was answered with {status}.': 'Auf ein {method} kam die Antwort {status}.',
  'Neither PATCH nor PUT can be used on this service, as far as is known or was set by hand.':
    'Weder PATCH noch PUT ist bei diesem Dienst verwendbar, soweit bekannt oder von Hand gesetzt.',
  'A Bulk of {changes, plural, one {# change} other {# changes}} was answered with 413.':
    'Auf ein Bulk mit {changes, plural, one {# Änderung} other {# Änderungen}} kam die Antwort 413.',
  'A Bulk was answered with {status}.': 'Auf ein Bulk kam die Antwort {status}.',
  'Of {changes, plural, one {# change} other {# changes}} in one Bulk, the reply spoke of {count, number}.':
    'Von {changes, plural, one {# Änderung} other {# Änderungen}} in einem Bulk nannte die Antwort {count, number}.',
  'The reply to a Bulk does not mention this change.': 'Die Antwort auf ein Bulk nennt diese Änderung nicht.',
  'The reply to a Bulk gives this change no status that can be read.':
    'Die Antwort auf ein Bulk gibt dieser Änderung keinen lesbaren Status.',
  '{count, plural, one {# reply} other {# replies}} to a Bulk in a row could not be read.':
    '{count, plural, one {# Antwort} other {# Antworten}} auf ein Bulk hintereinander {count, plural, one {war} other {waren}} nicht lesbar.',
  'The reply to a Bulk can’t be read.': 'Die Antwort auf ein Bulk ist nicht lesbar.',
  'Its tables are not those that Muster makes.': 'Ihre Tabellen sind nicht die, die Muster anlegt.',
  'The file does not begin as a database does.': 'Die Datei beginnt nicht wie eine Datenbank.',
  'Any free port is used': 'Ein beliebiger freier Port wird verwendet',
  'This port is free': 'Dieser Port ist frei',
  'Port {port} is used by another program': 'Port {port} wird von einem anderen Programm verwendet',
  'It has version {version}; this Muster knows up to {known}.':
    'Sie hat Version {version}; dieses Muster kennt höchstens {known}.',
}
