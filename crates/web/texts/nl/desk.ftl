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
desk-considered = { $n ->
        [one] { $n } artikel bekeken, niet van toepassing
       *[other] { $n } artikelen bekeken, niet van toepassing
    }
desk-decide = Besluit
desk-approve = Uitkeren
desk-refuse = Afwijzen
desk-arithmetic = Berekening
desk-needs-approval = Dit besluit gaat daarna naar een collega ter goedkeuring.
decide-finding = Bevinding
decide-finding-yes = Ja
decide-finding-no = Nee
decide-finding-open = Nog niet beoordeeld
decide-settle = Hoe lossen wij het op?
decide-settle-repair = Reparatie
decide-settle-replace = Vervanging
decide-settle-pay = Uitkering
decide-amount = Schadebedrag
decide-amount-hint = Reparatiekosten, of de prijs van een gelijkwaardig product.
decide-reason = Reden
decide-reason-hint = Bij een afwijzing leest de klant deze tekst.
decide-question = Wat willen wij nog weten?
decide-question-hint = De klant leest dit letterlijk en heeft 48 uur.
finding-insufficient-care = Was er onvoldoende zorg?
finding-intent = Was er opzet?
finding-harm = Is ons belang geschaad door de late melding?
finding-fraud = Is er opzet tot misleiding?

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
