### Nederlands: u, kort, vriendelijk.

## Files from the bank

kept-title = Bestanden die op u wachten
kept-one = Een bankbestand dat niet klopt
kept-none = Er wacht geen bestand
kept-text = Het is te lezen, maar er is iets vreemds aan. Er wordt niets uit geboekt tot u beslist.
kept-file = Bestand
kept-kind = Soort
kept-odd = Wat er vreemd is
kept-came = Ingelezen
kept-decided = Beslist
kept-machine = vanzelf
kept-waits = wacht
kept-booked = geboekt
kept-dismissed = opzijgelegd
kept-fetch = Bestand ophalen
kept-release = Toch boeken
kept-release-text = Wat te boeken is, wordt nu geboekt, elk bedrag één keer. Wat niet te boeken was, blijft hier staan.
kept-release-button = Dit bestand boeken
kept-dismiss = Opzijleggen
kept-dismiss-text = Er wordt niets geboekt. Vraag de bank om een goed bestand en lees dat in.
kept-dismiss-button = Opzijleggen
kept-reason = Waarom
kept-now = Er is iets vreemds aan dit bestand. Het is bewaard en er is nog niets geboekt.
status-rejected = De bank weigert { $n } opdrachten.
status-rejected-text = De schulden staan weer open; wat uitbetaald moet worden, wacht in de lijst.
task-release-file = Beslissen over een bankbestand dat niet klopt

## Money without a place; a reported death

suspense-amount = Bedrag
suspense-all = alles
suspense-other = Het hoort bij geen polis
suspense-what = Wat het is
suspense-what-charges = Kosten van de bank
suspense-what-interest = Rente van de bank
suspense-what-written-off = Afgeboekt
suspense-reason = Waarom
suspense-place = Zo boeken
suspense-placed = Bij geen polis geboekt
suspense-undo = Terugzetten
suspense-back = Stuur het terug naar de betaler
suspense-back-text = Alles gaat terug naar { $name }, naar de rekening waar het vandaan kwam ({ $account }). Een collega geeft het vrij bij de betalingen; tot dan kunt u het terugzetten.
suspense-back-button = Terugsturen
suspense-came-back = Dit ging terug naar de betaler, maar de bank stuurde het weer naar ons (reden { $reason }).
suspense-what-to-payer = Gaat terug naar de betaler
task-reported-death = De bank meldt een overlijden: ga het na en spreek met de erven
death-title = Een overlijden gemeld door de bank
death-text = De bank stuurde een incasso terug omdat de rekeninghouder is overleden. Tot u beslist, wordt niets geïncasseerd en krijgt niemand een herinnering.
death-none = Op deze polis is geen overlijden gemeld.
death-end = De verzekeringnemer is overleden
death-end-text = Leg de melding van de erven vast; de polis eindigt dan volgens de regels.
death-end-button = Overlijden vastleggen
death-clear = De verzekeringnemer leeft, of het is geregeld met de erven
death-clear-text = Herinneringen gaan door. Voor incasso is een nieuwe machtiging nodig.
death-clear-button = Doorgaan
event-death-cleared = Gemeld overlijden nagegaan
