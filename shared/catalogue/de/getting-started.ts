/** See docs/translating.md. */
export const gettingStarted: Record<string, string> = {
  '{done, number} of {all, number}': '{done, number} von {all, number}',
  'Getting started: {done, number} of {all, number} done': 'Erste Schritte: {done, number} von {all, number} erledigt',
  'Help, Getting started brings these steps back.': 'Hilfe, Erste Schritte bringt diese Schritte zurück.',
  'Hide these steps': 'Schritte ausblenden',
  'Skip these steps': 'Schritte überspringen',
  'Read people': 'Personen lesen',
  'Pick people': 'Personen auswählen',
  'Review each change': 'Jede Änderung prüfen',
  'Push##step': 'Übertragen',
  'From a file, a directory or a SCIM service. Muster only reads there.':
    'Aus einer Datei, einem Verzeichnis oder einem SCIM-Dienst. Muster liest dort nur.',
  'Tick who belongs in K2. Each row says how the person stands to the accounts there.':
    'Haken Sie an, wer nach K2 gehört. Jede Zeile sagt, wie die Person zu den Konten dort steht.',
  'Nothing in K2 changes before you push. Review shows every change, and warns of what K2 does not easily take back, like a new sign-in name.':
    'Vor dem Übertragen ändert sich in K2 nichts. Die Prüfung zeigt jede Änderung und warnt vor dem, was K2 nicht leicht zurücknimmt, etwa einem neuen Anmeldenamen.',
  'Exactly what you reviewed is sent. The run is kept: it can be verified and undone.':
    'Gesendet wird genau, was Sie geprüft haben. Der Lauf bleibt erhalten: Er lässt sich bestätigen und rückgängig machen.',
  '{step}, done': '{step}, erledigt',
  'That was a whole push. It goes the same way each time: read again, pick, review, push.':
    'Das war eine ganze Übertragung. So geht es jedes Mal: erneut lesen, auswählen, prüfen, übertragen.',
}
