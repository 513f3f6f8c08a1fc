/** See docs/translating.md. */
export const reports: Record<string, string> = {
  'Written by Muster on {at}. Times are of the time zone {zone}. Tokens are never part of a report.':
    'Von Muster geschrieben am {at}. Zeiten gelten für die Zeitzone {zone}. Token sind nie Teil eines Berichts.',
  '{count, number} attributes': '{count, number} Attribute',
  '{attribute}: found {found}, intended {intended}': '{attribute}: gefunden {found}, beabsichtigt {intended}',
  nothing: 'nichts',
  'Plan for {target}': 'Plan für {target}',
  '{count, plural, one {# change} other {# changes}} to push':
    '{count, plural, one {# Änderung} other {# Änderungen}} zu übertragen',
  'frozen {at}': 'eingefroren {at}',
  'nothing of it was sent when this was written': 'nichts davon war gesendet, als dies geschrieben wurde',
  'What would be pushed': 'Was übertragen würde',
  Plan: 'Plan',
  Hash: 'Hash',
  Frozen: 'Eingefroren',
  'Can be pushed until': 'Kann übertragen werden bis',
  Undoes: 'Macht rückgängig',
  Safety: 'Sicherheit',
  'Asks for': 'Verlangt',
  '“{typed}” to be typed before the push': '„{typed}“ ist vor der Übertragung einzugeben',
  'No change needed': 'Keine Änderung nötig',
  'Look at these before approving': 'Vor der Freigabe anzusehen',
  'No.': 'Nr.',
  For: 'Für',
  Approval: 'Freigabe',
  'Whoever approves this plan approves the changes under the hash above. Muster pushes nothing else under that hash; a plan that is altered, or planned again, has another one.':
    'Wer diesen Plan freigibt, gibt die Änderungen unter dem obigen Hash frei. Muster überträgt unter diesem Hash nichts anderes; ein geänderter oder neu erstellter Plan hat einen anderen.',
  'Name and signature': 'Name und Unterschrift',
  Date: 'Datum',
  '{count, plural, one {# person is} other {# people are}} blocked and not part of it':
    '{count, plural, one {# Person ist} other {# Personen sind}} blockiert und nicht Teil davon',
  '{count, plural, one {# change was} other {# changes were}} left out':
    '{count, plural, one {# Änderung wurde} other {# Änderungen wurden}} ausgelassen',
  'And {count, number} more: see the table (CSV).': 'Und {count, number} weitere: siehe die Tabelle (CSV).',
  'run <code>{run}</code>': 'Lauf <code>{run}</code>',
  'Push to {target}': 'Übertragung an {target}',
  'What was pushed': 'Was übertragen wurde',
  'Read back': 'Nachgelesen',
  'Warnings that were accepted': 'Hingenommene Warnungen',
  '{failed, plural, one {# change} other {# changes}} did not get through':
    '{failed, plural, one {# Änderung kam} other {# Änderungen kamen}} nicht durch',
  '{count, plural, one {# change is} other {# changes are}} not as intended':
    '{count, plural, one {# Änderung ist} other {# Änderungen sind}} nicht wie beabsichtigt',
  'What differs': 'Was abweicht',
  'Every change': 'Alle Änderungen',
  'Before → after': 'Vorher → nachher',
  'What came of it': 'Was daraus wurde',
  'Every request and reply is in the JSON export of this run.':
    'Alle Anfragen und Antworten stehen im JSON-Export dieses Laufs.',
  '{done, number} of {total, plural, one {# change} other {# changes}} done':
    '{done, number} von {total, plural, one {# Änderung} other {# Änderungen}} erledigt',
  'pushed by {by} on {at}': 'übertragen von {by} am {at}',
  'Pushed by': 'Übertragen von',
  Ended: 'Geendet',
  'Run and plan': 'Lauf und Plan',
  '<code>{run}</code>, reviewed and frozen {at}': '<code>{run}</code>, geprüft und eingefroren {at}',
  'Hash of the plan': 'Hash des Plans',
  Undone: 'Rückgängig gemacht',
  'by run <code>{run}</code>': 'durch Lauf <code>{run}</code>',
  'by run <code>{run}</code>, pushed by <bdi>{by}</bdi> on {at}: {done, number} of {total, plural, one {# change} other {# changes}} done':
    'durch Lauf <code>{run}</code>, übertragen von <bdi>{by}</bdi> am {at}: {done, number} von {total, plural, one {# Änderung} other {# Änderungen}} erledigt',
  'Left out before the push: {leftOut, number}.': 'Vor der Übertragung ausgelassen: {leftOut, number}.',
  Reviewed: 'Geprüft',
  'The accounts have not been read back since the push.': 'Die Konten wurden seit der Übertragung nicht nachgelesen.',
  'Read back on {at}: <strong>{asIntended, number} of {checked, number} are as intended</strong>.':
    'Nachgelesen am {at}: <strong>{asIntended, number} von {checked, number} sind wie beabsichtigt</strong>.',
  '{drifted, number} differ; they are listed below.': '{drifted, number} weichen ab; sie sind unten aufgeführt.',
  '{pending, number} were accepted by K2 and could not be seen there yet.':
    '{pending, number} hat K2 angenommen, zu sehen waren sie dort noch nicht.',
  '{unseen, number} changes of groups can’t be judged, since K2 does not show all members.':
    '{unseen, number} Änderungen von Gruppen sind nicht zu beurteilen, da K2 nicht alle Mitglieder zeigt.',
  'The account that is in the way: <code>{account}</code>, <bdi>{userName}</bdi>, {active, select, yes {active} other {inactive}}. It was not touched.':
    'Das Konto, das im Weg ist: <code>{account}</code>, <bdi>{userName}</bdi>, {active, select, yes {aktiv} other {inaktiv}}. Es wurde nicht angefasst.',
  'What happened:': 'Was geschah:',
  'K2 answered {status}.': 'K2 antwortete {status}.',
  'K2 said: “<bdi>{detail}</bdi>”': 'K2 meldet: „<bdi>{detail}</bdi>“',
  'What it means:': 'Was das heißt:',
  'What to do:': 'Was zu tun ist:',
  'Change {change}': 'Änderung {change}',
  'first request {at}': 'erste Anfrage {at}',
}
