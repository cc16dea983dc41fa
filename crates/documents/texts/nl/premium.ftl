# DOC-05: machtiging en vooraankondiging
mandate-title = Uw machtiging voor automatische incasso
mandate-intro = U geeft { $creditor } toestemming om de premie van uw rekening af te schrijven. Bewaar deze bevestiging.
mandate-reference = Machtiging
creditor-id = Incassant-ID
creditor = Incassant
mandate-signed = Getekend op
debits-title = Dit schrijven wij af
mandate-announced = Verandert het bedrag of de dag? Dan hoort u dat minstens { $term } van tevoren.
mandate-rights-title = Uw rechten
mandate-right-refund = Bent u het niet eens met een afschrijving? Dan kunt u uw bank binnen 8 weken vragen om het geld terug te boeken.
mandate-right-stop = U kunt uw machtiging altijd intrekken. Spreek dan met ons af hoe u de premie betaalt, want de verzekering loopt door.
mandate-change = Hebt u een ander rekeningnummer? Verander het in Mijn Harmony.
announced-title = Binnenkort schrijven wij uw premie af
announced-intro = Wij schrijven deze premie af van rekening { $account }:
announced-again = De vorige afschrijving is niet gelukt. Wij proberen het nog een keer van rekening { $account }:
announced-enough = Zorgt u dat er genoeg geld op uw rekening staat? Dan hoeft u verder niets te doen.
announced-details = Gegevens van de incasso

# DOC-05
invoice-title = Factuur: uw premie
invoice-intro = U betaalt uw premie zelf, met een overschrijving. Dit is de premie die u nu betaalt:
invoice-came-back = De incasso van uw premie is niet gelukt. Wij proberen het niet nog een keer. Wilt u het bedrag zelf overmaken?
invoice-other-account = Uw bank laat weten dat wij geen premie van uw rekening kunnen afschrijven. Misschien is de rekening opgeheven of geblokkeerd. Wij proberen het daar niet nog een keer. Wilt u het bedrag zelf overmaken?
invoice-mandate-ended = Wij gebruiken uw machtiging voor automatische incasso niet meer. Wilt u dit bedrag zelf overmaken?
invoice-line = Premie van { $from } tot en met { $to }
invoice-tax = Daarin zit { $tax } assurantiebelasting.
invoice-by = Betaalt u vóór of op { $day }? Dan krijgt u geen aanmaning.
invoice-soon = Wilt u dit bedrag zo snel mogelijk betalen? Dan is een aanmaning niet nodig.
invoice-else-title = Goed om te weten
invoice-debit = Wilt u dat wij de premie voortaan van uw rekening afschrijven? Geef dan uw rekening op in Mijn Harmony.

# DOC-06: aanmaning Nederland
reminder-title = Aanmaning: uw premie is nog niet betaald
reminder-intro = Wij hebben uw premie niet ontvangen. Misschien bent u het vergeten, of is de incasso niet gelukt. Dit moet u nog betalen:
reminder-term-title = Betaal { $amount } binnen { $term }
reminder-term = De { $term } beginnen op de dag nadat u deze brief hebt ontvangen. Wij gaan ervan uit dat u de brief op { $received } hebt. Dan kunt u betalen tot en met { $last }. Ontvangt u de brief later? Dan hebt u ook later nog de tijd.
reminder-consequences-title = Als u niet op tijd betaalt
reminder-cover = Dan bent u niet meer verzekerd voor schade die na deze { $term } ontstaat. Ontving u de brief op de dag hierboven, dan is dat vanaf { $stops }. U krijgt daarvoor geen nieuwe aanmaning.
reminder-costs = Dan moet u ook incassokosten betalen. Dat is precies { $costs }. U betaalt die kosten niet als u binnen de { $term } betaalt.
reminder-costs-vat = Dan moet u ook incassokosten betalen. Dat is precies { $costs }, waarvan { $vat } btw die wij niet kunnen verrekenen. U betaalt die kosten niet als u binnen de { $term } betaalt.
reminder-earlier = Nog open uit eerdere brieven, met de kosten daarvan
reminder-interest = Dan kunnen wij ook wettelijke rente vragen over het bedrag.
reminder-owed = U moet de premie dan nog steeds betalen, ook over de tijd dat u niet verzekerd bent.
reminder-back = Betaalt u later alles, met de kosten? Dan bent u weer verzekerd { $back } nadat wij het geld hebben ontvangen. Schade uit de tijd daartussen betalen wij nooit, ook niet als u later betaalt.
reminder-end = Lukt het vaker niet om de premie te innen? Dan mogen wij de verzekering beëindigen.
reminder-help-title = Kunnen wij u helpen?
reminder-paid = Hebt u al betaald? Dan hoeft u niets te doen. Onze brief en uw betaling hebben elkaar dan gekruist.
reminder-trouble = Kunt u niet alles in één keer betalen? Bel ons. Wij zoeken samen met u naar een oplossing.
reminder-disagree = Bent u het niet eens met het bedrag? Vertel het ons zo snel mogelijk.
reminder-law = Deze brief is de aanmaning van artikel 7:934 en van artikel 6:96 lid 6 van het Burgerlijk Wetboek.

# DOC-06, Belgium: the free first reminder (LAW-BE-COL-02, -03)
first-title = Herinnering: uw premie is nog niet betaald
first-intro = Wij hebben uw premie nog niet ontvangen. Misschien bent u het vergeten, of is de betaling niet gelukt. Dit moet u nog betalen:
first-term-title = Betaal { $amount } tot en met { $last }
first-term = Deze herinnering is gratis. U betaalt geen kosten, en aan uw verzekering verandert niets.
first-after = Dan sturen wij u een aangetekende brief. Daarin staat hoeveel dagen u nog hebt en vanaf wanneer u niet verzekerd bent als u ook dan niet betaalt.
first-costs = Volgens de overeenkomst betaalt u dan ook { $costs } incassokosten.
first-law = Deze brief is de gratis eerste herinnering van boek XIX van het Wetboek van economisch recht.

# DOC-07: ingebrekestelling België
notice-title = Ingebrekestelling: uw premie is nog niet betaald
notice-intro = Wij hebben u eerder herinnerd aan uw premie, maar nog geen betaling ontvangen. Met deze aangetekende brief stellen wij u in gebreke. Dit moet u nog betalen:
notice-extra = Nog open uit eerdere brieven, met kosten en interesten
notice-term-title = Betaal { $amount } binnen { $term }
notice-term = Wij geven deze brief op { $deposited } af bij de post. De { $term } beginnen op de dag daarna. U kunt betalen tot en met { $last }.
notice-suspended = Dan wordt uw dekking geschorst vanaf { $from }. Voor schade die daarna ontstaat, bent u niet verzekerd.
notice-costs = Dan moet u ook incassokosten betalen, zoals de overeenkomst zegt. Dat is precies { $costs }. U betaalt die kosten niet als u binnen de { $term } betaalt.
notice-owed = U moet de premie dan nog steeds betalen.
notice-back = Betaalt u daarna alles? Dan stopt de schorsing, uiterlijk { $back } nadat wij het geld hebben ontvangen. Schade die tijdens de schorsing ontstond, betalen wij niet.
notice-end = Wij behouden ons het recht voor om de overeenkomst te beëindigen als u niet betaalt. Dat kan op zijn vroegst op { $date }.
notice-later-premiums = Ook premies die tijdens de schorsing vervallen, blijft u verschuldigd, zoals de wet bepaalt.
notice-law = Deze brief is de ingebrekestelling van artikel 70 van de wet van 4 april 2014 betreffende de verzekeringen.

# DOC-08: geen dekking, weer dekking
suspended-title = U bent nu niet verzekerd
suspended-intro = U kreeg van ons een brief over uw premie. De termijn om te betalen is voorbij en wij hebben het geld niet ontvangen.
suspended-since-title = U bent niet verzekerd vanaf { $since }
suspended-since = Schade die vanaf dat moment ontstaat, betalen wij niet. Ook niet als u later alsnog betaalt.
suspended-costs = Incassokosten
suspended-interest = Wettelijke rente tot vandaag
suspended-again-title = Zo bent u weer verzekerd
suspended-again = Betaal het hele bedrag van { $amount }. Dan bent u weer verzekerd { $back } nadat wij het hebben ontvangen. Een deel betalen is niet genoeg.
suspended-end = Betaalt u niet, dan mogen wij de verzekering beëindigen.
reinstated-title = U bent weer verzekerd
reinstated-intro = Bedankt voor uw betaling van { $amount }. Wij hebben die ontvangen op { $at }.
reinstated-from-title = U bent weer verzekerd vanaf { $from }
reinstated-gap = Tussen { $gap } en { $from } was u niet verzekerd. Schade die in die tijd ontstond, betalen wij niet.
reinstated-next = Zorgt u dat er bij de volgende afschrijving genoeg geld op uw rekening staat? Dan blijft u verzekerd.

# Late premie in delen, een pauze, dekking die toch niet was gestopt
plan-title = Uw betalingsregeling
plan-intro = Wij hebben afgesproken dat u uw late premie in delen betaalt. Dit zijn de delen en de dagen:
plan-part = Uiterlijk op { $on }
plan-total = Samen
plan-off = Door de regeling bent u niet meteen weer verzekerd. Dat bent u { $back } nadat wij alles hebben ontvangen. Eerder betalen mag altijd.
plan-meanwhile-title = Wat dit betekent
plan-no-reminder = Zolang u elk deel op tijd betaalt, krijgt u over dit bedrag geen aanmaning en betaalt u er geen rente over.
plan-coming = Premie die vanaf nu vervalt, hoort niet bij de regeling. Die betaalt u zoals u gewend bent.
plan-late = Is een deel er { $grace } na zijn dag nog niet? Dan stopt de regeling en vragen wij u de rest in één keer.
plan-trouble = Lukt een deel u niet? Bel ons dan vóór die dag. Wij zoeken samen een oplossing.
plan-pay-title = Zo betaalt u het eerste deel
plan-broken-title = Uw betalingsregeling is gestopt
plan-broken-intro = Wij hebben een deel van uw betalingsregeling niet ontvangen. Daarom is de regeling gestopt. U moet nog { $amount } betalen.
plan-broken-next = Betaal dit bedrag nu. Doet u dat niet, dan krijgt u een aanmaning. Daarin staat hoelang u de tijd hebt en wat er daarna gebeurt.
pause-title = Voorlopig geen aanmaningen
pause-complaint = U hebt bij ons geklaagd over uw premie. Wij zoeken dat eerst uit.
pause-error = Misschien hebben wij een fout gemaakt met uw premie. Wij zoeken dat eerst uit.
pause-dispute = U hebt ons laten weten dat u het niet eens bent met wat wij vragen. Wij zoeken dat eerst uit.
pause-hardship = U hebt ons laten weten dat u uw premie nu niet kunt betalen. Wij geven u wat tijd.
pause-until = Tot en met { $until } krijgt u van ons geen aanmaningen over uw premie.
pause-term = De laatste aanmaning die u kreeg, telt niet meer. U verliest daardoor geen dekking.
pause-off = Dat verandert niet vanzelf. U bent weer verzekerd nadat u alles hebt betaald.
pause-owed = De premie zelf blijft u schuldig, tenzij wij u iets anders laten weten. Eerder betalen mag altijd.
not-stopped-letter = U bleef verzekerd
not-stopped-intro = Wij schreven u dat u niet meer verzekerd was, omdat uw premie te laat was. Dat klopte niet. Onze aanmaning heeft u nooit bereikt en telt daarom niet. Onze excuses.
not-stopped-intro-ours = Wij schreven u dat u niet meer verzekerd was, omdat uw premie te laat was. Dat klopte niet: onze aanmaning was een fout van ons en telt daarom niet. Onze excuses.
not-stopped-title = U bent de hele tijd verzekerd geweest
not-stopped = De dekking is op { $told } niet gestopt. Zij loopt door.
not-stopped-damage = Is er in die tijd iets met uw apparaat gebeurd? Meld het ons. Wij zien die tijd als verzekerd.
not-stopped-open-title = Uw premie
not-stopped-open = Deze premie is nog niet betaald. Blijft zij open, dan krijgt u een nieuwe aanmaning met een nieuwe termijn.
stops-later-letter = Uw dekking stopt later dan wij schreven
stops-later-intro = U hebt onze aanmaning later ontvangen dan wij dachten. Daarom hebt u ook langer de tijd om te betalen.
stops-later-title = U bent verzekerd tot { $stops }
stops-later = Wij schreven dat u vanaf { $told } niet verzekerd was. Dat was te vroeg. Is niet alles op tijd betaald, dan stopt de dekking op { $stops }.
