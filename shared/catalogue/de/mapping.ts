/** See docs/translating.md. */
export const mapping: Record<string, string> = {
  'As in K2': 'Wie in K2',
  'Would change': 'Würde geändert',
  'Would be set': 'Würde gesetzt',
  'Would be cleared': 'Würde geleert',
  'Left as in K2': 'Bleibt wie in K2',
  'Nothing, K2’s stays': 'Nichts, K2 behält seinen Wert',
  'Once the manager has an account': 'Sobald die vorgesetzte Person ein Konto hat',
  'Not pushed': 'Nicht übertragen',
  Expression: 'Ausdruck',
  'Attributes by name, [further attributes] in brackets, texts in quotation marks, and functions.':
    'Attribute mit ihrem Namen, [weitere Attribute] in Klammern, Texte in Anführungszeichen, und Funktionen.',
  'Names that fit': 'Passende Namen',
  Import: 'Importieren',
  'Functions of expressions': 'Funktionen von Ausdrücken',
  Function: 'Funktion',
  'What it gives': 'Was sie ergibt',
  Example: 'Beispiel',
  Mapping: 'Zuordnung',
  'Which attribute of a person fills which in K2. Where the source has nothing, K2’s value stays unless you have it cleared.':
    'Welches Attribut einer Person welches in K2 füllt. Wo die Quelle nichts hat, bleibt der Wert in K2, wenn Sie ihn nicht leeren lassen.',
  '{count, plural, one {# rule} other {# rules}} read from {name}':
    '{count, plural, one {# Regel} other {# Regeln}} aus {name} gelesen',
  'Look through them, then save. Until then the mapping before stays in use.':
    'Sehen Sie sie durch und speichern Sie dann. Bis dahin gilt die bisherige Zuordnung.',
  'Add rule': 'Regel hinzufügen',
  'There you can have them pushed all the same.': 'Dort können Sie sie trotzdem übertragen lassen.',
  'Reading the mapping': 'Zuordnung wird gelesen',
  'An attribute': 'Ein Attribut',
  'The same text for everybody': 'Derselbe Text für alle',
  'An expression': 'Ein Ausdruck',
  Value: 'Wert',
  'Attribute of the person': 'Attribut der Person',
  'Choose…': 'Auswählen…',
  'First say which attribute is filled.': 'Geben Sie zuerst an, welches Attribut gefüllt wird.',
  'Never changed later.': 'Wird später nie geändert.',
  'An account needs it.': 'Ein Konto braucht es.',
  'There is always a value.': 'Es gibt immer einen Wert.',
  'The manager is another person: what is pushed is the id of that person’s account, once there is one. No expression can stand here, and there is no default.':
    'Die vorgesetzte Person ist eine andere Person: Übertragen wird die Kennung ihres Kontos, sobald es eines gibt. Hier kann kein Ausdruck stehen, und es gibt keine Vorgabe.',
  Default: 'Vorgabe',
  'Where the person has nothing': 'Wo die Person nichts hat',
  When: 'Wann',
  'Only on create keeps sign-in names: a new one can lock out whoever has signed in to K2 before':
    '„Nur beim Anlegen“ behält Anmeldenamen: Ein neuer kann aussperren, wer sich schon an K2 angemeldet hat',
  'Only on create leaves later changes in K2 alone':
    'Mit „Nur beim Anlegen“ bleiben spätere Änderungen in K2 unberührt',
  Always: 'Immer',
  'Only on create': 'Nur beim Anlegen',
  'Clear K2’s value where the person has nothing': 'Wert in K2 leeren, wo die Person nichts hat',
  'Off, K2’s value stays: an empty cell is more often a missing column than an order to erase.':
    'Ausgeschaltet bleibt der Wert in K2: Eine leere Zelle ist öfter eine fehlende Spalte als ein Auftrag zu löschen.',
  'Close rule': 'Regel schließen',
  'Move up': 'Nach oben',
  'Move down': 'Nach unten',
  'Remove rule': 'Regel entfernen',
  'Not said yet': 'Noch nicht angegeben',
  '“{text}”': '„{text}“',
  'Else “{otherwise}”': 'Sonst „{otherwise}“',
  'Cleared when empty': 'Geleert, wenn leer',
  'No change': 'Keine Änderung',
  '{count, number} change': '{count, plural, one {# ändert sich} other {# ändern sich}}',
  'All get a value': 'Alle erhalten einen Wert',
  '{count, number} get nothing': '{count, plural, one {# erhält nichts} other {# erhalten nichts}}',
  'Filled from': 'Gefüllt aus',
  'For {name}': 'Für {name}',
  'In K2 now': 'Jetzt in K2',
  'New rule': 'Neue Regel',
  'Pushed on create only': 'Nur beim Anlegen übertragen',
  'Saved. Where everybody stands is worked out anew, and plans have to be reviewed again.':
    'Gespeichert. Der Stand aller Personen wird neu ermittelt, und Pläne müssen neu geprüft werden.',
  '{count, plural, one {# thing has} other {# things have}} to be corrected before this can be saved. Until then it is kept as a draft.':
    '{count, plural, one {# Stelle ist} other {# Stellen sind}} zu berichtigen, bevor gespeichert werden kann. Bis dahin bleibt dies ein Entwurf.',
  'Not saved yet, and kept as a draft. Saving works out anew where everybody stands, and plans that were not pushed have to be reviewed again.':
    'Noch nicht gespeichert, als Entwurf behalten. Beim Speichern wird der Stand aller Personen neu ermittelt, und nicht übertragene Pläne müssen neu geprüft werden.',
  'Discard changes': 'Änderungen verwerfen',
  'Save mapping': 'Zuordnung speichern',
  'The service does not say anything about it.': 'Der Dienst sagt nichts darüber.',
  'Known to every service.': 'Jedem Dienst bekannt.',
  'The service does not define it: it will not be pushed.': 'Der Dienst kennt es nicht: Es wird nicht übertragen.',
  '{facts}. The service alone writes it: it will not be pushed.':
    '{facts}. Nur der Dienst selbst schreibt es: Es wird nicht übertragen.',
  '{facts}. Say which: {path}': '{facts}. Geben Sie an, welches: {path}',
  'The service says: {facts}': 'Der Dienst sagt: {facts}',
  'Attribute in K2': 'Attribut in K2',
  'Muster finds an account by this first: it should hold what stays the same for a person.':
    'Danach findet Muster ein Konto zuerst: Hier gehört hin, was bei einer Person gleich bleibt.',
  'Muster finds an account by this, where the identifier finds none.':
    'Danach findet Muster ein Konto, wo die Kennung keines findet.',
  'A SCIM path. An attribute of your own stands behind the URN of its schema.':
    'Ein SCIM-Pfad. Ein eigenes Attribut steht hinter der URN seines Schemas.',
  'Try it on': 'Ausprobieren an',
  'Nobody found': 'Niemand gefunden',
  'Person before': 'Vorige Person',
  'Next person': 'Nächste Person',
  '{place, number} of {people, number}': '{place, number} von {people, number}',
  'has an account in K2': 'hat ein Konto in K2',
  'no account in K2': 'kein Konto in K2',
  'disabled at the source': 'in der Quelle deaktiviert',
  'Of {accounts, plural, one {# account} other {# accounts}} in K2, {changes, number} would change, {changesNow, number} with the mapping in use.':
    'Von {accounts, plural, one {# Konto} other {# Konten}} in K2 {changes, plural, one {würde sich # ändern} other {würden sich # ändern}}, mit der geltenden Zuordnung {changesNow, number}.',
  'Of {accounts, plural, one {# account} other {# accounts}} in K2, {changes, number} would change.':
    'Von {accounts, plural, one {# Konto} other {# Konten}} in K2 {changes, plural, one {würde sich # ändern} other {würden sich # ändern}}.',
  '{count, plural, one {# person has} other {# people have}} a value that can’t be pushed.':
    '{count, plural, one {# Person hat} other {# Personen haben}} einen Wert, der nicht übertragen werden kann.',
  'Read people, and the mapping is tried on them here.':
    'Lesen Sie Personen, dann wird die Zuordnung hier an ihnen ausprobiert.',
  'Counting…': 'Wird gezählt…',
  'Counting starts at 1, or at -1 from the end.': 'Gezählt wird ab 1, oder ab -1 vom Ende.',
  'This number has to be 1 or more.': 'Diese Zahl muss 1 oder größer sein.',
  '{call} takes at least {atLeast} values; {given, plural, =0 {none is} one {# is} other {# are}} given.':
    '{call} braucht mindestens {atLeast} Werte; {given, plural, =0 {keiner ist} one {# ist} other {# sind}} angegeben.',
  '{call} takes {atLeast, plural, one {# value} other {# values}}; {given, plural, =0 {none is} one {# is} other {# are}} given.':
    '{call} braucht {atLeast, plural, one {# Wert} other {# Werte}}; {given, plural, =0 {keiner ist} one {# ist} other {# sind}} angegeben.',
  '{call} takes {atLeast} or {most} values; {given, plural, =0 {none is} one {# is} other {# are}} given.':
    '{call} braucht {atLeast} oder {most} Werte; {given, plural, =0 {keiner ist} one {# ist} other {# sind}} angegeben.',
  'A number belongs here, written in digits: 1, 2, or -1 for the last.':
    'Hier gehört eine Zahl hin, in Ziffern: 1, 2, oder -1 für das letzte.',
  'A test belongs here: equals(…), contains(…), isEmpty(…) or the like.':
    'Hier gehört eine Bedingung hin: equals(…), contains(…), isEmpty(…) oder Ähnliches.',
  'A number can’t stand here. Write it as a text: "1".':
    'Hier kann keine Zahl stehen. Schreiben Sie sie als Text: "1".',
  'A test only says yes or no. Put it into if(…, "yes", "no").':
    'Eine Bedingung sagt nur Ja oder Nein. Setzen Sie sie in if(…, "ja", "nein").',
  'A further attribute of the source': 'Ein weiteres Attribut der Quelle',
  'Puts texts together with the separator between them. Empty ones are passed over.':
    'Fügt Texte zusammen, mit dem Trennzeichen dazwischen. Leere werden übergangen.',
  'In lower case.': 'In Kleinbuchstaben.',
  'In upper case.': 'In Großbuchstaben.',
  'Without the spaces before and after it.': 'Ohne die Leerzeichen davor und dahinter.',
  'With every place where “what” stands replaced. Upper and lower case count.':
    'Mit Ersatz an jeder Stelle, an der „what“ steht. Groß- und Kleinschreibung zählt.',
  'One part of a text that is cut at the separator: 1 is the first, -1 the last.':
    'Ein Teil eines Textes, der am Trennzeichen zerlegt wird: 1 ist der erste, -1 der letzte.',
  'So many letters from its beginning.': 'So viele Buchstaben vom Anfang.',
  'The first that is not empty.': 'Der erste, der nicht leer ist.',
  'The second where the test holds, else the third; nothing where that is left out.':
    'Der zweite Wert, wenn die Bedingung gilt, sonst der dritte; nichts, wenn dieser fehlt.',
  'Whether both say the same. Upper and lower case don’t count.':
    'Ob beide dasselbe sagen. Groß- und Kleinschreibung zählt nicht.',
  'Whether the other stands somewhere in the text. Upper and lower case don’t count.':
    'Ob der andere irgendwo im Text steht. Groß- und Kleinschreibung zählt nicht.',
  'Whether the text starts with the other. Upper and lower case don’t count.':
    'Ob der Text mit dem anderen beginnt. Groß- und Kleinschreibung zählt nicht.',
  'Whether the text ends with the other. Upper and lower case don’t count.':
    'Ob der Text mit dem anderen endet. Groß- und Kleinschreibung zählt nicht.',
  'Whether there is nothing.': 'Ob nichts da ist.',
  'Whether all tests hold.': 'Ob alle Bedingungen gelten.',
  'Whether at least one test holds.': 'Ob mindestens eine Bedingung gilt.',
  'Whether the test does not hold.': 'Ob die Bedingung nicht gilt.',
  'An expression may have {most} characters; this one has {count}.':
    'Ein Ausdruck darf {most} Zeichen haben; dieser hat {count}.',
  'Say where the value comes from.': 'Geben Sie an, woher der Wert kommt.',
  'The manager leads to another person’s account and can only stand alone, in no function.':
    'Die vorgesetzte Person führt zum Konto einer anderen Person und kann nur allein stehen, in keiner Funktion.',
  'Functions may stand in each other {depth} deep.': 'Funktionen dürfen {depth} Ebenen tief ineinander stehen.',
  'An attribute, a text in quotation marks or a function belongs here.':
    'Hier gehört ein Attribut, ein Text in Anführungszeichen oder eine Funktion hin.',
  '{name}( lacks its closing parenthesis.': 'Bei {name}( fehlt die schließende Klammer.',
  'A comma or a closing parenthesis belongs before this.': 'Davor gehört ein Komma oder eine schließende Klammer.',
  'The expression has ended before this. Functions take their values in parentheses, with commas.':
    'Der Ausdruck ist davor zu Ende. Werte von Funktionen stehen in Klammern, mit Kommas.',
  '{name} is an attribute and stands without parentheses.': '{name} ist ein Attribut und steht ohne Klammern.',
  'There are {functions}.': 'Es gibt {functions}.',
  'Did you mean {name}?': 'Meinten Sie {name}?',
  'There is no function {name}.': 'Es gibt keine Funktion {name}.',
  '{name} is a function and takes its values in parentheses.':
    '{name} ist eine Funktion; ihre Werte stehen in Klammern.',
  'A text stands in quotation marks.': 'Ein Text steht in Anführungszeichen.',
  'There is no attribute {name}.': 'Es gibt kein Attribut {name}.',
  'A name belongs between the brackets.': 'Zwischen die Klammern gehört ein Name.',
  'This text lacks its closing quotation mark.': 'Diesem Text fehlt das schließende Anführungszeichen.',
  'This name lacks its closing bracket.': 'Diesem Namen fehlt die schließende Klammer.',
  'A text stands in straight double quotation marks: "text".':
    'Ein Text steht in geraden doppelten Anführungszeichen: "Text".',
  'Texts are put together with join("", …), not with {sign}.':
    'Texte werden mit join("", …) zusammengefügt, nicht mit {sign}.',
  'Two texts are compared with equals(…), not with {sign}.':
    'Zwei Texte werden mit equals(…) verglichen, nicht mit {sign}.',
  '“{sign}” has no meaning here. A text stands in quotation marks.':
    '„{sign}“ hat hier keine Bedeutung. Ein Text steht in Anführungszeichen.',
  'The source has no {name} now.': 'Die Quelle hat {name} jetzt nicht.',
  'line {line}': 'Zeile {line}',
  'It is not valid JSON: line {line} can’t be read.': 'Das ist kein gültiges JSON: Zeile {line} ist nicht lesbar.',
  '“format” has to be “{format}”.': '„format“ muss „{format}“ sein.',
  'A newer Muster has written it. Update Muster to read it.':
    'Ein neueres Muster hat sie geschrieben. Aktualisieren Sie Muster, um sie zu lesen.',
  '{field} is missing or can’t be used.': '{field} fehlt oder ist nicht verwendbar.',
  'Rule {rule}': 'Regel {rule}',
  '“{field}” of rule {rule}': '„{field}“ von Regel {rule}',
  'Two rules give the manager; only one can.': 'Zwei Regeln geben die vorgesetzte Person an; nur eine kann es.',
  'A manager has no default: it would have to be the id of an account.':
    'Eine vorgesetzte Person hat keine Vorgabe: Sie müsste die Kennung eines Kontos sein.',
  'A manager is always kept in step, since the account may come later.':
    'Eine vorgesetzte Person wird immer abgeglichen, da das Konto später kommen kann.',
  'Two rules fill {to}.': 'Zwei Regeln füllen {to}.',
  '{to} can’t be cleared: an account needs it.': '{to} kann nicht geleert werden: Ein Konto braucht es.',
  '{to} takes the id of an account, which only the manager leads to: fill it from manager alone.':
    '{to} nimmt die Kennung eines Kontos, zu der nur die vorgesetzte Person führt: Füllen Sie es aus manager allein.',
  'Two rules say which of the {attribute} is the primary one.':
    'Zwei Regeln sagen, was bei {attribute} das Primäre ist.',
  'No rule fills userName, the sign-in name.': 'Keine Regel füllt userName, den Anmeldenamen.',
  'Say which attribute of the account is filled.': 'Geben Sie an, welches Attribut des Kontos gefüllt wird.',
  'A filter needs an attribute name.': 'Ein Filter braucht den Namen eines Attributs.',
  'Expected {what} at character {at} of “{text}”.': 'Erwartet bei Zeichen {at} von „{text}“: {what}.',
  'an attribute name': 'ein Attributname',
  '“eq”': '„eq“',
  'a quoted text, a number, true, false or null': 'ein Text in Anführungszeichen, eine Zahl, true, false oder null',
  'a text with valid escapes before this': 'ein Text mit gültigen Escape-Zeichen davor',
  '“:” and an attribute name': '„:“ und ein Attributname',
  'a schema URN, “:” and an attribute name': 'eine Schema-URN, „:“ und ein Attributname',
  '“]” or “and”': '„]“ oder „and“',
  'a sub-attribute name': 'ein Name eines Unterattributs',
  'the end': 'das Ende',
}
