### Nederlands: u, kort, vriendelijk.


## One page for each way in which a page cannot be given

error-again = Probeer het opnieuw
error-back = Terug naar het formulier
error-home = Naar de startpagina
error-reference = Nummer van deze melding:
error-not-found = Deze pagina is er niet
error-not-found-text = Misschien is het adres verkeerd getypt, of is de pagina verhuisd.
error-not-found-next = Via de startpagina vindt u de weg terug.
error-not-allowed = Deze pagina is niet voor u bestemd
error-not-allowed-text = Om ieders gegevens te beschermen, ziet iedereen alleen wat bij hem of haar hoort.
error-not-allowed-next = Klopt dit volgens u niet? Neem dan contact met ons op.
error-stale-form = Dit formulier stond te lang open
error-stale-form-text = Voor uw veiligheid hebben wij het niet verwerkt. Er is niets gebeurd.
error-stale-form-next = Open het formulier opnieuw en verstuur het nog een keer.
error-malformed = Wij konden dit niet lezen
error-malformed-text = Wat wij kregen was niet volledig of beschadigd. Er is niets gebeurd.
error-malformed-next = Verstuur het formulier nog een keer. Lukt het weer niet? Bel ons gerust.
error-too-large = Uw bestanden zijn samen te groot
error-too-large-text = Een formulier mag samen niet groter zijn dan { $mb } MB. Er is niets verstuurd.
error-too-large-next = Stuur minder foto’s tegelijk, of maak ze kleiner. Later kunt u er nog meer toevoegen.
error-too-many = Even wachten, alstublieft
error-too-many-text = Er is te vaak achter elkaar geprobeerd. { $minutes ->
        [one] Over een minuut
       *[other] Over { $minutes } minuten
    } kunt u het weer proberen.
error-too-many-next = Zo beschermen wij uw gegevens tegen mensen die wachtwoorden raden.
error-conflict = Iemand anders was u net voor
error-conflict-text = Terwijl deze pagina openstond, is er iets veranderd. Uw besluit is daarom niet vastgelegd.
error-conflict-next = Bekijk de pagina opnieuw en beslis dan of er nog iets te doen is.
error-unavailable = Wij zijn zo terug
error-unavailable-text = Wij kunnen nu niet bij onze gegevens. Er gaat niets verloren: wat u al had verstuurd, is bewaard.
error-unavailable-next = Probeer het over een halve minuut opnieuw. Is het dringend? Bel ons dan.
error-fault = Er ging bij ons iets mis
error-fault-text = Dat ligt niet aan u. Wij hebben de fout gezien en gaan hem herstellen.
error-fault-next = Probeer het straks opnieuw. Belt u ons, noem dan het nummer hieronder.
error-refused = Dit kan niet
error-refused-next = Er is niets gebeurd.

# De JSON-API.
api-key = Er is een sleutel nodig
api-key-text = Stuur een sleutel mee die werkt: “Authorization: Bearer SLEUTEL”. Uw beheerder maakt er een met “harmony user key”.
api-not-found = Hier is niets
api-not-found-text = Kijk op /api/openapi.json wat er is.
api-media = Deze soort inhoud wordt niet gelezen
api-media-text = Stuur de zaak als application/json of application/toml.
api-facts = Over deze zaak is niets te beslissen
api-facts-text = Er is niets beslist. Verbeter wat er in de lijst staat en stuur het opnieuw.
api-moment = { $name } is geen moment
api-moment-text = Schrijf het als 2026-03-01T14:05 of 2026-03-01T13:05:00Z.
api-letters = De lijst is niet te lezen
api-letters-text = Stuur een lijst “news”, elke regel met “reference”, “what”, “day” en “detail”, hooguit 5.000 regels. Er is niets vastgelegd.
api-report = De melding is niet te lezen
api-report-text = Stuur “id” (8 tot 64 letters en cijfers), “event” met de feiten, en zo nodig “items” en “narrative”. Er is niets bewaard.
api-report-not-kept = Er is niets bewaard. Verbeter wat genoemd is en stuur het opnieuw met dezelfde “id”.
