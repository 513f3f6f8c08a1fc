/** See docs/translating.md. */
export const errors: Record<string, string> = {
  'There is nothing to read.': 'Es gibt nichts zu lesen.',
  'Paste the settings that Nintex sent you, or open the file.':
    'Fügen Sie die Einstellungen ein, die Nintex Ihnen geschickt hat, oder öffnen Sie die Datei.',
  'This is not a Nintex settings document.': 'Das ist kein Einstellungsdokument von Nintex.',
  'No known field was found in it.': 'Es enthält kein bekanntes Feld.',
  'Paste the whole block that Nintex sent, starting at "client".':
    'Fügen Sie den ganzen Block ein, den Nintex geschickt hat, ab "client".',
  'A field of the settings can’t be used.': 'Ein Feld der Einstellungen kann nicht verwendet werden.',
  'Correct the field and paste the settings again.':
    'Berichtigen Sie das Feld und fügen Sie die Einstellungen erneut ein.',
  'These settings are no longer held in memory.': 'Diese Einstellungen sind nicht mehr im Speicher.',
  'Paste them again.': 'Fügen Sie sie erneut ein.',
  'This connection no longer exists.': 'Diese Verbindung gibt es nicht mehr.',
  'Choose another connection.': 'Wählen Sie eine andere Verbindung.',
  'This connection is read-only.': 'Diese Verbindung darf nur lesen.',
  'Nothing was sent.': 'Es wurde nichts gesendet.',
  'Allow changes under Settings, Connection, if you mean to.':
    'Erlauben Sie Änderungen unter Einstellungen, Verbindung, wenn Sie das möchten.',
  'The policy of this computer makes this connection read-only.':
    'Die Richtlinie dieses Computers lässt diese Verbindung nur lesen.',
  'Ask the administrator of this computer.': 'Fragen Sie die Administration dieses Computers.',
  'This is decided by the policy of this computer.': 'Das ist durch die Richtlinie dieses Computers festgelegt.',
  'Ask whoever administers it; About, in the settings, names the file.':
    'Fragen Sie die zuständige Administration; die Datei ist in den Einstellungen unter „Über Muster“ genannt.',
  'You are not signed in to this connection.': 'Sie sind bei dieser Verbindung nicht angemeldet.',
  'Sign in to go on.': 'Melden Sie sich an, um weiterzuarbeiten.',
  'Your K2 sign-in has expired.': 'Ihre Anmeldung bei K2 ist abgelaufen.',
  'K2 asks for consent again after 30 days. Nothing is lost.':
    'K2 fragt nach 30 Tagen erneut um Zustimmung. Nichts geht verloren.',
  'Sign in again and the work goes on where it stopped.':
    'Melden Sie sich erneut an, und die Arbeit geht dort weiter, wo sie stehen blieb.',
  'The sign-in was declined on the consent page.': 'Die Anmeldung wurde auf der Zustimmungsseite abgelehnt.',
  'Muster has no access to K2 until you agree.': 'Muster hat keinen Zugang zu K2, bis Sie zustimmen.',
  'Sign in again and choose Continue on the consent page.':
    'Melden Sie sich erneut an und wählen Sie auf der Zustimmungsseite „Continue“.',
  'The sign-in was cancelled.': 'Die Anmeldung wurde abgebrochen.',
  'Sign in when you are ready.': 'Melden Sie sich an, sobald Sie bereit sind.',
  'The sign-in was not finished within five minutes.':
    'Die Anmeldung wurde nicht innerhalb von fünf Minuten abgeschlossen.',
  'The browser may have been closed, or never reached this computer.':
    'Vielleicht wurde der Browser geschlossen, oder er hat diesen Computer nie erreicht.',
  'Sign in again.': 'Melden Sie sich erneut an.',
  'Another program uses the port that the sign-in returns to.':
    'Ein anderes Programm belegt den Port, zu dem die Anmeldung zurückkehrt.',
  'K2 only answers at the address registered for this client.':
    'K2 antwortet nur an die Adresse, die für diesen Client registriert ist.',
  'Close the other program and sign in again.': 'Schließen Sie das andere Programm und melden Sie sich erneut an.',
  'This is not the address that the sign-in ended at.': 'Das ist nicht die Adresse, bei der die Anmeldung endete.',
  'It was not used; Muster still waits.': 'Sie wurde nicht verwendet; Muster wartet weiter.',
  'Copy the whole address out of the browser, after you have agreed, and paste it again.':
    'Kopieren Sie nach der Zustimmung die ganze Adresse aus dem Browser und fügen Sie sie erneut ein.',
  'No sign-in is waiting for an address.': 'Keine Anmeldung wartet auf eine Adresse.',
  'Sign in again, and paste the address that this sign-in ends at.':
    'Melden Sie sich erneut an und fügen Sie die Adresse ein, bei der diese Anmeldung endet.',
  'The clock of this computer and that of the identity service are too far apart.':
    'Die Uhr dieses Computers und die des Identitätsdienstes weichen zu stark voneinander ab.',
  'The reply was not used, since its times can’t be checked.':
    'Die Antwort wurde nicht verwendet, da ihre Zeitangaben nicht geprüft werden können.',
  'Set the date, the time and the time zone of this computer, then sign in again.':
    'Stellen Sie Datum, Uhrzeit und Zeitzone dieses Computers ein und melden Sie sich dann erneut an.',
  'You are signed out here, but the identity service could not be told.':
    'Sie sind hier abgemeldet, aber der Identitätsdienst konnte nicht verständigt werden.',
  'The token is gone from this computer. There it ends by itself, 30 days after the sign-in at the latest.':
    'Das Token ist von diesem Computer gelöscht. Beim Dienst endet es von selbst, spätestens 30 Tage nach der Anmeldung.',
  'Ask Nintex to end the session at once if somebody else may have a copy of it.':
    'Bitten Sie Nintex, die Sitzung sofort zu beenden, falls jemand anderes eine Kopie davon haben könnte.',
  'The redirect address of this connection can’t be used.':
    'Die Umleitungsadresse dieser Verbindung kann nicht verwendet werden.',
  'Ask Nintex for a redirect address on 127.0.0.1, and correct it in the settings.':
    'Bitten Sie Nintex um eine Umleitungsadresse auf 127.0.0.1 und berichtigen Sie sie in den Einstellungen.',
  'The browser could not be opened.': 'Der Browser konnte nicht geöffnet werden.',
  'Copy the sign-in address and open it in a browser yourself.':
    'Kopieren Sie die Anmeldeadresse und öffnen Sie sie selbst in einem Browser.',
  'The identity service refused the sign-in.': 'Der Identitätsdienst hat die Anmeldung abgelehnt.',
  'Check the client id and scopes with Nintex, then sign in again.':
    'Klären Sie Client-ID und Scopes mit Nintex und melden Sie sich dann erneut an.',
  'The identity service no longer accepts the client secret.':
    'Der Identitätsdienst nimmt das Client-Geheimnis nicht mehr an.',
  'Nothing is lost: the work goes on once it does.': 'Nichts geht verloren: Die Arbeit geht weiter, sobald er es tut.',
  'Ask Nintex for a new one, then add a connection with the new settings: it takes the place of this one.':
    'Bitten Sie Nintex um ein neues und fügen Sie dann eine Verbindung mit den neuen Einstellungen hinzu: Sie tritt an die Stelle dieser.',
  'The identity service’s reply failed a security check.':
    'Die Antwort des Identitätsdienstes hat eine Sicherheitsprüfung nicht bestanden.',
  'The reply was not used.': 'Die Antwort wurde nicht verwendet.',
  'Sign in again. If it happens twice, tell your identity administrator.':
    'Melden Sie sich erneut an. Geschieht es noch einmal, verständigen Sie die Administration Ihres Identitätsdienstes.',
  'The identity service can’t be reached.': 'Der Identitätsdienst ist nicht erreichbar.',
  'Check the network and the authority address, then try again.':
    'Prüfen Sie das Netz und die Adresse des Identitätsdienstes und versuchen Sie es dann erneut.',
  'The address of the identity service does not lead to an OpenID provider.':
    'Die Adresse des Identitätsdienstes führt zu keinem OpenID-Anbieter.',
  'Check the tenant id in the settings with Nintex.': 'Klären Sie die Mandanten-ID in den Einstellungen mit Nintex.',
  'Start a keychain service and open Muster again.':
    'Starten Sie einen Schlüsselbunddienst und öffnen Sie Muster erneut.',
  'Access to the keychain was denied.': 'Der Zugriff auf den Schlüsselbund wurde verweigert.',
  'Allow Muster to use the keychain and try again.':
    'Erlauben Sie Muster, den Schlüsselbund zu nutzen, und versuchen Sie es erneut.',
  'The keychain does not take a secret of this length.': 'Der Schlüsselbund nimmt kein Geheimnis dieser Länge an.',
  'Make room in the keychain and try again.': 'Schaffen Sie Platz im Schlüsselbund und versuchen Sie es erneut.',
  'The keychain is locked.': 'Der Schlüsselbund ist gesperrt.',
  'Unlock the keychain and try again.': 'Entsperren Sie den Schlüsselbund und versuchen Sie es erneut.',
  'The keychain did not answer in time.': 'Der Schlüsselbund hat nicht rechtzeitig geantwortet.',
  'Check for a keychain prompt that waits behind another window.':
    'Sehen Sie nach, ob hinter einem anderen Fenster eine Abfrage des Schlüsselbunds wartet.',
  'The keychain no longer holds a secret of this connection.':
    'Der Schlüsselbund enthält ein Geheimnis dieser Verbindung nicht mehr.',
  'Paste the settings that Nintex sent you once more.':
    'Fügen Sie die Einstellungen, die Nintex Ihnen geschickt hat, noch einmal ein.',
  'This computer is offline.': 'Dieser Computer ist offline.',
  'Connect to the network; work goes on by itself.': 'Stellen Sie die Netzverbindung her; es geht von selbst weiter.',
  'The service did not answer in time.': 'Der Dienst hat nicht rechtzeitig geantwortet.',
  'Try again in a moment.': 'Versuchen Sie es gleich noch einmal.',
  'The service can’t be reached.': 'Der Dienst ist nicht erreichbar.',
  'Check the address, the network and the proxy, then try again.':
    'Prüfen Sie die Adresse, das Netz und den Proxy und versuchen Sie es dann erneut.',
  'The service’s certificate is not trusted by this computer.':
    'Dieser Computer vertraut dem Zertifikat des Dienstes nicht.',
  'Ask your network team which certificate authority inspects this traffic.':
    'Fragen Sie Ihr Netzwerkteam, welche Zertifizierungsstelle diesen Verkehr prüft.',
  'There is no server of this name.': 'Es gibt keinen Server dieses Namens.',
  'This computer, or the network’s name service, does not know it.':
    'Dieser Computer oder der Namensdienst des Netzes kennt ihn nicht.',
  'Check the address and the network, or ask your network team.':
    'Prüfen Sie die Adresse und das Netz, oder fragen Sie Ihr Netzwerkteam.',
  'The server refuses the connection.': 'Der Server lehnt die Verbindung ab.',
  'Ask your network team whether this computer may reach it.':
    'Fragen Sie Ihr Netzwerkteam, ob dieser Computer ihn erreichen darf.',
  'The proxy can’t be reached.': 'Der Proxy ist nicht erreichbar.',
  'Requests leave this computer through it, so nothing gets out.':
    'Anfragen verlassen diesen Computer durch ihn, also kommt nichts hinaus.',
  'Check the proxy under Settings, Connection, or ask your network team.':
    'Prüfen Sie den Proxy unter Einstellungen, Verbindung, oder fragen Sie Ihr Netzwerkteam.',
  'The proxy does not let this request pass.': 'Der Proxy lässt diese Anfrage nicht durch.',
  'Ask your network team to allow this server.': 'Bitten Sie Ihr Netzwerkteam, diesen Server zu erlauben.',
  'The proxy asks for a sign-in.': 'Der Proxy verlangt eine Anmeldung.',
  'Nothing gets out until it knows you.': 'Nichts kommt hinaus, bis er Sie kennt.',
  'Sign in to the proxy under Settings, Connection.': 'Melden Sie sich unter Einstellungen, Verbindung am Proxy an.',
  'The network settings can’t be used.': 'Die Netzeinstellungen können nicht verwendet werden.',
  'Those before are still in use.': 'Die vorherigen gelten weiter.',
  'Correct them under Settings, Connection.': 'Berichtigen Sie sie unter Einstellungen, Verbindung.',
  'The service answered with a redirect, which Muster does not follow.':
    'Der Dienst hat mit einer Umleitung geantwortet, der Muster nicht folgt.',
  'Following it could hand your access to another server.':
    'Ihr zu folgen könnte Ihren Zugang einem anderen Server preisgeben.',
  'Check the address in the connection’s settings.': 'Prüfen Sie die Adresse in den Einstellungen der Verbindung.',
  'The service’s reply is too large to be right.': 'Die Antwort des Dienstes ist zu groß, um richtig zu sein.',
  'Ask Nintex support.': 'Fragen Sie den Support von Nintex.',
  'The test was cancelled.': 'Die Prüfung wurde abgebrochen.',
  'Test again when you are ready.': 'Prüfen Sie erneut, sobald Sie bereit sind.',
  'The server asks for a certificate of this computer, and none is chosen.':
    'Der Server verlangt ein Zertifikat dieses Computers, und keines ist gewählt.',
  'None was shown to it: Muster never picks one by itself.':
    'Ihm wurde keines gezeigt: Muster wählt nie selbst eines aus.',
  'Choose one under Settings, Connection.': 'Wählen Sie eines unter Einstellungen, Verbindung.',
  'The server asks for a certificate, and this computer has none that it accepts.':
    'Der Server verlangt ein Zertifikat, und dieser Computer hat keines, das er annimmt.',
  'Have one installed on this computer, then try again.':
    'Lassen Sie eines auf diesem Computer installieren und versuchen Sie es dann erneut.',
  'The certificate that this connection presents is not among those that this computer offers.':
    'Das Zertifikat, das diese Verbindung vorzeigt, ist nicht unter denen, die dieser Computer anbietet.',
  'It was taken away, or this server does not accept who issued it.':
    'Es wurde entfernt, oder dieser Server erkennt den Aussteller nicht an.',
  'Have it installed again, or choose another under Settings, Connection.':
    'Lassen Sie es erneut installieren, oder wählen Sie ein anderes unter Einstellungen, Verbindung.',
  'The certificate that this connection presents has expired.':
    'Das Zertifikat, das diese Verbindung vorzeigt, ist abgelaufen.',
  'Have a new one installed on this computer, then choose it under Settings, Connection.':
    'Lassen Sie ein neues auf diesem Computer installieren und wählen Sie es dann unter Einstellungen, Verbindung.',
  'The server does not accept the certificate that this connection presents.':
    'Der Server nimmt das Zertifikat nicht an, das diese Verbindung vorzeigt.',
  'Choose another under Settings, Connection, or ask whoever runs the server which one it accepts.':
    'Wählen Sie ein anderes unter Einstellungen, Verbindung, oder fragen Sie den Betreiber des Servers, welches er annimmt.',
  'The private key of the certificate that this connection presents can’t be used.':
    'Der private Schlüssel des Zertifikats, das diese Verbindung vorzeigt, kann nicht verwendet werden.',
  'Its smart card or token may be away, or locked.':
    'Vielleicht fehlt die zugehörige Smartcard oder der Sicherheitsschlüssel, oder sie sind gesperrt.',
  'Put it in or unlock it, then try again.':
    'Stecken Sie die Karte oder den Schlüssel ein oder entsperren Sie sie und versuchen Sie es dann erneut.',
  'A server asks for a certificate of this computer and gets none.':
    'Ein Server verlangt ein Zertifikat dieses Computers und bekommt keines.',
  'The connection’s certificate is for its identity and its SCIM service alone, and not for where people come from.':
    'Das Zertifikat der Verbindung gilt nur für ihren Identitätsdienst und ihren SCIM-Dienst, nicht für die Quelle der Personen.',
  'Ask whoever runs that server to let this computer in without one.':
    'Bitten Sie den Betreiber dieses Servers, diesen Computer ohne Zertifikat einzulassen.',
  'The server’s certificate comes from an authority that this computer does not know.':
    'Das Zertifikat des Servers kommt von einer Zertifizierungsstelle, die dieser Computer nicht kennt.',
  'Nothing was sent to the server.': 'An den Server wurde nichts gesendet.',
  'Choose your certificate authority’s file where the server is set, or have it installed on this computer.':
    'Wählen Sie dort, wo der Server eingestellt ist, die Datei Ihrer Zertifizierungsstelle, oder lassen Sie sie auf diesem Computer installieren.',
  'The server’s certificate is not valid at this time.': 'Das Zertifikat des Servers ist zu dieser Zeit nicht gültig.',
  'Have the certificate renewed, and check the date of this computer.':
    'Lassen Sie das Zertifikat erneuern und prüfen Sie das Datum dieses Computers.',
  'The server’s certificate is for another name.': 'Das Zertifikat des Servers gilt für einen anderen Namen.',
  'Enter the server by a name that its certificate holds.':
    'Geben Sie den Server mit einem Namen ein, den sein Zertifikat enthält.',
  'This file holds no certificate.': 'Diese Datei enthält kein Zertifikat.',
  'Choose a file in PEM form: it has a line -----BEGIN CERTIFICATE-----.':
    'Wählen Sie eine Datei im PEM-Format: Sie enthält eine Zeile -----BEGIN CERTIFICATE-----.',
  'The server does not answer with encryption this way.': 'Der Server antwortet auf diesem Weg nicht verschlüsselt.',
  'Check the port, and choose between LDAPS and StartTLS.':
    'Prüfen Sie den Port und wählen Sie zwischen LDAPS und StartTLS.',
  'K2 did not accept the access token.': 'K2 hat das Zugriffstoken nicht angenommen.',
  'K2 does not allow this.': 'K2 erlaubt das nicht.',
  'Check that you are the admin registered for this domain.':
    'Prüfen Sie, ob Sie als Administration für diese Domäne registriert sind.',
  'K2 has no such account.': 'K2 hat kein solches Konto.',
  'It may have been deleted since it was read.': 'Vielleicht wurde es gelöscht, seit es gelesen wurde.',
  'Refresh the K2 accounts and review again.': 'Aktualisieren Sie die K2-Konten und prüfen Sie erneut.',
  'Another account in K2 has this sign-in name.': 'Ein anderes Konto in K2 hat diesen Anmeldenamen.',
  'Link the person to that account, or leave them out.':
    'Verknüpfen Sie die Person mit diesem Konto, oder lassen Sie sie aus.',
  'K2 refused a value.': 'K2 hat einen Wert abgelehnt.',
  'Correct it at the source, refresh and push again.':
    'Berichtigen Sie ihn in der Quelle, aktualisieren Sie und übertragen Sie erneut.',
  'It changed in K2 after you reviewed it.': 'In K2 hat es sich geändert, nachdem Sie es geprüft hatten.',
  'Nothing was sent for it.': 'Dafür wurde nichts gesendet.',
  'K2 asks to slow down.': 'K2 bittet um langsamere Anfragen.',
  'Wait; Muster tries again by itself.': 'Warten Sie; Muster versucht es von selbst erneut.',
  'K2 had an internal failure.': 'In K2 ist ein interner Fehler aufgetreten.',
  'This service does not offer what is needed for this.': 'Dieser Dienst bietet nicht an, was dafür nötig ist.',
  'See Settings, What the service supports.': 'Siehe Einstellungen, Was der Dienst unterstützt.',
  'The account is as it was.': 'Das Konto ist, wie es war.',
  'Leave it inactive, or ask Nintex to delete it.': 'Lassen Sie es inaktiv, oder bitten Sie Nintex, es zu löschen.',
  'K2’s reply can’t be understood.': 'Die Antwort von K2 ist nicht zu verstehen.',
  'Nothing is known about this change until it is looked up.':
    'Über diese Änderung ist nichts bekannt, bis sie nachgeschlagen wird.',
  'Try again; if it stays, export the diagnostics for Nintex support.':
    'Versuchen Sie es erneut; bleibt es dabei, exportieren Sie die Diagnose für den Support von Nintex.',
  'There is no SCIM service at this address.': 'Unter dieser Adresse gibt es keinen SCIM-Dienst.',
  'Check the SCIM address, its layout and the SCIM token in the connection’s settings.':
    'Prüfen Sie die SCIM-Adresse, ihren Aufbau und das SCIM-Token in den Einstellungen der Verbindung.',
  'Nothing is known yet about what this service supports.': 'Es ist noch nicht bekannt, was dieser Dienst unterstützt.',
  'Sign in and choose Learn now, then set it.':
    'Melden Sie sich an und wählen Sie „Jetzt ermitteln“, dann stellen Sie es ein.',
  'K2 shows only part of its accounts.': 'K2 zeigt nur einen Teil seiner Konten.',
  'Whether a person already has an account can’t be told from the list.':
    'Ob eine Person schon ein Konto hat, lässt sich aus der Liste nicht erkennen.',
  'K2 shows only part of its groups.': 'K2 zeigt nur einen Teil seiner Gruppen.',
  'Whether this group exists can’t be told from the list.':
    'Ob es diese Gruppe gibt, lässt sich aus der Liste nicht erkennen.',
  'K2 has more than one group of this name.': 'K2 hat mehr als eine Gruppe dieses Namens.',
  'Which of them is meant can’t be told, so none was touched.':
    'Welche gemeint ist, lässt sich nicht erkennen, also wurde keine angefasst.',
  'Rename or delete one of them in K2, then read the groups again.':
    'Benennen Sie eine davon in K2 um oder löschen Sie sie, und lesen Sie die Gruppen dann erneut.',
  'K2 has no such group.': 'K2 hat keine solche Gruppe.',
  'Read the groups again under Settings and review again.':
    'Lesen Sie die Gruppen unter Einstellungen erneut und prüfen Sie noch einmal.',
  'This is not a SCIM attribute path.': 'Das ist kein SCIM-Attributpfad.',
  'Correct the attribute in the mapping.': 'Berichtigen Sie das Attribut in der Zuordnung.',
  'The mapping can’t be used.': 'Die Zuordnung kann nicht verwendet werden.',
  'The one before is still in use.': 'Die vorherige gilt weiter.',
  'Correct the rule that is named.': 'Berichtigen Sie die genannte Regel.',
  'The file holds no mapping that Muster can read.': 'Die Datei enthält keine Zuordnung, die Muster lesen kann.',
  'The mapping that is shown stays as it is.': 'Die angezeigte Zuordnung bleibt, wie sie ist.',
  'Correct the place that is named, or choose a file that Muster has exported.':
    'Berichtigen Sie die genannte Stelle, oder wählen Sie eine Datei, die Muster exportiert hat.',
  'This count was ended by a newer one.': 'Diese Zählung wurde durch eine neuere beendet.',
  'Wait for the newer count.': 'Warten Sie auf die neuere Zählung.',
  'The file can’t be read.': 'Die Datei kann nicht gelesen werden.',
  'Check that it exists and that you may open it.': 'Prüfen Sie, ob es sie gibt und ob Sie sie öffnen dürfen.',
  'The file can’t be written.': 'Die Datei kann nicht geschrieben werden.',
  'Nothing was left behind, and a file that was there before is as it was.':
    'Nichts blieb zurück, und eine Datei, die schon da war, ist unverändert.',
  'Choose another folder, or make room on the disk.':
    'Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.',
  'This file was not chosen by you.': 'Diese Datei wurde nicht von Ihnen gewählt.',
  'Open the file again.': 'Öffnen Sie die Datei erneut.',
  'The file is empty.': 'Die Datei ist leer.',
  'Export the people again and open the new file.':
    'Exportieren Sie die Personen erneut und öffnen Sie die neue Datei.',
  'The file is not a list of people that Muster can read.':
    'Die Datei ist keine Liste von Personen, die Muster lesen kann.',
  'Save it as CSV, Excel workbook (.xlsx), JSON or LDIF and open it again.':
    'Speichern Sie sie als CSV, Excel-Arbeitsmappe (.xlsx), JSON oder LDIF und öffnen Sie sie erneut.',
  'No column of the file holds a sign-in name.': 'Keine Spalte der Datei enthält einen Anmeldenamen.',
  'Choose the column that does, or export it with userPrincipalName.':
    'Wählen Sie die Spalte mit dem Anmeldenamen, oder exportieren Sie die Datei mit userPrincipalName.',
  'The guide is not where it was installed.': 'Das Handbuch ist nicht dort, wo es installiert wurde.',
  'Install Muster again.': 'Installieren Sie Muster erneut.',
  'No program of this computer opened the guide.': 'Kein Programm dieses Computers hat das Handbuch geöffnet.',
  'Open its file in a browser yourself.': 'Öffnen Sie seine Datei selbst in einem Browser.',
  'No people have been read yet.': 'Es wurden noch keine Personen gelesen.',
  'Open a file with your people, or connect a directory.':
    'Öffnen Sie eine Datei mit Ihren Personen, oder verbinden Sie ein Verzeichnis.',
  'A field of the source can’t be used.': 'Ein Feld der Quelle kann nicht verwendet werden.',
  'Correct it under Settings, Source.': 'Berichtigen Sie es unter Einstellungen, Quelle.',
  'The keychain does not hold the secret of this source.':
    'Der Schlüsselbund enthält das Geheimnis dieser Quelle nicht.',
  'It was never given, got lost, or was given for another server or account.':
    'Es wurde nie eingegeben, ging verloren oder wurde für einen anderen Server oder ein anderes Konto eingegeben.',
  'Enter it under Settings, Source.': 'Geben Sie es unter Einstellungen, Quelle ein.',
  'The source did not accept what Muster signs in with.':
    'Die Quelle hat nicht angenommen, womit Muster sich anmeldet.',
  'Check the name and the password, token or client secret under Settings, Source.':
    'Prüfen Sie den Namen und das Kennwort, Token oder Client-Geheimnis unter Einstellungen, Quelle.',
  'The source does not allow this.': 'Die Quelle erlaubt das nicht.',
  'Ask whoever runs it to let this account read people.':
    'Bitten Sie den Betreiber, dieses Konto Personen lesen zu lassen.',
  'The directory has nothing at this search base.': 'Das Verzeichnis hat unter dieser Suchbasis nichts.',
  'Correct the search base under Settings, Source; an empty one means the directory’s own.':
    'Berichtigen Sie die Suchbasis unter Einstellungen, Quelle; eine leere steht für die des Verzeichnisses.',
  'The source does not understand the filter.': 'Die Quelle versteht den Filter nicht.',
  'Correct the filter under Settings, Source.': 'Berichtigen Sie den Filter unter Einstellungen, Quelle.',
  'The directory knows no such attribute.': 'Das Verzeichnis kennt kein solches Attribut.',
  'Correct the attribute under Settings, Source.': 'Berichtigen Sie das Attribut unter Einstellungen, Quelle.',
  'The source gave only part of its list.': 'Die Quelle hat nur einen Teil ihrer Liste geliefert.',
  'The people who were read before stay in place.': 'Die zuvor gelesenen Personen bleiben erhalten.',
  'Have the limit raised for this account, or narrow the base or the filter.':
    'Lassen Sie die Grenze für dieses Konto anheben, oder engen Sie Basis oder Filter ein.',
  'The directory refers to another server.': 'Das Verzeichnis verweist auf einen anderen Server.',
  'Muster does not follow: your password would go to a server that you have not named.':
    'Muster folgt nicht: Ihr Kennwort ginge an einen Server, den Sie nicht genannt haben.',
  'Enter that server under Settings, Source, or choose a base that this one has.':
    'Geben Sie jenen Server unter Einstellungen, Quelle ein, oder wählen Sie eine Basis, die dieser hat.',
  'Check the address under Settings, Source: /Users is added to it.':
    'Prüfen Sie die Adresse unter Einstellungen, Quelle: /Users wird daran angehängt.',
  'The source is too busy to answer.': 'Die Quelle ist zu beschäftigt, um zu antworten.',
  'The source’s reply can’t be understood.': 'Die Antwort der Quelle ist nicht zu verstehen.',
  'Test the source under Settings, Source.': 'Prüfen Sie die Quelle unter Einstellungen, Quelle.',
  'Reading was cancelled.': 'Das Lesen wurde abgebrochen.',
  'Read again when you are ready.': 'Lesen Sie erneut, sobald Sie bereit sind.',
  'Another saved selection has this name.': 'Eine andere gespeicherte Auswahl hat diesen Namen.',
  'Choose another name, or update the one that is there.':
    'Wählen Sie einen anderen Namen, oder ändern Sie die vorhandene.',
  'This saved selection no longer exists.': 'Diese gespeicherte Auswahl gibt es nicht mehr.',
  'Choose another one.': 'Wählen Sie eine andere.',
  'This person is no longer in the source.': 'Diese Person ist nicht mehr in der Quelle.',
  'Refresh the people.': 'Aktualisieren Sie die Personen.',
  'You have linked another person to this account.': 'Sie haben eine andere Person mit diesem Konto verknüpft.',
  'An account belongs to one person.': 'Ein Konto gehört zu einer Person.',
  'Undo that decision first, or choose another account.':
    'Machen Sie zuerst jene Entscheidung rückgängig, oder wählen Sie ein anderes Konto.',
  'There is nothing to change for these people.': 'Für diese Personen gibt es nichts zu ändern.',
  'Choose other people.': 'Wählen Sie andere Personen.',
  'This plan no longer exists.': 'Diesen Plan gibt es nicht mehr.',
  'Review the changes again.': 'Prüfen Sie die Änderungen erneut.',
  'This plan is too old to be pushed.': 'Dieser Plan ist zu alt, um übertragen zu werden.',
  'Accounts may have changed since it was frozen.': 'Konten können sich geändert haben, seit er eingefroren wurde.',
  'You have decided about people, or saved another mapping, since this plan was made.':
    'Seit dieser Plan erstellt wurde, haben Sie über Personen entschieden oder eine andere Zuordnung gespeichert.',
  'The plan is not the one you reviewed.': 'Der Plan ist nicht der, den Sie geprüft haben.',
  'This plan has been pushed already.': 'Dieser Plan wurde schon übertragen.',
  'See Runs for its outcomes.': 'Siehe Läufe für die Ergebnisse.',
  'The plan is above your safety limit.': 'Der Plan liegt über Ihrer Sicherheitsgrenze.',
  'Type the number of accounts to confirm it, or leave some out.':
    'Geben Sie zur Bestätigung die Zahl der Konten ein, oder lassen Sie einige aus.',
  'This run no longer exists.': 'Diesen Lauf gibt es nicht mehr.',
  'See Runs for the runs that are kept.': 'Siehe Läufe für alle Läufe, die aufbewahrt werden.',
  'Another push is under way.': 'Eine andere Übertragung läuft.',
  'Wait until it has ended, or stop it.': 'Warten Sie auf ihr Ende, oder beenden Sie sie.',
  'The push was stopped before the reply came.': 'Die Übertragung wurde beendet, bevor die Antwort kam.',
  'Retry the failed changes; each is looked up before anything is sent.':
    'Versuchen Sie die fehlgeschlagenen Änderungen erneut; jede wird nachgeschlagen, bevor etwas gesendet wird.',
  'This change is not part of the run.': 'Diese Änderung gehört nicht zum Lauf.',
  'Open the run again.': 'Öffnen Sie den Lauf erneut.',
  'Muster does not update itself here.': 'Muster aktualisiert sich hier nicht selbst.',
  'See Updates, in the settings, for why.': 'Warum, steht in den Einstellungen unter „Aktualisierungen“.',
  'The place that updates come from can’t be reached.':
    'Die Stelle, von der Aktualisierungen kommen, ist nicht erreichbar.',
  'Muster goes on as it is.': 'Muster läuft weiter, wie es ist.',
  'Check again later; it is reached through the system’s proxy.':
    'Suchen Sie später erneut; der Weg dorthin führt über den Proxy des Systems.',
  'What is said about the newest version can’t be used.': 'Die Angaben zur neuesten Version sind nicht verwendbar.',
  'Nothing was downloaded.': 'Es wurde nichts heruntergeladen.',
  'Check again later; if it stays, tell whoever publishes Muster.':
    'Suchen Sie später erneut; bleibt es dabei, sagen Sie es denen, die Muster herausgeben.',
  'The downloaded update is not the file that was published.':
    'Die heruntergeladene Aktualisierung ist nicht die Datei, die veröffentlicht wurde.',
  'It was deleted. Nothing was installed.': 'Sie wurde gelöscht. Es wurde nichts installiert.',
  'Check again; if it stays, tell whoever publishes Muster.':
    'Suchen Sie erneut; bleibt es dabei, sagen Sie es denen, die Muster herausgeben.',
  'The update could not be downloaded or installed.':
    'Die Aktualisierung konnte nicht heruntergeladen oder installiert werden.',
  'Check again, or install the new version by hand.':
    'Suchen Sie erneut, oder installieren Sie die neue Version von Hand.',
  'There is no update to install.': 'Es gibt keine Aktualisierung zu installieren.',
  'Check for one first.': 'Suchen Sie zuerst nach einer.',
  'A push or a plan is under way.': 'Eine Übertragung oder ein Plan läuft gerade.',
  'An update would cut it off, so nothing was installed.':
    'Eine Aktualisierung würde abbrechen, was läuft; deshalb wurde nichts installiert.',
  'Restart when it has ended, or stop it first.': 'Starten Sie neu, wenn es beendet ist, oder beenden Sie es zuerst.',
  'Muster’s own settings file could not be read in full.':
    'Die Einstellungsdatei von Muster konnte nicht vollständig gelesen werden.',
  'It was set aside, not deleted, and what could be read is in use.':
    'Sie wurde beiseitegelegt, nicht gelöscht, und was gelesen werden konnte, gilt.',
  'Check your connections and add those that are missing.':
    'Prüfen Sie Ihre Verbindungen und fügen Sie fehlende hinzu.',
  'The local database is damaged.': 'Die lokale Datenbank ist beschädigt.',
  'It was set aside, not deleted: its people, plans and runs are in that file.':
    'Sie wurde beiseitegelegt, nicht gelöscht: Ihre Personen, Pläne und Läufe sind in jener Datei.',
  'Read the people and the accounts again. A copy from before the last update of Muster may lie beside it.':
    'Lesen Sie die Personen und die Konten erneut. Vielleicht liegt eine Kopie von vor der letzten Aktualisierung von Muster daneben.',
  'A part of the local database can’t be read.': 'Ein Teil der lokalen Datenbank kann nicht gelesen werden.',
  'Nothing of it was changed or emptied.': 'Nichts davon wurde geändert oder geleert.',
  'Restart Muster: a file that is damaged is set aside then, not deleted. If it stays, read the people and the accounts again.':
    'Starten Sie Muster neu: Eine beschädigte Datei wird dann beiseitegelegt, nicht gelöscht. Bleibt es dabei, lesen Sie die Personen und die Konten erneut.',
  'The local database can’t be read or written.': 'Die lokale Datenbank kann nicht gelesen oder geschrieben werden.',
  'Check that you may write to Muster’s folder and that its disk has room, then try again.':
    'Prüfen Sie, ob Sie in den Ordner von Muster schreiben dürfen und der Datenträger Platz hat, und versuchen Sie es dann erneut.',
  'The local database was written by a newer Muster.':
    'Die lokale Datenbank wurde von einem neueren Muster geschrieben.',
  'Install the newer version again.': 'Installieren Sie die neuere Version erneut.',
  'A call came from a page that is not Muster’s own.': 'Ein Aufruf kam von einer Seite, die nicht zu Muster gehört.',
  'Restart Muster.': 'Starten Sie Muster neu.',
  'The window sent something that main does not accept.':
    'Das Fenster hat etwas gesendet, das der Hauptprozess nicht annimmt.',
  'Main answered with something of the wrong form.': 'Der Hauptprozess hat in falscher Form geantwortet.',
  'Export the diagnostics.': 'Exportieren Sie die Diagnose.',
  'Something went wrong inside Muster.': 'In Muster ist etwas schiefgegangen.',
  'Try again; export the diagnostics if it stays.':
    'Versuchen Sie es erneut; bleibt es dabei, exportieren Sie die Diagnose.',
}
