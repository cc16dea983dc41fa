### Het leven van een polis: gegevens, rekening, opzeggen, wijzigen. Nederlands: kort en vriendelijk.


## Hoe wij u bereiken

nav-details = Mijn gegevens
details-title = Mijn gegevens
details-name = Verandert uw naam? Stuur ons dan een bericht; daar hebben wij een bewijs van nodig.
details-reach = Adres, telefoon en brieven
details-save = Opslaan
details-email = E-mailadres
details-email-none = Wij hebben geen e-mailadres van u.
details-email-now = Wij schrijven naar { $email }.
details-email-waits = Wij hebben een link gestuurd naar { $email }. Het adres geldt zodra u die link gebruikt.
details-email-send = E-mailadres wijzigen
reach-name = Naam
reach-street = Straat en huisnummer
reach-postcode = Postcode
reach-town = Plaats
reach-country = Land
reach-country-NL = Nederland
reach-country-BE = België
reach-phone = Telefoon
reach-language = Wij schrijven u in het
reach-language-nl = Nederlands
reach-language-en = Engels
reach-language-fr = Frans
reach-letters = Hoe wilt u brieven krijgen?
reach-letters-email = Per e-mail
reach-letters-post = Per post
reach-email = Nieuw e-mailadres
reach-email-hint = Wij sturen er een link naartoe. Het adres geldt zodra de link is gebruikt.
address-title = Bevestig uw nieuwe e-mailadres
address-text = Vanaf nu schrijven wij naar { $email }.
address-button = E-mailadres bevestigen
done-address-asked = Wij hebben een link naar het nieuwe adres gestuurd. Kijk in uw mail.
done-address-confirmed = Uw nieuwe e-mailadres geldt vanaf nu.

## De rekening voor de premie

payer-title = Rekening voor de premie
payer-none = Wij schrijven de premie nog niet af. Met een machtiging doen wij dat voor u.
payer-now = Wij schrijven nu af van { $account }.
payer-from = Wij schrijven van deze rekening af vanaf de volgende incasso. Wat al is aangekondigd, kan nog van de oude rekening gaan.
payer-signed = Getekend op
payer-send = Rekening opslaan
done-account = Opgeslagen. U krijgt een bevestiging van de machtiging.

## Ingevoerd op iemands woord

desk-acts = Wijzigen
word-title = Hoe weten wij dit?
word-channel = Hoe kwam het binnen?
word-channel-phone = Telefoon
word-channel-email = E-mail
word-channel-post = Brief
word-channel-form = Contactformulier
word-note = Wie zei wat?
word-note-hint = Voor ons eigen dossier. Noteer met wie u sprak of wie tekende, en namens wie.
word-paper = Brief, mail of bewijs van volmacht
person-title = Gegevens van de klant
person-text = Wijzig dit alleen als de klant het ons heeft gemeld, en schrijf op hoe wij het weten.

## Brieven die niet aankwamen

letters-title = Brieven die niet aankwamen
letters-text = Controleer eerst het adres. Een brief die opnieuw gaat, gaat naar het adres dat wij nu hebben.
letters-none = Alles is bezorgd
letters-by-post = Per post sturen
letters-by-email = Per e-mail sturen
done-sent-again = De brief gaat opnieuw.
letter-contact-changed = Bevestiging van uw gegevens
letter-change-declined = Wijziging niet doorgevoerd
letter-address-link = Link voor uw nieuwe e-mailadres

## The way back to the form

applied-wrong = Klopt het adres of iets anders niet?
applied-change = Mijn antwoorden wijzigen

## Eindigen: wat het doet, vóór u bevestigt

ending-why = Waarom deze dag
ending-sum = Wat u terugkrijgt, premie voor premie
ending-period = Betaald voor
ending-invoiced = Premie
ending-days = Dagen over
ending-back = Komt terug
ending-from-to = { $from } tot en met { $to }
ending-from = Vanaf { $from }
ending-days-of = { $left } van { $all }
ending-refund = Terugbetaald aan u
ending-open = Nu nog te betalen
ending-earlier = Iets anders beëindigt de verzekering vóór deze datum. De vroegste datum telt.
ending-back-none = Voor de tijd na het einde is geen premie betaald. Er komt dus niets terug.
ending-back-all = De hele premie komt terug: u herroept op tijd en hebt geen schade gemeld.
ending-back-days = De premie voor de dagen na het einde komt terug, per dag.
ending-back-nothing = Er komt geen premie terug.
ending-others = Op een andere manier opzeggen
ending-other = { $way }: de verzekering eindigt dan op { $at }
ending-why-cooling-off = U herroept binnen de bedenktijd van 14 dagen. De verzekering eindigt vandaag om middernacht.
ending-why-ordinary-nl = Na de minimale duur kunt u elke dag opzeggen, met een termijn van één maand. Binnen de minimale duur werkt uw opzegging aan het einde daarvan.
ending-why-ordinary-be = Na de minimale duur kunt u opzeggen met een termijn van één maand. De verzekering eindigt dan op de volgende premievervaldatum, of eerder als de wet dat zegt.
ending-why-after-claim = Uw schade is minder dan een maand geleden afgesloten. U mag dan opzeggen met een termijn van één maand, ook binnen de minimale duur.
ending-why-adverse-change = Wij hebben een wijziging in uw nadeel aangekondigd. U mag weg op de dag dat die ingaat.
ending-why-death-nl = De verzekering eindigt aan het einde van de dag na het overlijden.
ending-why-death-be = De verzekering eindigt één maand nadat wij de brief over het overlijden hebben ontvangen.
ending-why-trustee-bankruptcy = De curator mag de verzekering beëindigen binnen drie maanden na het faillissement.
ending-why-repeated-non-payment-nl = Premie bleef na een aanmaning onbetaald, meer dan eens of langer dan 30 dagen. De verzekering eindigt op de datum in onze brief.
ending-why-repeated-non-payment-be = Premie bleef na een ingebrekestelling onbetaald. De verzekering eindigt op zijn vroegst 15 dagen na de eerste dag van de schorsing.
ending-why-insurer-after-claim-nl = Binnen een maand na het afsluiten van een schade mag de verzekeraar opzeggen met een termijn van twee maanden.
ending-why-insurer-after-claim-be = Binnen een maand na het afsluiten van een schade mag de verzekeraar opzeggen met een termijn van drie maanden.
ending-why-fraud = Er was opzet om te misleiden. De verzekering eindigt aan het einde van de datum op de brief.
ending-why-insurer-ordinary-nl = De verzekeraar verlengt de polis niet. De termijn is twee maanden, tegen een polisvervaldatum.
ending-why-insurer-ordinary-be = De verzekeraar zegt op met een termijn van drie maanden, tegen een premievervaldatum.
ending-why-insurer-bankruptcy = Na een faillissement mag de verzekeraar opzeggen, op zijn vroegst drie maanden na de uitspraak.
ending-why-sanctions = De verzekeringnemer staat op een sanctielijst. De verzekering eindigt meteen en geld wordt geblokkeerd.
ending-way = Hoe eindigt het?
ending-way-cooling-off = Herroepen binnen de bedenktijd
ending-way-ordinary = Opzeggen met een termijn
ending-way-after-claim = Opzeggen na een schade
ending-way-adverse-change = Opzeggen vanwege een wijziging
ending-way-death = De verzekeringnemer is overleden
ending-way-end-date = De einddatum is bereikt
ending-way-trustee-bankruptcy = De curator beëindigt de polis
ending-way-repeated-non-payment = Premie blijft steeds onbetaald
ending-way-insurer-after-claim = Na een schade
ending-way-fraud = Fraude of opzet om te misleiden
ending-way-insurer-ordinary = Niet verlengd
ending-way-insurer-bankruptcy = Faillissement van de verzekeringnemer
ending-way-sanctions = Sanctielijst
ending-way-nothing-left = Er is geen toestel meer
ending-way-moved-away = De verzekeringnemer is naar het buitenland verhuisd
cancel-confirmed = Wij bevestigen uw opzegging meteen schriftelijk.
cancel-third-parties = Opzeggen kost bij ons niets. Websites die voor u opzeggen, horen niet bij ons en vragen soms geld.
cancel-stay = De opzegging terugnemen
cancel-stay-text = U hebt opgezegd: de verzekering eindigt op { $at }. Tot dan kunt u van gedachten veranderen.
done-stayed = De opzegging is teruggenomen. De verzekering gaat door.
end-show = Laat zien wat volgt
end-follows = Wat er volgt
end-from = Van wie?
end-from-holder = De verzekeringnemer
end-from-representative = Iemand voor de verzekeringnemer
end-from-representative-hint = Een nieuwe verzekeraar, tussenpersoon of voogd: voeg het bewijs van volmacht toe.
end-from-heirs = De erfgenamen
end-happened = Dag van overlijden of faillissement
end-happened-hint = Een Nederlandse polis eindigt door het overlijden zelf, ook als wij het later horen.
end-last-day = Gevraagde laatste verzekerde dag
end-last-day-hint = Alleen als het later moet eindigen dan nodig.
end-two = Een collega moet dit goedkeuren. Pas dan gaat de brief de deur uit.
end-propose = Aan een collega voorstellen
terminate-title = Beëindigen voor de verzekeraar
terminate-text = De brief gaat uit zodra dit is bevestigd; de opzegging telt vanaf de ontvangst.
proposal-end-policy = Een polis beëindigen voor de verzekeraar
letter-insurance-ended = Einde van uw verzekering
letter-cancellation-withdrawn = Uw verzekering gaat door


## Wat er gebeurde

event-cancellation-withdrawn = Opzegging teruggenomen
event-signals-found = Controle op bekenden vond iets
event-items-received = Ontbrekende stukken ontvangen
event-other-terms-offered = Aanbod op andere voorwaarden verstuurd
event-offer-agreed = Aanbod aanvaard
event-offer-declined = Aanbod afgewezen
event-application-withdrawn = Aanvraag ingetrokken
event-endorsed = Polis gewijzigd
event-corrected = Feit gecorrigeerd
event-extra-premium-fell-due = Extra premie vervallen
event-free-reminder-sent = Gratis herinnering verstuurd
event-reminders-held = Aanmaningen opgeschort
event-reminders-resumed = Aanmaningen gaan door
event-payment-plan-agreed = Betalingsregeling afgesproken
event-payment-plan-broken = Betalingsregeling niet nagekomen
event-costs-fell-due = Incassokosten verschuldigd
event-interest-fell-due = Rente verschuldigd
event-charge-waived = Kosten of rente kwijtgescholden
event-reminder-returned = Aanmaning kwam terug
event-reminder-receipt-proven = Ontvangst van een aanmaning bewezen
phase-offered = Aanbod gedaan
phase-withdrawn = Ingetrokken
application-offer-terms = Accepteren op andere voorwaarden
application-offer-text = De aanvrager krijgt een brief en antwoordt in het portaal, tot en met dag 14. In Nederland eindigt de voorlopige dekking op de dag van versturen.
application-offer-send = Het aanbod versturen

## Correcties

correct-title = Een feit corrigeren
correct-text = Wat is aangenomen, blijft in het dossier. Vanaf nu telt wat klopt, en gebeurt wat daaruit volgt.
correct-right = Wat klopt?
correct-right-at = Het telt vanaf een ander moment
correct-right-never = Het is nooit gebeurd
correct-day = Juiste dag
correct-time = Juiste tijd
correct-send = Het feit corrigeren
correct-link = Corrigeren
correct-cover = Dekking van { $from } tot { $to }: aangenomen { $was }, nu { $is }
correct-taken-back = { $amount } premie wordt teruggenomen
correct-charged = { $amount } premie wordt in rekening gebracht
correct-refunded = { $amount } wordt terugbetaald
correct-letter = Er gaat een brief uit: { $event }
correct-claim = Schade { $number } wordt opnieuw bekeken
correct-nothing = Verder volgt er niets

## Bewijs van dekking

proof-title = Dekking en het bewijs ervan
proof-link = Plaatje, tabel en bewijs van de dekking
proof-at = Was er dekking op
proof-known = Zoals bekend op { $at }
proof-differs = Wij weten nu meer dan toen bekend was. Hieronder staan beide.
proof-yes = Ja: er was dekking op { $at }
proof-no = Nee: er was geen dekking op { $at }
proof-since = Sinds { $from }, volgens regel { $rule }, vanwege: { $event }.
proof-before = De polis was nog niet begonnen.
proof-from = Vanaf
proof-to = Tot
proof-open = geen einde bekend
proof-because = Vanwege
proof-none = Er was op geen enkel moment dekking
proof-cover-provisional = Voorlopig
proof-cover-on = Aan
proof-cover-off = Uit
proof-cover-suspended = Geschorst
proof-cover-void = Nietig

## Wijzigingen

change-title = De polis wijzigen
change-text = Elke wijziging maakt een aanhangsel en een nieuw polisblad voor de klant.
change-what = Wat verandert er?
change-what-swapped = Het toestel heeft een ander nummer
change-what-left = Een toestel is weg
change-what-plan = Een ander pakket
change-what-moved = De klant verhuist naar het buitenland
change-item = Welk toestel?
change-swap = Waarom?
change-swap-replaced = Wij hebben het vervangen na een schade
change-swap-repaired = Het is gerepareerd
change-swap-warranty = Vervangen onder garantie
change-swap-wrong-number = Het nummer op het polisblad was fout
change-model = Merk en model van het nieuwe toestel
change-gone = Waarom is het weg?
change-gone-stolen = Gestolen, zonder uitkering
change-gone-sold = Verkocht of weggegeven
change-gone-broken = Stuk, zonder uitkering
change-gone-not-wanted = De klant wil het niet meer verzekeren
change-plan = Nieuw pakket, vanaf de volgende premievervaldatum
change-to = Waarheen?
change-to-NL = Nederland
change-to-BE = België
change-to-other = Een ander land
change-on = Sinds wanneer, of de eerste dag daar
change-on-hint = Laat leeg als het vanaf nu telt.
change-send = De polis wijzigen
done-changed = Gewijzigd. De klant krijgt een nieuw polisblad.
change-list = Wijzigingen en polisbladen
change-no = Nr.
change-from = Telt vanaf
change-none = Er is niets gewijzigd sinds de polis is gemaakt
change-kind-device-swapped = Ander toestel of nummer
change-kind-device-corrected = Aankoop gecorrigeerd
change-kind-item-added = Toestel erbij
change-kind-item-left = Toestel weg
change-kind-plan-changed = Ander pakket
change-kind-insured-added = Verzekerde erbij
change-kind-insured-left = Verzekerde eraf
change-kind-address-changed = Adres gewijzigd
change-kind-terms-changed = Premie of voorwaarden gewijzigd

## Vragen en aanbiedingen

asked-title = Een vraag over uw aanvraag
asked-text = Antwoord zo snel als u kunt, dan kunnen wij op tijd beslissen.
asked-answer = Uw antwoord
asked-send = Antwoord versturen
asked-to-do = Beantwoord een vraag over uw aanvraag
asked-to-do-text = Wij hebben uw antwoord nodig vóór { $at }.
offer-title = Ons aanbod op andere voorwaarden
offer-text = Wij kunnen uw aanvraag niet zo accepteren. Dit kunnen wij u wel bieden. U kunt akkoord gaan tot { $at }.
offer-what = Wat
offer-was = U vroeg
offer-is = Wij bieden
offer-agree = Akkoord
offer-decline = Nee, bedankt
offer-to-do = Reageer op ons aanbod
offer-to-do-text = U kunt akkoord gaan tot { $at }.
application-offer-premium = Premie die wij bieden
application-offer-excess = Eigen risico dat wij bieden
letter-offer-made = Aanbod op andere voorwaarden

## Wat er van een brief geworden is

desk-nav-post = Retourpost
reminder-returned = Kwam terug: er loopt geen termijn
reminder-cancelled = Ten onrechte verstuurd: er loopt geen termijn
reminder-proven = Ontvangst bewezen
receipt-title = Herinnering { $no }
receipt-text = Bewijs van ontvangst gaat voor wat we vermoeden. De klant krijgt nooit minder tijd dan in de brief stond.
receipt-reference = Kenmerk
receipt-presumed = Vermoedelijk ontvangen
receipt-proven = Bewezen ontvangen
receipt-item = Nummer van de aangetekende zending
receipt-item-hint = Zoals op het bewijs van de post, bijvoorbeeld RR123456789BE.
receipt-item-wrong = Vul het nummer in: alleen letters en cijfers.
receipt-stops = Geen dekking vanaf het einde van
receipt-paid = Helemaal betaald
receipt-returned = Kwam terug
receipt-what = Wat weten we?
receipt-what-received = De brief is ontvangen
receipt-what-deposited = De brief is aangetekend afgegeven
receipt-what-returned = De brief kwam terug
receipt-day = Op welke dag?
receipt-day-hint = Laat dit leeg als de brief terugkwam.
receipt-why = Waarom kwam de brief terug?
receipt-why-address-unknown = Het adres bestaat niet
receipt-why-moved = Verhuisd
receipt-why-not-collected = Niet afgehaald
receipt-why-refused = Niet aangenomen
receipt-why-mailbox-gone = De mailbox bestaat niet of is vol
receipt-note = Notitie
receipt-paper = Bewijs of envelop
receipt-slip = Bewijs bekijken
receipt-send = Vastleggen
receipt-over = Deze herinnering kwam terug. Er loopt geen termijn meer. Een nieuwe gaat per post, zodra we het adres weten.
task-prove-deposit = Afgifte van een aangetekende brief vastleggen
post-text = Brieven en mails die terugkwamen. Er begint geen termijn door te lopen. Zoek het juiste adres en stuur ze opnieuw.
post-letter = Brief
post-about = Over
post-why = Waarom teruggekomen
post-new = Lijst inlezen
post-file = Lijst van de mailserver of de post
post-file-missing = Kies eerst de lijst.
post-file-limits = Een tekstbestand van hooguit { $lines } regels.
post-format = Elke regel: kenmerk; wat er gebeurde; dag; reden of nummer van de zending.
post-send = Inlezen
post-done = { $count ->
    [one] Eén regel vastgelegd
   *[other] { $count } regels vastgelegd
}
post-done-text = Al eerder vastgelegd: { $again }. Niet vastgelegd: { $left }.
post-line = Regel
post-why-not = Waarom niet
post-left = Regels die niet zijn vastgelegd

## Waar een terugbetaling heen gaat

refund-where = Naar welke rekening mogen we terugbetalen?
refund-yours = U krijgt { $amount } terug. We weten nog niet op welke rekening.
refund-waits = { $amount } wacht op terugbetaling. Er is geen rekening bekend.
refund-two = Een collega geeft de betaling vrij: nooit wie de rekening invult.
refund-send = Rekening opslaan
refund-none = Er wacht geen terugbetaling op een rekening.
done-refund-account = De rekening is opgeslagen. Het geld gaat mee met de volgende betalingen.
event-refund-account-named = Rekening voor een terugbetaling opgegeven
