### Nederlands: u, kort, vriendelijk.

## Collections

collect-due = Klaar om te incasseren
collect-due-text = Aangekondigd aan de klant; de bank schrijft af op de dag die er staat.
collect-on = Incassodatum
collect-kind = Soort
collect-count = Aantal
collect-total = Totaal
collect-none = Er is niets te incasseren
collect-none-text = Premies verschijnen hier zodra ze mogen worden geïncasseerd.
collect-release = Vrijgeven
collect-of = { $n ->
        [one] { $n } incasso
       *[other] { $n } incasso’s
    }
collect-release-text = Daarna ligt het bestand klaar voor de bank. Dit kan niet worden teruggedraaid.
collect-release-button = Incassobestand vrijgeven
collect-batches = Vrijgegeven incasso’s
batch-file = Bestand
batch-count = Aantal
batch-total = Totaal
batch-status = Status
batch-released = { $at }, { $name }
batch-none = Er is nog geen bestand gemaakt

## Statements

statement-file = Bestand van de bank
statement-file-hint = camt.053, camt.054 of pain.002, zoals opgehaald bij de bank.
statement-file-limits = XML, tot 10 MB. Hetzelfde bestand nog een keer is geen probleem.
statement-new = Afschrift inlezen
statement-send = Inlezen
statement-read = Ingelezen afschriften
statement-day = Dag
statement-account = Rekening
statement-entries = Regels
statement-balance = Eindsaldo
statement-none = Er is nog geen afschrift ingelezen
suspense-title = Geld zonder bestemming
suspense-none = Al het geld heeft zijn plaats.
suspense-policy = Hoort bij polis of schade
suspense-book = Boeken

## Payments out

payout-ready = Klaar om te betalen
payout-for = Voor
payout-to = Aan
payout-why = Waarvoor
payout-amount = Bedrag
payout-none = Er is niets te betalen
payout-none-text = Goedgekeurde uitkeringen en restituties verschijnen hier.
payout-release = Vrijgeven
payout-of = { $n ->
        [one] { $n } betaling
       *[other] { $n } betalingen
    }
payout-release-text = Daarna ligt het betaalbestand klaar voor de bank. Dit kan niet worden teruggedraaid.
payout-release-button = Betaalbestand vrijgeven
payout-batches = Vrijgegeven betalingen

## Ledger

ledger-balances = Saldi
ledger-postings = Boekingen
ledger-account = Rekening
ledger-debit = Debet
ledger-credit = Credit
ledger-balance = Saldo
ledger-day = Dag
ledger-about = Over
ledger-none = Er is nog niets geboekt
ledger-zero = Sluit op nul
ledger-not-zero = Sluit niet: { $sum }

## Releases

collect-as-announced = zoals aangekondigd
collect-moved = aangekondigd voor { $day }
batch-done = verwerkt
batch-under-way = { $n } onderweg
batch-made = Vrijgegeven: { $n }, samen { $amount }. Haal het bestand hieronder op.
batch-files = Het zijn { $n } bestanden.
batch-waiting = Er wachten er nog { $n }. Geef opnieuw vrij voor de volgende bestanden.
batch-left-out = Niet in het bestand: { $n }.
payout-waits = wacht op vrijgave
payout-known = bekende rekening
payout-unknown = nog geen rekening
payment-kind-refund = Terugbetaling
payment-kind-return = Terug naar de betaler
payment-kind-benefit = Uitkering
payment-kind-supplier = Reparateur of leverancier

## Statements as read

statement-file-missing = Kies het bestand van de bank.
statement-complete = volledig
statement-gap = sluit niet aan
statement-suspense = { $n } zonder plek
statement-imported = Ingelezen: { $n } boekingen.
statement-placed = { $matched } geplaatst, { $suspense } zonder plek.
suspense-nobody = onbekend
suspense-number-wrong = Dit polis- of schadenummer klopt niet.

## Books

ledger-as-of = Saldi aan het eind van { $day }
ledger-day-choose = Tot en met
ledger-event = Boeking
account-0900 = Overgenomen
account-1000 = Bank
account-1010 = Eigen bankrekening
account-1050 = Betalingen onderweg
account-1300 = Te ontvangen van verzekerden
account-1310 = Eigen risico van klanten
account-1600 = Rekening-courant verzekeraar
account-1610 = Verzekeraar, premie nog niet ontvangen
account-1650 = Assurantiebelasting
account-1700 = Te betalen schades
account-1710 = Terug te betalen premie
account-1720 = Terug te sturen
account-1725 = Reparateurs en leveranciers
account-1730 = Partners
account-1900 = Geld zonder plek
account-4000 = Bankkosten
account-4100 = Provisie voor partners
account-4900 = Afgeboekt
account-8000 = Provisie
account-8010 = Vergoeding
account-8020 = Incassokosten
account-8030 = Bankrente
posting-premium-due = Premie vervallen
posting-premium-reversed = Premie teruggenomen
posting-payment-received = Betaling ontvangen
posting-payment-returned = Betaling teruggekomen
posting-refund-ordered = Terugbetaling klaargezet
posting-refund-released = Terugbetaling naar de bank
posting-refund-returned = Terugbetaling teruggekomen
posting-benefit-approved = Uitkering goedgekeurd
posting-lateness-owed = Verschuldigd omdat we te laat waren
posting-benefit-released = Uitkering naar de bank
posting-benefit-returned = Uitkering teruggekomen
posting-order-settled = Betaling uitgevoerd
posting-work-accepted = Reparatie of vervanging aanvaard
posting-supplier-released = Betaling aan reparateur vrijgegeven
posting-supplier-rejected = Betaling aan reparateur geweigerd
posting-supplier-returned = Betaling aan reparateur kwam terug
posting-own-share-received = Eigen deel ontvangen
posting-own-share-waived = Eigen deel kwijtgescholden
posting-unmatched = Niet herkend
posting-suspense-matched = Alsnog geplaatst
posting-costs-due = Incassokosten verschuldigd
posting-costs-waived = Incassokosten kwijtgescholden
posting-interest-due = Rente verschuldigd
posting-interest-waived = Rente kwijtgescholden
posting-premium-set-off = Premie verrekend met een uitkering
posting-opening-balance = Beginsaldo
posting-refund-rejected = Terugbetaling geweigerd door de bank
posting-benefit-rejected = Uitkering geweigerd door de bank
posting-suspense-returned = Gaat terug naar de betaler
posting-return-released = Teruggestuurd naar de betaler
posting-return-rejected = Terugsturen geweigerd door de bank
posting-return-returned = Wat teruggestuurd was, kwam weer terug
posting-suspense-written-off = Afgeboekt
posting-bank-charged = Kosten van de bank
posting-bank-interest = Rente van de bank
posting-insurer-settled = Afgerekend met de verzekeraar
posting-insurer-received = Deel van de verzekeraar ontvangen
posting-tax-paid = Assurantiebelasting betaald
posting-remuneration-drawn = Vergoeding opgenomen
posting-partner-commission-due = Provisie van de partner
posting-partner-commission-reversed = Provisie van de partner teruggenomen
posting-partner-paid = Partner betaald
money-accounts = Rekeningen per verzekeraar

## Wat een vrijgave zou doen

collect-preview = In het bestand
collect-preview-text = De bank wil elke dag en elke soort apart.
collect-sequence-OOFF = eenmalig
collect-sequence-FRST = eerste
collect-sequence-RCUR = terugkerend
collect-sequence-FNAL = laatste
collect-left = Niet erbij
collect-left-text = Deze blijven wachten. Ze komen na alle andere en gaan mee zodra het kan.
collect-left-none = Alles kan mee
collect-left-what = Polis
collect-left-why = Waarom
collect-calendar = Dagen waarop banken verwerken
collect-day = Dag
collect-open = kan afgeschreven worden
collect-too-near = te dichtbij voor een bestand van nu
collect-closed = banken gesloten

## Betalingen die bekeken worden

payout-to-check = eerst bekijken
payout-was-checked = bekeken
payout-claim = Schade
payout-check-title = Een betaling bekijken
payout-check-why = Waarom een tweede persoon dit bekijkt
payout-check-text = Bent u zeker dat deze betaling klopt en naar de juiste persoon gaat? Dan kan een andere collega hem vrijgeven.
payout-check-button = Bekeken: het klopt
payout-checked = Iemand heeft dit bekeken. Een andere collega kan het vrijgeven.
payout-doubt-above-limit = Het bedrag is hoger dan één persoon mag betalen.
payout-doubt-other-name = De naam van de rekening lijkt niet op die van de verzekeringnemer of de verzekerde.
payout-doubt-new-account = De rekening van deze polis is in de laatste 14 dagen veranderd.
payout-doubt-blocked = De rekening is geblokkeerd. Zolang dat zo is, gaat er niets naartoe.
done-payment-checked = Genoteerd. Een andere collega kan hem nu vrijgeven.

## Geblokkeerde rekeningen

block-title = Geblokkeerde rekeningen
block-text = Naar deze rekeningen gaat niets.
block-none = Er is geen rekening geblokkeerd
block-new = Een rekening blokkeren
block-iban = Rekeningnummer (IBAN)
block-reason = Waarom?
block-reason-fraud = gebruikt bij fraude
block-reason-sanctions = houder op een sanctielijst
block-reason-authority = bevel van een instantie
block-reason-wrong-holder = niet de rekening van wie hij was opgegeven
block-note = Wat weten wij?
block-note-hint = Voor ons eigen dossier.
block-button = Blokkeren
block-end = Blokkade opheffen
block-since = sinds { $at }, door { $name }
block-on = geblokkeerd
block-ended = opgeheven { $at }
done-blocked = Gedaan.

## Betalingen die mislukten

payout-again = Nieuwe poging. De vorige mislukte: { $why } ({ $code }).
payout-held = aangehouden
payout-earlier = Eerdere poging
bank-reason-ac01 = het rekeningnummer klopt niet
bank-reason-ac03 = het rekeningnummer klopt niet
bank-reason-ac04 = de rekening is opgeheven
bank-reason-ac06 = de rekening is geblokkeerd
bank-reason-ac07 = de rekening is opgeheven
bank-reason-ac14 = een bank onderweg doet niet mee
bank-reason-ac15 = de rekening heeft nu een ander nummer
bank-reason-ag01 = dit soort betaling mag niet op deze rekening
bank-reason-am02 = het bedrag is hoger dan de bank toelaat
bank-reason-am04 = er stond niet genoeg geld op de rekening
bank-reason-am05 = de bank houdt het voor dezelfde betaling, twee keer verstuurd
bank-reason-be01 = naam en rekening horen niet bij elkaar
bank-reason-be06 = de bank kent de ontvanger niet
bank-reason-cnor = de bank van de ontvanger is niet bereikbaar
bank-reason-cust = op verzoek van de klant geannuleerd
bank-reason-dupl = de bank houdt het voor dezelfde betaling, twee keer verstuurd
bank-reason-ff01 = de bank kon ons bestand niet lezen
bank-reason-focr = teruggekomen omdat wij erom vroegen
bank-reason-fr01 = de bank vermoedt fraude
bank-reason-frad = de bank vermoedt fraude
bank-reason-md07 = de rekeninghouder is overleden
bank-reason-ms02 = de ontvanger wil het niet
bank-reason-ms03 = de bank geeft geen reden
bank-reason-narr = de bank geeft de reden in eigen woorden
bank-reason-rc01 = de code van de bank (BIC) klopt niet
bank-reason-rr01 = de wet vraagt gegevens van wie betaalt
bank-reason-rr02 = de wet vraagt naam of adres van wie betaalt
bank-reason-rr03 = de wet vraagt naam of adres van de ontvanger
bank-reason-rr04 = de wet laat het niet toe
bank-reason-tech = er ging technisch iets mis
bank-reason-other = de bank geeft een andere reden
