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
