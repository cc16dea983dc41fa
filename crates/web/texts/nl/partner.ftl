### Wat een klant openzet voor de partner die hem heeft aangebracht, en de pagina’s van die partner.

letter-partner-view-opened = Een partner kijkt mee met uw verzekering
letter-partner-view-closed = Een partner kijkt niet meer mee
event-partner-view-opened = Opengezet voor de partner
event-partner-view-closed = Dichtgezet voor de partner
refusal-partner-view-over = Deze verzekering is voorbij, dus er is niets meer om open te zetten. Bel ons als wij op een andere manier kunnen helpen.
refusal-partner-view-none = Bij deze verzekering hoort geen partner die kan meekijken. Wilt u dat iemand voor u handelt? Bel ons dan.

## De klant beslist

share-title = Wat { $partner } mag zien
share-link = Wat { $partner } mag zien
share-desk = Wat de partner mag zien
share-lead = U hebt deze verzekering afgesloten via { $partner }. Die ziet er niets van, tenzij u dat wilt. U kunt het altijd weer stoppen.
share-lead-desk = Alleen als de klant er zelf om vraagt. De klant krijgt een brief waarin staat wat { $partner } ziet en hoe dat stopt.
share-may = Wat mag de partner?
share-may-look = Mijn polis en schades zien
share-may-look-hint = Uw naam, het toestel, of het verzekerd is, en hoe het met een schade staat. Verder niets.
share-may-report = Schade of diefstal voor mij melden
share-may-report-hint = U krijgt meteen bericht en kunt de melding aanvullen. Wij beslissen alsof u het zelf had gemeld.
share-report-needs-look = Om voor u te melden moet { $partner } ook de polis zien. Kies allebei, of geen van beide.
share-send = Opslaan
share-stop = Meteen stoppen
share-stop-text = Vanaf dat moment ziet { $partner } niets meer en kan er niets meer gemeld worden. U hoeft niet te zeggen waarom. Wat al gemeld is, behandelen wij gewoon.
share-now-nothing = { $partner } ziet nu niets.
share-now-look = Sinds { $at } ziet { $partner } wat hieronder staat.
share-now-report = Sinds { $at } ziet { $partner } wat hieronder staat, en mag er voor u gemeld worden.
share-seen = Dit ziet { $partner }
share-seen-not = Niet uw rekening, betalingen, brieven of foto’s, en niet wat u ons over een schade vertelt.
share-looked = Wanneer { $partner } keek
share-looked-at = Moment
share-looked-none = Niemand van { $partner } heeft nog gekeken
share-none = Bij deze verzekering hoort geen partner
share-none-text = U hebt haar rechtstreeks bij ons afgesloten. Er is dus niets open te zetten of te stoppen.
done-share-opened = Opgeslagen. U krijgt een brief waarin staat wat de partner ziet.
done-share-closed = Gestopt. De partner ziet niets meer.

## De pagina’s van de partner

partner-customers = Klanten
partner-customers-lead = Klanten die u laten meekijken met hun verzekering. U ziet dit om hen op de hoogte te houden, en voor niets anders. Elke keer dat u kijkt wordt opgeschreven, en de klant kan zien wanneer dat was.
partner-no-customers = Nog geen klant laat u meekijken
partner-no-customers-text = Een klant regelt dat in Mijn Harmony, op de pagina van de polis, of via onze klantenservice.
partner-customer = Klant
partner-policy = Polis
partner-devices = Toestellen
partner-cover = Dekking
partner-covered = Verzekerd
partner-not-covered = Nu niet verzekerd
partner-claims = Schades
partner-claims-none = Er is niets gemeld
partner-claim-number = Schade
partner-claim-reported = Gemeld op
partner-claim-stage = Stand
partner-stage-papers = Wacht op papieren van de klant
partner-stage-handling = In behandeling
partner-stage-settling = Wordt afgerond
partner-stage-closed = Klaar
partner-report = Schade of diefstal melden
partner-may-not-report = De klant laat u niet voor hem of haar melden.
partner-more = Volgende klanten
claim-by-partner = { $partner } heeft dit voor u gemeld.
