### Nederlands: u, kort, vriendelijk.


## Reporting a claim

claim-new-title = Schade melden
claim-which = Om welk toestel gaat het?
claim-no-device-text = Klopt dat niet? Bel ons, dan nemen wij uw melding aan.
claim-progress-text = Vraag { $n } van ongeveer { $all }
claim-progress = Voortgang
claim-on = Verder
claim-so-far = Uw antwoorden
claim-change = wijzigen
claim-kept = Wij bewaren elk antwoord meteen. U kunt later verdergaan.
claim-later = Ik stuur dit later
claim-part-answer = Antwoord
claim-part-date = Datum
claim-part-time = Tijd
claim-part-amount = Bedrag
claim-part-words = In uw eigen woorden

## Where it stands

claim-wanted = Wij hebben nog iets van u nodig
claim-wanted-by = Stuur ons dit uiterlijk { $at }:
claim-wanted-late = Lukt dat niet op tijd? Stuur het dan later, of laat weten waarom. Wij wijzen uw schade niet af alleen omdat iets laat is.
claim-files = Bestanden
claim-payout = Zo is het bedrag berekend
claim-set-off = Premie die nog betaald moest worden, verrekend
claim-payout-total = Te betalen
claim-why = Waarom dit besluit
claim-why-text = Deze artikelen uit uw voorwaarden gaven de doorslag.
claim-disagree = Bent u het er niet mee eens?
claim-told = Wat u ons vertelde
claim-trail = Verloop
claim-papers = Wat wij van u hebben
claim-sent-title = Uw melding is binnen
report-narrative = Wat is er gebeurd?
report-narrative-help = Vertel het in uw eigen woorden, zo precies als u kunt.
report-evidence-help = Hebt u het nu niet? Stuur het dan later; daarvoor krijgt u 48 uur, of langer als u dat nodig hebt.
report-none = Niets hiervan
report-ready = Klopt alles?
report-ready-text = Dit is uw melding over { $device }. Lees haar nog eens door en verstuur haar dan.
report-later = Dit stuurt u later
report-later-text = Na het versturen zeggen wij wat wij nodig hebben, en voor wanneer.
report-send = Melding versturen
claim-questions = Vragen beantwoorden
claim-happened = Wat er gebeurde
claim-happened-at = Wanneer
claim-state-open = In behandeling
claim-state-evidence = Wij wachten op u
claim-state-answer = Vraag aan u
claim-state-approved = Goedgekeurd
claim-state-paying = Wordt betaald
claim-state-paid = Betaald
claim-state-closed = Afgesloten
claim-state-refused = Niet verzekerd
claim-now-evidence = Wij hebben nog iets van u nodig
claim-now-evidence-text = Stuur het ons uiterlijk { $at }.
claim-now-answer = Wij hebben nog een vraag
claim-now-answer-text = Met uw antwoord kunnen wij verder.
claim-now-decide = Wij beoordelen uw schade
claim-now-decide-text = U hoeft nu niets te doen. U krijgt bericht zodra wij hebben beslist.
claim-now-settle = Uw schade is goedgekeurd
claim-now-settle-text = Wij regelen de reparatie, het vervangende toestel of de betaling.
claim-now-pay = Uw geld is onderweg
claim-now-pay-text = Wij maken { $amount } over. Dat duurt hoogstens enkele werkdagen.
claim-now-paid = Uw schade is betaald
claim-now-paid-text = Wij hebben { $amount } naar u overgemaakt.
claim-now-settled = Uw schade is afgehandeld
claim-now-settled-text = Is er nog iets niet goed? Laat het ons weten.
claim-now-refused = Deze schade is niet verzekerd
claim-now-refused-text = Hieronder leest u waarom. Bent u het er niet mee eens? Laat het ons weten.
claim-now-given-up = Deze melding is afgesloten
claim-now-given-up-text = Wilt u er toch mee verder? Neem contact met ons op.
claim-trail-decide = Wij beslissen
claim-trail-settle = Wij repareren, vervangen of betalen
claim-trail-end = Klaar
clause-covers = Hierdoor bent u verzekerd.
clause-excludes = Hierdoor bent u niet verzekerd.
clause-met = Hieraan is voldaan.
clause-not-met = Hieraan is niet voldaan.
clause-excepted = Dit geldt voor u niet, door een uitzondering.
clause-no = Dit speelt hier niet.
clause-unknown = Dit weten wij nog niet.

## Apparaten, begonnen meldingen, hulp onderweg

report-devices = Welke apparaten zijn hierbij beschadigd of weg?
report-devices-help = Kies elk apparaat waar het om gaat. Wij bekijken ze samen, in één schademelding.
report-device-no = Apparaat { $no }
report-too-many-files = Dit zijn samen te veel bestanden. Bij een melding passen er hoogstens { $most }. Wat er al was, is bewaard; laat er een paar weg.
report-begun = Begonnen, nog niet verstuurd
report-begun-text = U gaf uw laatste antwoord op { $at }. Wij hebben alles bewaard.
report-go-on = Verdergaan
report-discard = Weggooien
report-discard-text = Uw antwoorden en bestanden zijn dan weg. Aan uw verzekering verandert niets.
report-discard-button = Deze melding weggooien
report-stolen = Is het gestolen?
report-stolen-nl = Diefstal staat niet op deze polis. Wij kunnen er dus niet voor betalen. U ziet het op uw polisblad.
report-stolen-be = De verzekering in België dekt geen diefstal. Wij kunnen er dus niet voor betalen.
report-stolen-police = Doe aangifte bij de politie en bewaar het proces-verbaal.
report-stolen-other = Vraag het uw inboedel- of reisverzekering: die dekt diefstal vaak wel. Laat ons daarna weten dat het apparaat weg is, zodat u er geen premie meer voor betaalt.
report-police = Wat heeft de politie van u nodig?
report-police-1 = Het IMEI- of serienummer. Dat staat bij uw verzekering in Mijn Harmony.
report-police-2 = Waar en wanneer het gebeurde, en hoe de dader eruitzag als u die zag.
report-police-3 = Waar het apparaat nu is, als u dat kunt zien. Ga er niet zelf heen.
report-proof = Kunt u uw bon niet vinden?
report-proof-1 = Zoek in uw mail op de naam van de winkel.
report-proof-2 = Kijk in uw account bij de winkel: daar staat vaak de factuur.
report-proof-3 = Vraag de winkel om een kopie. Datum, prijs en apparaat moeten te lezen zijn.
report-photo = Hoe maak ik een goede foto?
report-photo-1 = Leg het apparaat in daglicht, zonder flits.
report-photo-2 = Maak een foto van het hele apparaat, en een van de schade van dichtbij.
report-photo-3 = Werkt het scherm nog? Zet het aan. U hoeft niets af te dekken: wij halen uit de foto waar die is gemaakt.
report-theft-until = Doe dit vóór { $at }
report-theft-over = De 24 uur zijn voorbij. Doe dit toch nog
report-theft-duties = Blokkeer het apparaat op afstand als dat kan, doe aangifte bij de politie, en laat uw provider de simkaart blokkeren.
report-theft-late = Te laat is op zichzelf geen reden om niets te betalen: wij kijken alleen welk nadeel dat gaf.
imei-account = Bij Apple: log in op account.apple.com en kies het apparaat. Daar staat het nummer.
imei-google = Bij Google: log in op google.com/android/find en kies de i naast het apparaat.

## Wat er gebeurde, voor de klant

claim-meanwhile = Intussen
claim-trail-now = Nu
claim-answer-by = U hebt uiterlijk { $at } ons antwoord.
claim-pay-by = Wij betalen uiterlijk { $at }.
claim-story-reported = U meldde het
claim-story-evidence-added = Wij kregen een bewijsstuk of foto
claim-story-evidence-requested = Wij vroegen u om meer
claim-story-evidence-reminded = Wij herinnerden u aan wat wij nog nodig hebben
claim-story-evidence-term-passed = De tijd om het te sturen was voorbij; sturen kan nog steeds
claim-story-approved = Wij keurden het goed
claim-story-refused = Wij besloten dat het niet verzekerd is
claim-story-job-ordered = Wij gaven opdracht voor de reparatie of vervanging
claim-story-job-delivered = Het apparaat is klaar
claim-story-job-sent-back = U nam het niet aan: het wordt opnieuw gedaan
claim-story-job-accepted = U nam het apparaat aan
claim-story-own-share-received = Wij kregen uw eigen deel
claim-story-old-device-came = Wij kregen het oude apparaat
claim-story-payment-sent = Wij maakten het geld over
claim-story-payment-confirmed = Het geld is betaald
claim-story-payment-returned = Het geld kwam terug van de bank
claim-story-objected = U maakte bezwaar
claim-story-objection-answered = Wij antwoordden op uw bezwaar
claim-story-closed = De schade is afgesloten
claim-story-reopened = De schade is weer geopend
