/** See docs/translating.md. */
export const session: Record<string, string> = {
  'This computer is offline': 'Dieser Computer ist offline',
  'You stay signed in, and nothing is lost. What waits for the network goes on by itself when it is back.':
    'Sie bleiben angemeldet, und nichts geht verloren. Was auf das Netz wartet, geht von selbst weiter, sobald es wieder da ist.',
  'Address the browser ended at': 'Adresse, bei der der Browser endete',
  'It holds the answer, even where the page can’t be shown.':
    'Sie enthält die Antwort, auch wenn die Seite nicht angezeigt werden kann.',
  'Go on': 'Weiter',
  'Copy address': 'Adresse kopieren',
  'Cancel sign-in': 'Anmeldung abbrechen',
  'Sign in again': 'Erneut anmelden',
  'Sign out': 'Abmelden',
  'Sign in': 'Anmelden',
  'You stay signed in. Muster tries again by itself, and goes on as soon as it gets through.':
    'Sie bleiben angemeldet. Muster versucht es von selbst wieder und macht weiter, sobald es durchkommt.',
  'Your K2 sign-in has expired': 'Ihre Anmeldung bei K2 ist abgelaufen',
  'K2 asks for consent again after 30 days. Nothing is lost: sign in again and you stay on this screen.':
    'K2 fragt nach 30 Tagen erneut um Zustimmung. Nichts geht verloren: Melden Sie sich erneut an, und Sie bleiben auf dieser Seite.',
  'You are not signed in': 'Sie sind nicht angemeldet',
  'What was read last is shown. Sign in to go on.':
    'Angezeigt wird, was zuletzt gelesen wurde. Melden Sie sich an, um weiterzuarbeiten.',
  'Signing in…': 'Anmeldung läuft…',
  'Waiting for the identity service to answer.': 'Warten auf die Antwort des Identitätsdienstes.',
  'Waiting for the browser…': 'Warten auf den Browser…',
  'Address copied': 'Adresse kopiert',
  'Paste address': 'Adresse einfügen',
  'Sign in there and agree; you come back here by yourself.':
    'Melden Sie sich dort an und stimmen Sie zu; Sie kommen von selbst hierher zurück.',
  '{time} left': 'noch {time}',
  'Sign out of {name}': 'Von {name} abmelden',
  'Muster tells K2 to end the session and forgets it. People, accounts and runs that were read stay on this computer, and so does the client secret in the keychain.':
    'Muster lässt K2 die Sitzung beenden und vergisst sie. Gelesene Personen, Konten und Läufe bleiben auf diesem Computer, ebenso das Client-Geheimnis im Schlüsselbund.',
  'Muster tells K2 to end the session and forgets it. People, accounts and runs that were read stay on this computer.':
    'Muster lässt K2 die Sitzung beenden und vergisst sie. Gelesene Personen, Konten und Läufe bleiben auf diesem Computer.',
  'Signing in': 'Anmeldung läuft',
  'Asking the identity service': 'Anfrage beim Identitätsdienst',
  'Waiting for the browser': 'Warten auf den Browser',
  'Signing in: asking the identity service': 'Anmeldung läuft: Anfrage beim Identitätsdienst',
  'Signing in: waiting for the browser': 'Anmeldung läuft: Warten auf den Browser',
  'Sign-in expired': 'Anmeldung abgelaufen',
  'Signed out': 'Abgemeldet',
  'Signed in': 'Angemeldet',
  'less than a day left': 'weniger als ein Tag',
  '{days, plural, one {# day left} other {# days left}}': '{days, plural, one {# Tag} other {# Tage}}',
  'This computer has no keychain that Muster can use.':
    'Dieser Computer hat keinen Schlüsselbund, den Muster nutzen kann.',
  'You stay signed in only until Muster closes.': 'Sie bleiben nur angemeldet, bis Muster geschlossen wird.',
  'Still no keychain.': 'Noch immer kein Schlüsselbund.',
}
