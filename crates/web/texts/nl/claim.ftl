### Nederlands: u, kort, vriendelijk.


## Reporting a claim

claim-new-title = Schade melden
claim-which = Om welk toestel gaat het?
claim-no-device-text = Klopt dat niet? Bel ons, dan nemen wij uw melding aan.
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
claim-payout-total = Te betalen
claim-why = Waarom dit besluit
claim-why-text = Deze artikelen uit uw voorwaarden gaven de doorslag.
claim-disagree = Bent u het er niet mee eens?
claim-told = Wat u ons vertelde
claim-trail = Verloop
claim-papers = Wat wij van u hebben
claim-sent-title = Uw melding is binnen
