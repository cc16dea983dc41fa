### De boeken: kort en precies.

## Maand afsluiten

proposal-close-month = Een maand van de boeken afsluiten
refusal-month-not-next = { $month } kan nog niet dicht. Sluit eerst { $next } af: maanden gaan op volgorde dicht.
refusal-month-not-ready = { $month } kan nog niet dicht: er klopt nog iets niet op de controlelijst. Zet het recht en stel het opnieuw voor.
refusal-partner-unknown = Er is nu geen partner met de code { $partner } die klanten mag aanbrengen. Laat de code weg, of vraag de partner om een nieuwe link.
refusal-export-too-long = Dit past niet op één blad. Kies een kortere periode, of CSV.
desk-nav-insurers = Verzekeraars
desk-nav-tax = Assurantiebelasting
desk-nav-close = Maand afsluiten

## Month

month-closed = Afgesloten
month-open = Open: cijfers kunnen nog veranderen
month-choose = Maand
month-before = Vorige maand
month-after = Volgende maand

## Close

close-text = Dit wordt bekeken voordat de maand dichtgaat. Daarna wordt er niets meer in geboekt; wat later bekend wordt, komt in de open maand en zegt bij welke dag het hoort.
close-checklist = Controlelijst
close-check = Wat
close-finding = Bevinding
close-found = Gevonden
close-fine = in orde
close-look = kijk even
close-blocks = nog niet
close-none = Er is nog geen maand om af te sluiten
close-through = geboekt tot en met { $day }
close-no-statement = nog geen afschrift
close-count = { $n }: { $amount }
close-waits = Wacht op een tweede persoon
close-waits-text = Een collega beslist over het voorstel.
close-propose = De maand afsluiten
close-propose-text = Een collega moet het goedkeuren. Een afgesloten maand kan niet weer open.
close-propose-button = Afsluiten voorstellen
close-proposed-by = voorgesteld door { $name }
close-month = Maand
close-at = Afgesloten
close-by = Door
close-closed = Afgesloten maanden
close-none-yet = Er is nog geen maand afgesloten
done-close-proposed = Voorgesteld. Een collega beslist.
check-over = De maand is voorbij
check-statements = Bankafschriften zijn ingelezen tot het einde
check-bank = Grootboek en bank zijn gelijk: verschil
check-zero = Alle boekingen samen zijn nul
check-suspense = Geld zonder plek
check-collections = Incasso’s niet vrijgegeven
check-payments = Betalingen niet vrijgegeven
check-stuck = Vastgelopen

## Insurers

insurer-by-month = Premie per maand
insurer-name = Verzekeraar
insurer-part = Deel
insurer-shares = Hoe de verzekeraars het delen
current-title = Rekening-courant
current-what = Wat
current-opening = Verschuldigd aan het begin
current-closing = Verschuldigd aan het eind
current-owed = Verschuldigd aan de verzekeraar
current-owed-us = Te ontvangen van de verzekeraar
current-late = waarvan { $amount } bij een afgesloten maand hoort
current-not-received = Nog niet verschuldigd: premie die nog niet binnen is
bordereau-title = Premiebordereau
bordereau-lines = Regels van het bordereau
bordereau-what = Wat
bordereau-due = Vervallen
bordereau-back = Teruggenomen
bordereau-late = Waarvan van afgesloten maanden
bordereau-sum = Samen
bordereau-gross = Bruto
bordereau-tax = Belasting
bordereau-commission = Provisie
bordereau-fee = Vergoeding
bordereau-insurer = Verzekeraar
bordereau-policy = Polis
bordereau-period = Periode
bordereau-day = Geboekt
bordereau-version = { $product }, { $plan }, aanhangsel { $no }
bordereau-none = Geen premie in deze maand
bordereau-none-text = Premie staat hier zodra zij vervalt.
bordereau-more = Nog { $n } regels staan in het bestand.
partner-title = Partners
partner-name = Partner
partner-lines = { $n } regels
partner-commission = Provisie
partner-none = Geen partner heeft deze maand iets verdiend
export-bordereau-xlsx = Bordereau en rekening-courant, XLSX
export-bordereau-csv = Bordereau, CSV
export-current-csv = Rekening-courant, CSV
export-xlsx = Cijfers, XLSX
export-csv = Cijfers, CSV
settle-title = Een betaling zonder plek
settle-entry = Op { $day } ging { $amount } van de rekening. Wat was het?
settle-insurer = Afgerekend met de verzekeraar
settle-tax = Assurantiebelasting betaald
settle-remuneration = Onze vergoeding opgenomen
settle-done = Geboekt.
refusal-settlement-not-out = Dit geld kwam binnen; hier kan alleen geld dat van de rekening ging. Koppel het aan een polis.

## Tax

tax-countries = Landen
country-nl = Nederland
country-be = België
tax-rate = Tarief
tax-base = Premie zonder belasting
tax-due = Belasting verschuldigd
tax-base-back = Premie teruggenomen
tax-back = Verrekend
tax-to-pay = Te betalen
tax-paid = Betaald in deze periode
tax-owed = Verschuldigd aan het eind
tax-none = Geen belasting in deze periode
tax-none-text = Belasting wordt verschuldigd met de premie.
tax-text = Belasting telt vanaf de dag dat de premie vervalt. Wat wordt teruggenomen, wordt verrekend in de periode waarin dat is besloten.
tax-per-month = Per maand
tax-per-quarter = Per kwartaal

## Ledger

ledger-belongs = hoort bij { $day }
ledger-open = Openstaande posten
ledger-xaf = Auditfile (XAF)
ledger-owed-by-age = Te ontvangen van verzekerden, naar ouderdom
ledger-suspense-by-age = Geld zonder plek, naar ouderdom
age-up-to = tot en met { $n } dagen
age-older = ouder

## Columns of exports

col-policy = Polis
col-schedule = Aanhangsel
col-product = Product
col-version = Voorwaarden
col-plan = Pakket
col-kind = Soort
col-due = Premievervaldag
col-from = Vanaf
col-to = Tot (niet inbegrepen)
col-booked-on = Geboekt op
col-belongs-on = Hoort bij
col-partner = Partner
col-gross = Bruto
col-tax = Belasting
col-net = Netto
col-commission = Provisie
col-fee = Vergoeding
col-insurer = Verzekeraar
col-contract = Contract
col-event = Gebeurtenis
col-what = Wat
col-number = Aantal
col-amount = Bedrag
col-of-closed-months = Van afgesloten maanden
col-rate = Tarief (%)
col-base = Premie zonder belasting
col-base-back = Premie teruggenomen
col-tax-back = Belasting verrekend
col-to-pay = Te betalen
col-open = Open
col-age-30 = Tot en met 30 dagen
col-age-60 = 31 tot en met 60 dagen
col-age-90 = 61 tot en met 90 dagen
col-age-365 = 91 tot en met 365 dagen
col-age-older = Ouder
col-account = Rekening
col-account-name = Naam
col-debit = Debet
col-credit = Credit
col-balance = Saldo
col-posting = Boeking
col-about = Over
col-agreement = Volmacht
col-stream = Stroom
