### Premie: betalen, wat komt, wat was, en de machtiging. Nederlands: kort en vriendelijk.


## De premiepagina

money-page = Betalen en overzicht
money-title = Uw premie
money-pay = Nu betalen
money-pay-line = Premie van { $day }: { $amount }
money-pay-costs = Incassokosten: { $amount }
money-pay-interest = Wettelijke rente: { $amount }
money-pay-reclaimed = Twee keer aan u terugbetaald, door ons en door uw bank: { $amount }
money-pay-account = Rekening
money-pay-holder = Op naam van
money-pay-reference = Omschrijving
money-pay-text = Zet de omschrijving precies zo in uw overschrijving. Dan weten wij meteen dat u betaald hebt. Het duurt meestal één werkdag voordat u de betaling hier ziet.
money-code = Scan de code met de app van uw bank.
money-code-alt = QR-code voor de overschrijving. Dezelfde gegevens staan ernaast.
money-nothing-open = Alles is betaald. U hoeft niets te doen.
money-reminded = U hebt een aanmaning voor { $amount }. Betaal uiterlijk { $day }.
money-reminded-text = Is het dan niet betaald, dan bent u vanaf { $at } niet verzekerd. Betaalt u later? Dan bent u { $back } na uw betaling weer verzekerd.
money-collecting = Wij schrijven { $amount } af op { $day }
money-collecting-text = Dit hoeft u niet zelf over te maken.
money-credit = U hebt { $amount } te veel betaald
money-credit-text = Dat gebruiken wij voor uw volgende premie.
money-refund = U krijgt { $amount } terug
money-refund-account = Wij weten nog niet op welke rekening. Vul die in.
money-refund-ordered = Een collega kijkt het na. Daarna gaat het naar de bank.
money-refund-sent = Het is op weg naar uw rekening.
money-method = Zo betaalt u
money-how = Manier
money-how-often = Hoe vaak
money-every-month = elke maand
money-every-year = elk jaar
money-once = één keer
money-by-debit = automatische incasso
money-by-transfer = zelf overmaken, na onze factuur
money-change = Rekening of manier veranderen
money-coming = De komende twaalf maanden
money-coming-text = Zoals uw verzekering nu is. Verandert er iets, dan verandert ook dit overzicht.
money-coming-none = Er komt geen premie meer
money-period = Voor
money-from-to = { $from } t/m { $to }
money-net = Premie
money-tax = Assurantiebelasting
money-movements = Wat er was
moved-due = Premie
moved-extra = Extra premie door een wijziging
moved-costs = Incassokosten
moved-interest = Wettelijke rente
moved-waived = Kosten of rente vervallen
moved-reversed = Premie vervallen
moved-collected = Betaald met incasso
moved-transferred = Door u betaald
moved-came-back = Incasso teruggeboekt
moved-failed = Incasso niet gelukt
moved-refunded = Aan u terugbetaald
moved-reminded = Aanmaning gestuurd
moved-mandate = Machtiging gegeven of veranderd
moved-mandate-ended = Machtiging beëindigd

## De machtiging

mandate-history = Uw machtigingen
mandate-none = Er was nog geen machtiging
mandate-when = Datum
mandate-what = Wat
mandate-reference = Kenmerk
mandate-signed = getekend op { $day }
mandate-step-given = Machtiging gegeven
mandate-step-amended = Andere rekening
mandate-step-stopped = Niet meer te gebruiken volgens de bank
mandate-step-revoked = Ingetrokken
mandate-step-lapsed = Vervallen: 36 maanden niet gebruikt
mandate-stop-title = Automatische incasso stoppen
mandate-stop-text = Wij schrijven dan niets meer af. Wat al bij de bank ligt, kan nog komen. U krijgt voortaan een factuur en maakt de premie zelf over. Uw verzekering loopt door.
mandate-stop-button = Incasso stoppen
done-mandate-stopped = De incasso is gestopt. U betaalt voortaan zelf, na onze factuur.
payer-account = Rekening
apply-pay = Hoe wilt u betalen?
apply-pay-debit = Automatische incasso
apply-pay-transfer = Zelf overmaken na een factuur

# What is owed on top of premium
charge-title = Incassokosten en rente
charge-what = Wat
charge-since = Sinds
charge-open = Open
charge-waived = Kwijtgescholden
charge-costs = Incassokosten
charge-interest = Rente
