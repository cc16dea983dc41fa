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
