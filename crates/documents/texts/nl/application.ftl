# DOC-01: ontvangst van de aanvraag
received-title = Wij hebben uw aanvraag ontvangen
received-intro = Fijn dat u uw { $count ->
    [one] toestel
   *[other] toestellen
 } wilt verzekeren met { $plan }. Uw aanvraag is goed aangekomen.
received-cover-title = U bent nu al verzekerd
received-cover = U hebt voorlopige dekking van { $from } tot uiterlijk { $until }. Gebeurt er in die tijd iets, dan gelden de voorwaarden van { $plan }.
received-waiting-title = Uw voorlopige dekking is nog niet begonnen
received-waiting = Uw aanvraag is nog niet compleet. Zodra wij alle gevraagde informatie hebben, begint uw voorlopige dekking. Die duurt uiterlijk tot { $until }.
received-summary-title = Uw aanvraag in het kort
received-next-look = Wij bekijken uw aanvraag. Misschien vragen wij u nog om extra informatie.
received-next-answer = Uiterlijk op { $date } hoort u of wij uw aanvraag accepteren.
received-next-yes = Accepteren wij uw aanvraag? Dan krijgt u uw polisblad. De verzekering loopt dan vanaf het moment van uw aanvraag.
received-next-no-nl = Accepteren wij uw aanvraag niet? Dan stopt de voorlopige dekking op de dag waarop wij u dat schrijven. Hebt u al premie betaald, dan krijgt u die helemaal terug.
received-next-no-be = Accepteren wij uw aanvraag niet? Dan vervalt de voorlopige dekking vanaf het moment van uw aanvraag. Hebt u al premie betaald, dan krijgt u die helemaal terug.
application-link = Bekijk uw aanvraag

# DOC-02: vraag om informatie
information-title = Wij hebben nog informatie van u nodig
information-intro = Bedankt voor uw aanvraag voor { $plan }. Voordat wij kunnen beslissen, hebben wij dit nog van u nodig:
information-by-title = Stuur het ons uiterlijk op { $date }
information-by = Uw voorlopige dekking duurt tot uiterlijk { $until }. Krijgen wij de informatie later, dan kunnen wij misschien niet meer op tijd beslissen. De voorlopige dekking stopt dan.
information-link = Informatie sturen

# DOC-03: afwijzing
rejected-title = Wij kunnen u deze verzekering niet aanbieden
rejected-intro = Bedankt voor uw aanvraag voor { $plan }. Wij hebben er goed naar gekeken. Helaas accepteren wij uw aanvraag niet.
rejected-reason = De reden is: { $reason }
rejected-no-reason = Wij begrijpen dat dit tegenvalt. Het staat ons vrij om een aanvraag niet te accepteren; wij hoeven daar geen reden voor te geven. Hebt u er vragen over, bel ons dan gerust.
rejected-cover-title = U bent voorlopig verzekerd tot { $until }
rejected-cover = Daarna bent u niet meer bij ons verzekerd. Schade die ontstond tijdens de voorlopige dekking, kunt u nog bij ons melden.
rejected-cover-back-title = U bent niet verzekerd
rejected-cover-back = De voorlopige dekking vervalt vanaf het moment van uw aanvraag. Hebt u in de tussentijd schade gehad? Laat het ons weten. Een medewerker kijkt er dan naar.
rejected-elsewhere = U kunt uw toestel natuurlijk bij een andere verzekeraar verzekeren.

# DOC-03, AMB-08: niemand heeft op tijd beslist
lapsed-title = Uw voorlopige dekking stopt
lapsed-intro = U hebt { $plan } bij ons aangevraagd. Wij hadden binnen 14 dagen moeten beslissen. Dat is ons niet gelukt. Dat spijt ons.
lapsed-again = Wilt u uw toestel nog steeds bij ons verzekeren? Dan kunt u opnieuw aanvragen. U bent dan weer voorlopig verzekerd.
lapsed-link = Opnieuw aanvragen
never-covered = Er was nog geen voorlopige dekking: een medewerker moest uw aanvraag eerst bekijken.
lapsed-title-no-cover = Uw aanvraag is vervallen
lapsed-again-no-cover = Wilt u uw toestel nog steeds bij ons verzekeren? Dan kunt u opnieuw aanvragen.

# NL-PROV-05, AMB-09: een aanbod op andere voorwaarden
offer-title = Wij kunnen u andere voorwaarden bieden
offer-intro = Bedankt voor uw aanvraag voor { $plan }. Wij kunnen uw aanvraag niet zo accepteren. Op andere voorwaarden kunnen wij u wel verzekeren.
offer-premium = Premie
offer-excess = Eigen risico per schade
offer-plan = Pakket
offer-by-title = U kunt akkoord gaan tot { $until }
offer-by = Als u niet antwoordt, komt er geen verzekering.
offer-cover-ends = Uw voorlopige dekking duurt tot { $until }. Gaat u akkoord, dan bent u verzekerd vanaf de dag van uw aanvraag.
offer-link = Het aanbod bekijken en antwoorden
