### Nederlands: u, kort, vriendelijk.


## My overview

my-title = Mijn overzicht
my-hello = Dag { $name }
my-to-do = Te doen
my-devices = Mijn verzekerde toestellen
my-report = Schade melden
my-another = Nog een toestel verzekeren
my-claims = Lopende schades
my-none = U hebt nog geen verzekerd toestel
my-none-text = Hebt u net aangevraagd? Dan verschijnt uw polis hier zodra wij haar hebben aangenomen.

## One policy

policy-title = Uw polis
policy-plan = Verzekering
policy-device = Toestel
policy-cover = Dekking in de tijd
policy-premiums = Premie
policy-due = Vervaldatum
policy-amount = Bedrag
policy-status = Status
policy-no-premium = Er is nog geen premie verschuldigd
policy-schedule = Polisblad downloaden
policy-documents = Documenten

## Claims

claims-title = Mijn schades
claims-none = U hebt niets gemeld
claims-none-text = Dat houden we graag zo. Gebeurt er toch iets, meld het dan zo snel mogelijk.
my-next-collection = { $amount } wordt afgeschreven op { $date }
my-covered-until = Verzekerd tot { $at }
my-overdue = Er staat { $amount } open
my-overdue-text = Premie voor { $device }. Hier ziet u hoe u kunt betalen.
policy-number = Polisnummer
policy-excess = Eigen risico per schade
policy-premium-monthly = Premie per maand
policy-premium-yearly = Premie per jaar
policy-premium-once = Premie eenmalig
policy-account = Rekening voor de premie
policy-mandate = Kenmerk van de machtiging
policy-mandate-stopped = (wordt niet meer gebruikt)
policy-ends = Eindigt op
policy-letter = { $name }, { $date }
policy-cancel = Verzekering opzeggen
premium-to-come = Nog niet verschuldigd
premium-collecting = Wordt afgeschreven op { $date }
premium-open = Nog te betalen
premium-paid = Betaald
premium-taken-back = Vervallen
letter-application-received = Bevestiging van uw aanvraag
letter-information-requested = Vraag over uw aanvraag
letter-application-rejected = Bericht over uw aanvraag
letter-application-lapsed = Uw aanvraag is verlopen
letter-policy-issued = Polisblad
letter-mandate-confirmed = Bevestiging van uw machtiging
letter-collection-announced = Vooraankondiging van de incasso
letter-premium-invoice = Factuur
letter-reminder-nl = Herinnering
letter-first-reminder-be = Gratis herinnering
letter-formal-notice-be = Ingebrekestelling
letter-cover-suspended = Uw dekking staat stil
letter-cover-reinstated = Uw dekking loopt weer
letter-plan-agreed = Uw betalingsregeling
letter-plan-broken = Uw betalingsregeling is gestopt
letter-reminders-paused = Voorlopig geen aanmaningen
letter-cover-not-stopped = Uw dekking is niet gestopt, of stopt later
letter-cancellation-received = Bevestiging van uw opzegging
letter-claim-acknowledged = Ontvangst van uw schademelding
letter-claim-decided = Beslissing over uw schade
letter-claim-paid = Uitbetaling van uw schade
letter-objection-answered = Antwoord op uw bezwaar
letter-fraud-debt = Wij vragen geld terug

letter-work-ordered = Reparatie of vervanging besteld
letter-work-ready = Uw apparaat is klaar
letter-work-handed-over = Hebt u uw apparaat terug?
letter-order-told = Bericht over een opdracht
letter-work-accepted = U hebt uw apparaat aanvaard
letter-work-reminder = Er staat nog iets open bij uw schade
letter-applicant-link = Link bij uw aanvraag
letter-sign-in-help = Link voor uw wachtwoord
letter-security-notice = Bericht over uw account
cancel-title = Verzekering opzeggen
cancel-text = U zegt de verzekering van { $device } op. Kijk eerst wat dat betekent.
cancel-button = Nu opzeggen
cancel-withdraw-title = Van de overeenkomst afzien
cancel-withdraw-text = U bent nog binnen de bedenktijd. U kunt zonder reden van de verzekering van { $device } afzien.
cancel-withdraw-button = Herroeping bevestigen
cancel-ends = De dekking eindigt op
cancel-back = Wat u terugkrijgt
cancel-until-then = Tot dat moment blijft u verzekerd en loopt de premie door.
