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
