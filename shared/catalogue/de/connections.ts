/** See docs/translating.md. */
export const connections: Record<string, string> = {
  Red: 'Rot',
  Orange: 'Orange',
  Yellow: 'Gelb',
  Teal: 'Türkis',
  Blue: 'Blau',
  Violet: 'Violett',
  Grey: 'Grau',
  Colour: 'Farbe',
  Production: 'Produktion',
  'Test##environment': 'Test',
  'Signing in becomes possible when no field is missing.': 'Die Anmeldung wird möglich, sobald kein Feld mehr fehlt.',
  'Give this connection a name first.': 'Geben Sie dieser Verbindung zuerst einen Namen.',
  'Muster signs in with the client secret. No browser opens, and nobody has to agree again after 30 days.':
    'Muster meldet sich mit dem Client-Geheimnis an. Kein Browser öffnet sich, und niemand muss nach 30 Tagen erneut zustimmen.',
  'Your browser opens. Sign in there and agree; you come back here by yourself.':
    'Ihr Browser öffnet sich. Melden Sie sich dort an und stimmen Sie zu; Sie kommen von selbst hierher zurück.',
  'Connection: {name} (read-only)': 'Verbindung: {name} (nur lesen)',
  'Connection: {name}': 'Verbindung: {name}',
  'Add a connection': 'Verbindung hinzufügen',
  'Identity service': 'Identitätsdienst',
  Client: 'Client',
  'Client secret': 'Client-Geheimnis',
  'Sign-in returns to': 'Anmeldung führt zurück zu',
  Scopes: 'Scopes',
  'SCIM service': 'SCIM-Dienst',
  'SCIM token': 'SCIM-Token',
  'Used letter by letter: K2 most likely accepts no other than the registered one.':
    'Wird Zeichen für Zeichen verwendet: K2 nimmt höchstwahrscheinlich nur die registrierte Adresse an.',
  'Part of every address of the service, and therefore a secret.':
    'Teil jeder Adresse des Dienstes und deshalb ein Geheimnis.',
  Understood: 'Verstanden',
  Completed: 'Ergänzt',
  Missing: 'Fehlt',
  'Can’t be used': 'Nicht verwendbar',
  '{shown} in the keychain': '{shown} im Schlüsselbund',
  '{shown} in memory until Muster closes': '{shown} im Arbeitsspeicher, bis Muster geschlossen wird',
  'Everything is there.': 'Alles ist da.',
  '{field} (missing)': '{field} (fehlt)',
  '{field} (can’t be used)': '{field} (nicht verwendbar)',
  '{count, plural, =1 {One field needs} other {# fields need}} you: {names}.':
    '{count, plural, =1 {Ein Feld braucht} other {# Felder brauchen}} Sie: {names}.',
  'Hand over the settings': 'Einstellungen übergeben',
  'Muster shows what it understood, what it completed and what is missing.':
    'Muster zeigt, was es verstanden und ergänzt hat und was fehlt.',
  'Sign in to K2': 'Bei K2 anmelden',
  'Your browser opens; you agree once. K2 asks again after 30 days, and work goes on where it stopped.':
    'Ihr Browser öffnet sich; Sie stimmen einmal zu. K2 fragt nach 30 Tagen erneut, und die Arbeit geht dort weiter, wo sie stand.',
  'Pick, review, push': 'Auswählen, prüfen, übertragen',
  'See your people beside the accounts in K2, read what would change, and push that.':
    'Sehen Sie Ihre Personen neben den Konten in K2, lesen Sie, was sich ändern würde, und übertragen Sie es.',
  'How it goes': 'So geht es',
  'No settings yet? Nintex sends them when it registers your identity provider.':
    'Noch keine Einstellungen? Nintex sendet sie, wenn Ihr Identitätsanbieter dort registriert wird.',
  'How to ask for them': 'Wie Sie danach fragen',
  Development: 'Entwicklung',
  'Name of this connection': 'Name dieser Verbindung',
  'Nintex sends settings for each domain: say which these are for.':
    'Nintex sendet Einstellungen je Domäne: Sagen Sie, für welche diese sind.',
  'Stands beside the name, also on the Push button': 'Steht neben dem Namen, auch beim Übertragen',
  Environment: 'Umgebung',
  'Change that in Settings': 'In den Einstellungen ändern',
  'Hide this notice': 'Diesen Hinweis ausblenden',
  'It is kept as {path}': 'Sie ist aufbewahrt als {path}',
  'Settings from Nintex': 'Einstellungen von Nintex',
  'Use the sample tenant': 'Beispielmandanten verwenden',
  'Sample tenant': 'Beispielmandant',
  'Secrets go straight to this computer’s keychain.':
    'Geheimnisse kommen direkt in den Schlüsselbund dieses Computers.',
  'Secrets are kept in memory until Muster closes.':
    'Geheimnisse bleiben im Arbeitsspeicher, bis Muster geschlossen wird.',
  '{field}:': '{field}:',
  'What Muster understood': 'Was Muster verstanden hat',
  'Nothing understood yet': 'Noch nichts verstanden',
  'Muster looks for authority, clientId, scope, baseUrl and token. Braces, line breaks and stripped addresses do not matter.':
    'Muster sucht nach authority, clientId, scope, baseUrl und token. Klammern, Zeilenumbrüche und gekürzte Adressen spielen keine Rolle.',
  'Connect to K2': 'Mit K2 verbinden',
  'Back to {name}': 'Zurück zu {name}',
  'Paste or drop the settings that Nintex sent you, however they arrived.':
    'Fügen Sie die Einstellungen ein, die Nintex Ihnen gesendet hat, oder ziehen Sie sie hierher, wie auch immer sie kamen.',
  'it holds characters that no address has': 'enthält Zeichen, die keine Adresse hat',
  'it is not a complete address': 'ist keine vollständige Adresse',
  'only https:// addresses can be used': 'nur Adressen mit https:// sind möglich',
  'it holds a user name, which can make one server look like another':
    'enthält einen Benutzernamen, der einen Server wie einen anderen aussehen lassen kann',
  'it holds a part after #': 'enthält einen Teil nach #',
  'it is empty': 'ist leer',
  'it is not the name of a server': 'ist kein Name eines Servers',
  'it has to be the name alone, without ldap://, port and path':
    'nur der Name ist gefragt, ohne ldap://, Port und Pfad',
  'it holds a part after ?': 'enthält einen Teil nach ?',
  'it is not encrypted: http:// is allowed only to this computer':
    'ist nicht verschlüsselt: http:// ist nur zu diesem Computer erlaubt',
  'it does not lead to this computer: it has to be on 127.0.0.1, localhost or [::1]':
    'führt nicht zu diesem Computer: nötig ist 127.0.0.1, localhost oder [::1]',
  'it has to begin with http://, since it never leaves this computer':
    'muss mit http:// beginnen, da sie diesen Computer nie verlässt',
  'A bare tenant id: the K2 address was added': 'Eine bloße Mandantenkennung: Die Adresse von K2 wurde ergänzt',
  'The tenant’s address or id has to come from Nintex': 'Adresse oder Kennung des Mandanten muss von Nintex kommen',
  'it is still a placeholder': 'ist noch ein Platzhalter',
  'The address of its discovery page was shortened': 'Die Adresse der Discovery-Seite wurde gekürzt',
  'The slash at its end was removed': 'Der Schrägstrich am Ende wurde entfernt',
  'What follows the tenant id was removed': 'Was auf die Mandantenkennung folgt, wurde entfernt',
  'The tenant id was put in lower case, as K2 writes it':
    'Die Mandantenkennung wurde kleingeschrieben, wie K2 sie schreibt',
  'The client id has to come from Nintex': 'Die Client-ID muss von Nintex kommen',
  'it holds blanks or characters that no client id has': 'enthält Leerzeichen oder Zeichen, die keine Client-ID hat',
  'it is longer than 200 characters': 'ist länger als 200 Zeichen',
  'The client secret has to come from Nintex': 'Das Client-Geheimnis muss von Nintex kommen',
  'part of it is hidden by dots; paste the whole secret':
    'ein Teil ist durch Punkte verdeckt; fügen Sie das ganze Geheimnis ein',
  'it holds blanks, which no client secret has': 'enthält Leerzeichen, die kein Client-Geheimnis hat',
  'a client secret has 6 to 1,000 characters': 'ein Client-Geheimnis hat 6 bis 1.000 Zeichen',
  'Not given: the address of Nintex’s own sample was added':
    'Nicht angegeben: Die Adresse aus dem Beispiel von Nintex wurde ergänzt',
  'http:// was added': 'http:// wurde ergänzt',
  'it is longer than 500 characters': 'ist länger als 500 Zeichen',
  'Can’t be used: {reason}': 'Nicht verwendbar: {reason}',
  'https:// was added': 'https:// wurde ergänzt',
  'Empty: the K2 Cloud address was added': 'Leer: Die Adresse von K2 Cloud wurde ergänzt',
  'A whole SCIM address: it was shortened to the service': 'Eine ganze SCIM-Adresse: Sie wurde auf den Dienst gekürzt',
  '/scim/v2 at its end was removed; Muster adds it': '/scim/v2 am Ende wurde entfernt; Muster fügt es an',
  'The SCIM token has to come from Nintex': 'Das SCIM-Token muss von Nintex kommen',
  'part of it is hidden by dots; paste the whole token':
    'ein Teil ist durch Punkte verdeckt; fügen Sie das ganze Token ein',
  'a token has at least 8 letters, digits and dashes, and nothing else':
    'ein Token hat mindestens 8 Buchstaben, Ziffern und Striche und sonst nichts',
  'it has {count} characters where an id has 36; some may have got lost':
    'hat {count} Zeichen, wo eine Kennung 36 hat; vielleicht sind einige verloren gegangen',
  'openid was missing and was added: without it there is no sign-in':
    'openid fehlte und wurde ergänzt: Ohne gibt es keine Anmeldung',
  'profile was missing and was added: it tells who signed in':
    'profile fehlte und wurde ergänzt: Es sagt, wer sich angemeldet hat',
  'offline_access was missing and was added: without it you would sign in every hour':
    'offline_access fehlte und wurde ergänzt: Ohne müssten Sie sich jede Stunde anmelden',
  'Not given: the scopes that K2 asks for were added':
    'Nicht angegeben: Die Scopes, nach denen K2 fragt, wurden ergänzt',
  'The SCIM scope was missing and was added': 'Der SCIM-Scope fehlte und wurde ergänzt',
  '“{scope}” is not a scope': '„{scope}“ ist kein Scope',
  'the SCIM scope': 'der SCIM-Scope',
  '{list} and {last} were missing and were added': '{list} und {last} fehlten und wurden ergänzt',
  '{list}, and {last} were missing and were added': '{list} und {last} fehlten und wurden ergänzt',
  'The text is far too long.': 'Der Text ist viel zu lang.',
  'it is there twice with different values; paste one document at a time':
    'steht zweimal da, mit verschiedenen Werten; fügen Sie immer nur ein Dokument ein',
  'it is the tenant id; the SCIM token is another one': 'ist die Mandantenkennung; das SCIM-Token ist ein anderes',
  'the SCIM address holds another token': 'die SCIM-Adresse enthält ein anderes Token',
  'A client secret was given too, but the scopes are those of an admin’s own sign-in: you sign in yourself, and the secret is not kept':
    'Auch ein Client-Geheimnis wurde angegeben, aber die Scopes sind die einer eigenen Anmeldung: Sie melden sich selbst an, und das Geheimnis wird nicht behalten',
}
