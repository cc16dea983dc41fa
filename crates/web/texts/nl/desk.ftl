### Nederlands: u, kort, vriendelijk.

## Frame of the desk

desk-brand = kantoor
desk-nav-work = Werklijst
desk-nav-approvals = Goedkeuren
desk-nav-insurance = Verzekeren
desk-nav-applications = Aanvragen
desk-nav-policies = Polissen
desk-nav-claims = Schades
desk-nav-money = Geld
desk-nav-collections = Incasso’s
desk-nav-statements = Bankafschriften
desk-nav-payments = Betalingen
desk-nav-ledger = Grootboek
desk-nav-house = Huis
desk-nav-stuck = Vastgelopen
desk-nav-rules = Regels

## Work list

work-title = Werklijst
work-lists = Lijsten
work-task = Wat
work-due = Uiterlijk
work-rule = Regel
work-owner = Van
work-nobody = niemand
work-none = Alles is gedaan
work-none-text = Er wacht niets op deze lijst.

## Lists

list-file = Nummer
list-about = Over
list-status = Status
list-since = Sinds
list-due = Uiterlijk
list-none = Hier staat niets
list-none-text = Zodra er iets binnenkomt, ziet u het hier.
list-not-found = Niets gevonden
list-not-found-text = Zoek op het hele nummer, het e-mailadres of het IMEI-nummer.
list-search-hint = Nummer, e-mail of IMEI

## One application

application-title = Aanvraag
application-checks = Controles
application-person = Aanvrager
application-device = Toestel en aankoop
application-proof = Aankoopbewijs
application-offer = Verzekering
application-days-left = { $n ->
        [one] nog { $n } dag
       *[other] nog { $n } dagen
    }
application-ends = Voorlopige dekking uiterlijk tot { $at }
application-decide = Besluit
application-accept = Accepteren
application-ask = Iets vragen
application-ask-send = Vraag versturen
application-question = Wat willen wij nog weten?
application-question-hint = De aanvrager leest dit letterlijk.
application-reject = Afwijzen
application-reject-text = De dekking stopt aan het eind van de dag waarop de brief weggaat. Alle premie gaat terug. Een reden is niet nodig.
application-reject-send = Aanvraag afwijzen
application-note = Notitie voor ons eigen dossier
application-note-hint = Wordt niet verstuurd.
application-blocked-screening = Eerst moet de uitkomst van de sanctiecontrole er zijn.

## One policy

desk-known-at = Bekijk de dekking zoals bekend op een eerder moment
desk-known-show = Toon
desk-tasks = Te doen
desk-policy = Polis
desk-holder = Verzekeringnemer
event-title = Wat er gebeurde
event-what = Gebeurtenis
event-counts = Telt vanaf
event-known = Bekend sinds
event-none = Nog niets

## One claim

desk-facts = Feiten
desk-fact-unknown = onbekend
desk-evidence = Bewijs
desk-evidence-none = Er is nog niets binnen.
desk-clauses = Artikelen
desk-presumed-list = { $n ->
        [one] { $n } punt wordt aangenomen
       *[other] { $n } punten worden aangenomen
    }
desk-considered = { $n ->
        [one] { $n } artikel bekeken, niet van toepassing
       *[other] { $n } artikelen bekeken, niet van toepassing
    }
desk-decide = Besluit
desk-refuse = Afwijzen
desk-arithmetic = Berekening
desk-needs-approval = Dit besluit gaat daarna naar een collega ter goedkeuring.
decide-finding = Bevinding
decide-finding-open = Nog niet beoordeeld
decide-reason = Reden
decide-reason-hint = Bij een afwijzing leest de klant deze tekst.

## Approvals

approvals-text = Wie iets voorstelt, keurt het niet zelf goed.
approvals-none = Niets te goedkeuren
approvals-none-text = Voorstellen van collega’s verschijnen hier.
approvals-by = Voorgesteld door { $name }, { $at }
approvals-approve = Goedkeuren
approvals-decline = Niet goedkeuren
approvals-not-yours = U hebt dit zelf voorgesteld, of het valt buiten uw bevoegdheid.

## Stuck

stuck-text = Deze contracten konden niet verder. De rest van de dag ging gewoon door.
stuck-none = Niets is vastgelopen
stuck-none-text = Zo hoort het.
stuck-since = Sinds { $at }, { $n ->
        [one] { $n } keer geprobeerd
       *[other] { $n } keer geprobeerd
    }
stuck-again = Opnieuw proberen

## Rules

rule-see = Zie ook

## Lists and what stands on them

pages-of = { $from }–{ $to } van { $count }
list-open = { $amount } open
list-blocked = geld geblokkeerd
policies-all = Alle
policies-open = Lopend
policies-over = Afgelopen
claims-open = Niet gesloten
phase-screening = wordt gescreend
phase-applied = aangevraagd
phase-running = loopt
phase-ended = beëindigd
phase-rejected = afgewezen
phase-lapsed = vervallen
claim-phase-open = open
claim-phase-decided = ter beoordeling
claim-phase-approved = goedgekeurd
claim-phase-paying = wordt betaald
claim-phase-closed = gesloten

## Tasks

task-decide-application = Aanvraag beoordelen
task-clear-screening = Sanctietreffer beoordelen
task-find-refund-account = Rekening voor terugbetaling zoeken
task-decide-claim = Schade beoordelen
task-answer-objection = Bezwaar beantwoorden
task-missing-statement = Bankafschrift ontbreekt
task-match-entry = Geld zonder plek plaatsen
task-ask-new-account = Nieuw rekeningnummer vragen
task-redeliver-letter = Brief opnieuw bezorgen
task-decide-change = Beslissen over een wijziging

## Who

role-policyholder = klant
role-acceptance = acceptatie
role-claims = schade
role-finance = financiën
role-complaints = klachten
role-privacy-manager = privacy
role-product-manager = producten
role-auditor = controle
role-manager = leiding
role-operator = beheer
role-partner = partner
role-repairer = reparateur
role-insurer = verzekeraar
role-machine = het systeem
role-anonymous = bezoeker
channel-portal = Mijn Harmony
channel-desk = kantoor
channel-phone = telefoon
channel-email = e-mail
channel-post = post
channel-partner = partner
channel-bank = bank
channel-machine = systeem
channel-api = koppeling
language-nl = Nederlands
language-en = Engels
language-fr = Frans
person-name = Naam
person-born = Geboren
person-user = Gebruiker
person-kind = Verzekert als
person-consumer = consument
person-business = zakelijk
person-address = Adres
person-phone = Telefoon
person-email = E-mail
person-reached = Brieven gaan per
person-by-email = e-mail
person-by-post = post
person-language = Taal
person-forgotten = vergeten op verzoek
item-imei = IMEI
item-serial = Serienummer
item-bought = Gekocht
item-value = Aankoopwaarde
item-excess = Eigen risico
offer-wording = Voorwaarden
offer-premium = Premie
offer-pays = Betaling
offer-applied = Aangevraagd
offer-agreement = Volmacht
frequency-monthly = per maand
frequency-yearly = per jaar
frequency-one-off = eenmalig
pays-mandate = incasso, machtiging { $reference }
pays-mandate-stopped = incasso gestopt
pays-transfer = overboeking

## One application, its checks

application-answered = Antwoord van { $at }
application-asked = Vraag van { $at }, nog geen antwoord
application-as-policy = Alles wat er met deze polis gebeurde
application-screen-text = Een naam op een sanctielijst lijkt op deze. Is het dezelfde persoon?
application-screen-clear = Nee, iemand anders
application-screen-hit = Ja, geld blokkeren
check-sanctions = Sanctielijsten
check-person = Bij ons bekend
check-authority = Binnen de volmacht
check-waits = nog niet gevraagd
check-nothing = niets gevonden
check-judge = te beoordelen
check-hit = staat op een lijst
check-known = bekend
check-within = ja
check-above = te hoog
check-there = aanwezig
check-missing = ontbreekt
check-limit = Wij mogen accepteren tot { $amount }.
check-by-person = Door een medewerker, { $at }
check-by-machine = Automatisch, { $at }
check-same-device = zelfde toestel
check-weigh = Weeg het zelf af: niemand wordt automatisch geweigerd (PRIV-06).
check-other-policy = zelfde klant
check-ended-for-non-payment = beëindigd: niet betaald
check-ended-for-fraud = beëindigd: fraude
check-incident = incident
check-same-account = zelfde rekening
check-same-address = zelfde adres
check-rejected-before = eerder geweigerd
check-open-debt = premie open
check-many-claims = veel schades in een jaar
enter-title = Aanvraag invoeren
enter-text = Voor wie belt of schrijft. Zonder e-mailadres gaan alle brieven per post.
enter-channel = Hoe kwam de aanvraag binnen?
enter-channel-phone = Telefoon
enter-channel-post = Post
enter-channel-email = E-mail
enter-language = In welke taal schrijven wij?
enter-language-nl = Nederlands
enter-language-en = Engels
enter-language-fr = Frans
enter-send = Aanvraag vastleggen

## One policy, its money and its end

policy-phase = Stand
policy-open = Openstaand
policy-credit = Tegoed
policy-money = Geld
premium-reminded = aangemaand
reminder-title = Aanmaningen
reminder-sent = Verzonden
reminder-last-day = Uiterste dag
reminder-in-time = op tijd betaald
reminder-late = te laat betaald
reminder-unpaid = niet betaald
collection-title = Incasso’s
collection-announced = aangekondigd
collection-released = bij de bank
collection-credited = bijgeschreven
collection-returned = teruggekomen
collection-withdrawn = ingetrokken
refund-title = Terugbetalingen
refund-ordered = wacht op vrijgave
refund-no-account = rekening onbekend
refund-released = bij de bank
refund-settled = uitgevoerd
sent-email = e-mail
sent-print = post
sent-registered = aangetekend
end-title = Opzegging invoeren
end-text = Vul in wat u per telefoon, post of e-mail ontving. De einddatum volgt uit de voorwaarden; de klant krijgt een bevestiging.
end-received = Dag van ontvangst
end-send = Verzekering beëindigen

## What happened to a policy

event-applied = Aangevraagd
event-screened = Gescreend
event-information-requested = Vraag gesteld
event-information-received = Antwoord ontvangen
event-decision-warned = Gewaarschuwd: nog niet beslist
event-accepted = Geaccepteerd
event-rejected = Afgewezen
event-lapsed = Vervallen zonder beslissing
event-cancelled = Opgezegd
event-end-announced = Einde meegedeeld
event-mandate-given = Machtiging gegeven
event-mandate-stopped = Machtiging gestopt
event-mandate-amended = Rekening van de machtiging veranderd
event-premium-fell-due = Premie vervallen
event-collection-announced = Incasso aangekondigd
event-collection-released = Incasso naar de bank
event-collection-withdrawn = Incasso ingetrokken
event-payment-received = Betaling ontvangen
event-collection-returned = Incasso teruggekomen
event-reminder-sent = Aanmaning verzonden
event-cover-stop-announced = Gemeld dat dekking stopte
event-cover-return-announced = Gemeld dat dekking terug is
event-premium-reversed = Premie teruggenomen
event-refund-ordered = Terugbetaling klaargezet
event-refund-released = Terugbetaling naar de bank
event-taken-over = Overgenomen van een andere administrateur
event-opened = Wat openstond bij de overname
event-refund-settled = Terugbetaling uitgevoerd
event-refund-returned = Terugbetaling niet aangekomen

## One claim

desk-cover-yes = Er was dekking
desk-cover-no = Er was geen dekking
desk-cover-at = Op { $at } (regel { $rule }).
desk-presumed = aangenomen zolang niemand anders vaststelt
desk-evidence-until = verwacht vóór { $at }
desk-evidence-open = verwacht
desk-state = Vragen die openstaan
desk-state-send = Vastleggen en opnieuw beslissen
desk-waits = Dit voorstel wacht op een collega.
desk-again = Voorwaarden opnieuw toepassen
desk-set-off = { $amount } hiervan betaalt wat op de polis achterstallig is: { $overdue } aan premie, kosten en rente. De rest wordt uitbetaald. Wordt de schuld betwist? Schort dan eerst de aanmaningen op de polis op; dan wordt er niets verrekend.
desk-approve-amount = { $amount } goedkeuren
desk-refuse-send = Schade afwijzen
desk-pay = Betaling klaarzetten
desk-pay-text = Leeg laten om te betalen op de rekening waarvan de premie komt.
desk-pay-send = Betaling klaarzetten
desk-ask = Bewijs opvragen
desk-other = Iets anders vaststellen of verbeteren
desk-other-show = Deze vraag beantwoorden
desk-payments = Betalingen
decide-time = (tijd)
decide-fact = Welke vraag?
decide-why = Waarom?
decide-why-hint = Nodig bij een bevinding. Wordt verzegeld bewaard.
decide-evidence = Wat hebben wij nodig?
decide-evidence-hint = De klant krijgt bericht en heeft 48 uur.
decide-payee-name = Naam van de rekeninghouder
decide-iban = Rekeningnummer (IBAN)
outcome-applies = Van toepassing.
outcome-breached = Niet nagekomen.
outcome-excepted = Uitzondering geldt.
outcome-does-not-apply = Niet van toepassing.
outcome-met = Voldaan.
outcome-not-met = Niet voldaan.
outcome-unknown = Nog niet bekend.
verdict-none = Nog niet beslist.
verdict-stale = De feiten zijn veranderd: laat de voorwaarden opnieuw toepassen.
verdict-covered = Gedekt: { $remedy }, { $amount }.
verdict-not-covered = Niet gedekt. Alleen een medewerker wijst af.
verdict-routed-manufacturer = Eerst de garantie van de fabrikant.
verdict-routed-seller = Eerst de verkoper.
verdict-needs-person = Alleen het oordeel van een medewerker ontbreekt.
verdict-needs-facts = Er ontbreken nog feiten.
remedy-repair = reparatie
remedy-replacement = vervanging
remedy-payment = betaling
payment-ordered = wacht op vrijgave
payment-sent = bij de bank
payment-confirmed = uitgevoerd
payment-returned = teruggekomen
claim-event-reported = Gemeld
claim-event-facts-stated = Feiten vastgelegd
claim-event-finding-stated = Bevinding vastgelegd
claim-event-evidence-added = Bewijs ontvangen
claim-event-evidence-requested = Bewijs opgevraagd
claim-event-evidence-reminded = Herinnerd aan bewijs
claim-event-evidence-term-passed = Termijn voor bewijs voorbij
claim-event-decided = Beslist volgens de voorwaarden
claim-event-approved = Goedgekeurd
claim-event-refused = Afgewezen
claim-event-reserve-set = Reserve gezet
claim-event-set-off = Achterstallige premie verrekend
claim-event-payment-ordered = Betaling klaargezet
claim-event-payment-sent = Betaling naar de bank
claim-event-payment-confirmed = Betaling uitgevoerd
claim-event-job-ordered = Reparatie of vervanging besteld
claim-event-job-delivered = Apparaat klaar, factuur binnen
claim-event-job-sent-back = Niet aanvaard door de klant
claim-event-job-accepted = Aanvaard door de klant
claim-event-job-stopped = Opdracht gestopt
claim-event-approval-lapsed = Goedkeuring vervallen: de feiten zijn veranderd
claim-event-own-share-received = Eigen deel ontvangen
claim-event-own-share-waived = Eigen deel kwijtgescholden
claim-event-own-share-reminded = Herinnering aan het eigen deel
claim-event-old-device-reminded = Herinnering aan het oude apparaat
claim-event-old-device-came = Oud apparaat ontvangen
claim-event-payment-returned = Betaling teruggekomen
claim-event-closed = Gesloten
claim-event-reopened = Heropend
claim-event-objected = Bezwaar gemaakt
claim-event-objection-answered = Bezwaar beantwoord
claim-event-referred-to-insurer = Voorgelegd aan de verzekeraar
claim-event-insurer-answered = Antwoord van de verzekeraar
claim-event-recovery-expected = Geld teruggevraagd
claim-event-recovery-received = Geld teruggekomen
claim-event-recovery-given-up = Niet meer terug verwacht

## Proposals and runs

proposal-approve-payout = Schade uitbetalen
proposal-recover = Kosten van fraude terugvragen
proposal-contract = Besluit over een polis
done-proposed = Voorgesteld. Een collega keurt goed.
run-contract = Dagelijkse verwerking van de polis
run-claim = Dagelijkse verwerking van de schade

## People of the desk

desk-nav-users = Medewerkers
users-invite = Iemand uitnodigen
users-send = Uitnodiging sturen
users-email = E-mailadres
users-role = Wat mag deze persoon?
users-role-acceptance = Acceptatie
users-role-claims = Schade
users-role-finance = Financiën
users-role-complaints = Klachten
users-role-privacy-manager = Privacy
users-role-product-manager = Producten
users-role-manager = Leiding
users-role-auditor = Controle (alleen kijken)
users-role-operator = Beheer
users-language = Taal
users-language-nl = Nederlands
users-language-en = Engels
users-language-fr = Frans
users-active = actief
users-invited = uitgenodigd
users-disabled = geblokkeerd
users-disable = Blokkeren
users-enable = Weer toelaten

# What is open on a claim, and who said what.
who-customer = klant
who-desk = desk
who-repairer = reparateur
who-police = politie
who-engine = Harmony
who-schedule = polisblad
desk-who = Wie het kan zeggen: { $who }.
desk-shown-by = Blijkt uit: { $evidence }.
desk-stated = { $who }, { $at }
desk-shown = blijkt uit: { $evidence }
desk-amount-waits = Voor het bedrag is nog nodig:
desk-open-clauses = { $n ->
    [one] 1 bepaling staat nog open
   *[other] { $n } bepalingen staan nog open
}
desk-settled-clauses = { $n ->
    [one] 1 bepaling staat al vast
   *[other] { $n } bepalingen staan al vast
}
verdict-covered-so-far = Gedekt, voor zover nu bekend; het bedrag staat nog open.

# Conditions that are published, and what they would have answered.
desk-nav-products = Producten
products-title = Wat er is uitgegeven
products-version = Versie
products-revision = Revisie
products-published = Uitgegeven
products-sold = Wordt verkocht
products-none = Er is nog niets uitgegeven
products-many = Er zijn te veel claims om op een pagina te tellen. Op de opdrachtregel:
products-changed = { $n } van { $all } claims zouden anders uitvallen.
products-borne = Gedragen: { $before } zoals beslist, { $after } onder deze versie.
products-same = Er zou niets veranderen.
products-verdicts = Uitkomsten
products-verdict = Uitkomst eerst → dan
products-items = Apparaten
products-clauses = Per bepaling of stap
products-clause = Bepaling of stap
products-difference = Verschil
products-claims = Claims
products-claim = Claim
products-before = Eerst
products-after = Dan
desk-report-claim = Schade melden voor wie belt

task-claim-term = Onze termijn voor een schade loopt bijna af
claim-event-term-near = Gewaarschuwd: onze eigen termijn loopt bijna af
claim-event-term-missed = Onze eigen termijn is verstreken
desk-clock-answer-by = Antwoord met redenen uiterlijk { $at }.
desk-clock-answer-missed = Het antwoord moest er { $at } zijn. In België kan dit een vast bedrag en een bedrag per dag kosten.
desk-clock-payment-by = Betaal uiterlijk { $at }.
desk-clock-payment-missed = Er moest { $at } betaald zijn. In België is sindsdien rente tegen tweemaal de wettelijke voet verschuldigd.

# What comes after a decision
after-title = Na het besluit
after-disagree = Bezwaar en verzekeraar
after-no-objection = Er is geen bezwaar gemaakt.
after-objected = Bezwaar van { $at }, antwoord uiterlijk { $by }
after-upheld = Toegewezen op { $at }: de schade wordt opnieuw beoordeeld. { $reason }
after-not-upheld = Niet toegewezen op { $at }. { $reason }
after-barred = U besliste zelf over deze schade. Een collega die dat niet deed, beantwoordt het bezwaar.
after-answer = Antwoord op het bezwaar
after-answer-hint = De klant leest deze tekst.
after-uphold = Toewijzen en opnieuw beoordelen
after-dismiss = Niet toewijzen
after-object-for = Bezwaar vastleggen voor de klant
after-object = Wat zegt de klant?
after-object-hint = In de woorden van de klant. Wordt verzegeld bewaard.
after-object-send = Bezwaar vastleggen
after-reopen-title = Schade heropenen
after-reopen = Waarom?
after-reopen-hint = Bijvoorbeeld: er zijn nieuwe feiten. Wat was afgewezen, staat weer open.
after-reopen-send = Heropenen
after-asked = Voorgelegd op { $at }: { $amount }.
after-agreed = Akkoord op { $on } tot { $amount }.
after-not-agreed = Niet akkoord op { $on }.
after-refer-text = Dit besluit komt op { $total }. Zonder de verzekeraar mogen wij tot { $most } uitkeren.
after-refer = Aan de verzekeraar voorleggen
after-agreed-amount = Bedrag
after-agreed-on = Dag van het antwoord
after-insurer-words = Wie antwoordde, en wat?
after-insurer-words-hint = Wordt verzegeld bewaard.
after-insurer-send = Antwoord vastleggen
after-money = Geld dat terugkomt
after-no-money = Er wordt geen geld terug verwacht.
after-money-comes = Komt het binnen, dan boekt Financiën het bij de bankafschriften op het schadenummer.
after-recoveries = Terug te krijgen
after-kind = Waarom
after-amount = Bedrag
after-received = Ontvangen
after-left = Open
after-kind-third-party = Verhaal op wie aansprakelijk is
after-kind-salvage = Verkoop van wat de verzekeraar kreeg
after-kind-reclaim = Uitkering terug wegens fraude
after-kind-investigation = Kosten van het onderzoek naar fraude
after-expect-title = Geld terugvragen
after-expect-text = Wat een klant om fraude moet terugbetalen, kan pas na die bevinding, en een collega kijkt mee. De klant krijgt dan een brief.
after-from = Van wie
after-ground = Waarom
after-ground-hint = Bij fraude staat deze tekst in de brief.
after-expect-send = Vastleggen
after-give-up-title = Niets meer verwachten
after-no = Welk bedrag
after-given-up = Waarom?
after-give-up-send = Niet meer verwachten

desk-work-title = Reparatie en vervanging
desk-work-none = Er is nu niets te repareren of te vervangen.
desk-work-ordered = Besteld
desk-work-accepted = Aanvaard
desk-work-old = Oud apparaat verwacht tot
desk-work-repairer = Offerte en factuur
desk-work-stop = Opdracht stoppen
desk-work-accept = De klant aanvaardt het
desk-work-pay = Opnieuw betalen
desk-work-old-device = Het oude apparaat is binnen
desk-work-share-title = Eigen deel
desk-work-share = De klant moet nog { $amount } betalen.
desk-work-waive = Niet meer vragen
work-waive-reason = Waarom wordt het niet meer gevraagd? De verzekeraar draagt het.
desk-work-order-repair = Reparatie bestellen van { $device }
desk-work-order-replacement = Ander apparaat bestellen voor { $device }
desk-work-look = De reparateur bekijkt het apparaat en zegt wat een reparatie kost. Pas als u dat goedkeurt, gaat hij repareren.
desk-work-nobody = Niemand in de overeenkomst doet dit voor dit apparaat.
desk-work-from = Bij wie?
desk-work-privacy = Zij krijgen naam, adres, telefoon en het apparaat, en verder niets.
desk-work-order = Bestellen
job-state-ordered = in behandeling
job-state-delivered = klaar
job-state-accepted = aanvaard
job-state-stopped = gestopt
repair-title = Reparatieopdrachten
repair-order-title = Opdracht: { $what }
repair-none = Nu geen opdrachten
repair-none-text = Nieuwe opdrachten staan hier zodra wij ze plaatsen.
repair-order = Opdracht
repair-work = Wat
repair-device = Apparaat
repair-serial = Serienummer
repair-serial-hint = Alleen als het apparaat een ander nummer kreeg.
repair-imei = IMEI
repair-model = Merk en model
repair-model-hint = Van het apparaat dat de klant vanaf nu heeft, als het een ander is.
repair-new-hint = Van het nieuwe apparaat.
repair-new-number-hint = Van het nieuwe apparaat. Een IMEI of een serienummer is genoeg.
desk-settled-approved = Goedgekeurd: { $remedy }, { $amount }.
desk-settled-refused = Afgewezen.
repair-invoice = Uw factuur, inclusief btw
repair-approved = Goedgekeurd. U mag hoogstens { $amount } rekenen.
repair-not-approved = Nog niet goedgekeurd. Bekijk het apparaat en vertel ons wat u vond; dan beslissen wij. Repareer nog niet.
repair-privacy = Gebruik deze gegevens alleen voor deze opdracht.
repair-found = Wat hebt u gevonden?
repair-found-text = Kost het meer dan is goedgekeurd, of is reparatie niet mogelijk? Meld het eerst hier, dan kijken wij opnieuw.
repair-found-send = Bevinding versturen
repair-done = Klaar?
repair-done-text = De klant krijgt bericht en aanvaardt het. Daarna betalen wij u.
repair-done-send = Klaar, factuur versturen
repair-hand-over = Aan uw balie afgegeven?
repair-hand-over-text = Alleen als de klant het heeft bekeken en voor aanvaarding heeft getekend. Bewaar wat is getekend.
repair-hand-over-send = De klant heeft getekend
claim-todo-quote = wachten op de offerte van de reparateur
claim-todo-accept = zorgen dat de klant het apparaat aanvaardt
claim-event-job-handed-over = Volgens de reparateur overhandigd
claim-event-hand-over-denied = Niet ontvangen, zegt de klant
task-collect-own-share = Eigen deel is niet betaald
task-await-old-device = Oude apparaat is niet gekomen
task-denied-hand-over = Klant kreeg het apparaat niet
desk-work-handed = Overhandigd
desk-work-handed-until = de klant kan dit tegenspreken tot en met { $at }
desk-work-denied = de klant zegt dat het niet is gekregen: bel klant en reparateur
repair-handed-over = Overhandigd. De klant is op de hoogte. Wij betalen u zodra de klant het aanvaardt, of na { $at } als de klant niets laat weten.
repair-denied = De klant zegt het apparaat niet te hebben gekregen. Bel ons, of overhandig het alsnog.
users-firm = Werkt voor
users-firm-hint = Iemand van een reparateur of partner ziet alleen wat van die reparateur of partner is.
users-firm-harmony = Harmony
users-role-hint = Alleen voor collega’s van Harmony.
