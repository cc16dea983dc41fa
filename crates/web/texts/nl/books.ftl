### De boeken: kort en precies.

## Maand afsluiten

proposal-close-month = Een maand van de boeken afsluiten
refusal-month-not-next = { $month } kan nog niet dicht. Sluit eerst { $next } af: maanden gaan op volgorde dicht.
refusal-month-not-ready = { $month } kan nog niet dicht: er klopt nog iets niet op de controlelijst. Zet het recht en stel het opnieuw voor.
refusal-partner-unknown = Er is nu geen partner met de code { $partner } die klanten mag aanbrengen. Laat de code weg, of vraag de partner om een nieuwe link.
refusal-export-too-long = Dit past niet op één blad. Kies een kortere periode, of CSV.
