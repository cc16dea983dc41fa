# DOC-04: polisblad
issued-title = Welkom: hier is uw polisblad van { $plan }
issued-intro = Goed nieuws: wij hebben uw aanvraag geaccepteerd. U bent nu verzekerd met { $plan }.
issued-again-title = Uw nieuwe polisblad van { $plan }
issued-again-intro = Er is iets veranderd in uw verzekering { $plan }. Daarom krijgt u een nieuw polisblad. Het komt in de plaats van het vorige.
issued-attached = Uw polisblad vindt u in de bijlage. Bewaar het goed.
issued-check = Klopt er iets niet, of verandert er iets? Laat het ons meteen weten. Dat kan ook in Mijn Harmony.
withdraw-title = Bedenktijd
withdraw = U kunt deze verzekering tot en met { $date } kosteloos opzeggen. U hoeft niet te zeggen waarom. Hebt u geen schade gemeld, dan krijgt u de hele premie terug. Opzeggen kan in Mijn Harmony, per mail, per brief of telefonisch.

schedule-title = Polisblad
schedule-lead = { $plan } · nummer { $issue } · geldig vanaf { $date }
schedule-insurance = Uw verzekering
schedule-holder = Verzekeringnemer
schedule-use = Gebruik
schedule-use-private = Particulier
schedule-use-business = Zakelijk
schedule-starts = Ingangsdatum
schedule-minimum = Minimale duur
schedule-minimum-value = { $term }, tot en met { $date }
schedule-expires = Polisvervaldatum
schedule-renewal = Daarna
schedule-renewal-value = steeds { $term } verlengd
schedule-end = Einddatum
schedule-conditions = Voorwaarden
schedule-premium = Uw premie
schedule-net = Premie
schedule-tax-nl = Assurantiebelasting { $rate }
schedule-tax-be = Verzekeringstaks { $rate }
schedule-frequency = U betaalt
schedule-due = Vervaldag
schedule-due-value = dag { $day } van de maand
schedule-payment = Hoe
schedule-payment-debit = Automatische incasso van { $account }
schedule-payment-transfer = U maakt het zelf over
schedule-payment-paid = Al betaald
schedule-covers = Waarvoor bent u verzekerd?
schedule-devices = { $count ->
    [one] Uw verzekerde toestel
   *[other] Uw { $count } verzekerde toestellen
 }
schedule-device = Toestel
schedule-number = Nummer
schedule-bought = Gekocht
schedule-value = Aankoopwaarde
schedule-excess = Eigen risico
schedule-clauses = Aanvullende afspraken
schedule-parties = Met wie hebt u te maken?
schedule-withdraw = U kunt tot en met { $date } kosteloos opzeggen.

covered = Verzekerd
not-covered = Niet verzekerd
cover-accident = Ongevalschade
cover-accident-detail = Uw toestel gaat stuk door iets van buiten, plotseling en onverwacht.
cover-defect = Defect na de garantie
cover-defect-detail = Uw toestel gaat stuk van binnenuit, nadat de garantie voorbij is.
cover-theft = Diefstal
cover-theft-detail = Uw toestel is gestolen na braak of beroving.
cover-case = Val en stoot met hoes en screenprotector
cover-case-detail = Alleen als u de goedgekeurde hoes en screenprotector gebruikte.

kind-phone = Telefoon
kind-tablet = Tablet
kind-laptop = Laptop
kind-smartwatch = Smartwatch
kind-other = Ander toestel

claiming-title = Schade? Zo meldt u het
claiming-portal = Online in Mijn Harmony, via { $site }.
claiming-phone = Of bel { $phone }.
claiming-term = Meld schade zo snel mogelijk, uiterlijk binnen { $term } nadat u het merkt.
claiming-theft = Diefstal? Blokkeer het toestel en de simkaart, en doe binnen 24 uur aangifte bij de politie.
claiming-repair = Laat niets repareren voordat wij dat goedvinden.

# DOC-10: opzegging
cancelled-title = Wij hebben uw opzegging ontvangen
cancelled-intro = U hebt uw verzekering opgezegd. Jammer dat u weggaat, maar wij regelen het voor u.
cancelled-intro-death = Wij hebben gehoord dat de verzekeringnemer is overleden. Wij wensen u veel sterkte. De verzekering stopt; hieronder leest u wanneer.
cancelled-end-title = De verzekering duurt tot { $until }
cancelled-end = Tot dat moment is alles wat op het polisblad van { $plan } staat verzekerd zoals u gewend bent, als de premie is betaald.
cancelled-received = Ontvangen op
cancelled-channel = Hoe
cancelled-why-this-day = Waarom deze dag
channel-portal = In Mijn Harmony
channel-email = Per e-mail
channel-phone = Telefonisch
channel-post = Per brief
channel-other = Via ons kantoor
ground-withdrawal = U hebt opgezegd in de bedenktijd. Dan stopt de verzekering op de dag van uw opzegging.
ground-ordinary-nl = Na de minimale duur kunt u elke dag opzeggen. De opzegtermijn is één maand vanaf de ontvangst.
ground-ordinary-be = Na de minimale duur kunt u opzeggen met een termijn van één maand. De verzekering stopt op de eerste premievervaldatum daarna.
ground-minimum = Uw opzegging gaat in op de eerste dag waarop dat kan: na de minimale duur.
ground-after-claim = Na de afhandeling van een schade kunt u opzeggen met een termijn van één maand vanaf de ontvangst.
ground-death-nl = De verzekering stopt de dag na het overlijden.
ground-death-be = De verzekering stopt één maand nadat wij de brief hebben ontvangen.
ground-change = Wij hebben iets veranderd in uw nadeel. Daarom mocht u opzeggen.
ground-nothing-left = Er is geen verzekerd toestel meer.
cancelled-no-refund = U krijgt geen premie terug: u hebt niet betaald voor de tijd na het einde.
cancelled-last-title = Laatste betaling
cancelled-last = Voor de tijd tot het einde schrijven wij nog af:
cancelled-good-title = Goed om te weten
cancelled-claims = Had u vóór het einde schade? Meld die dan zo snel mogelijk, het liefst vóór het einde van de verzekering.
cancelled-third-parties = Er zijn websites die voor u opzeggen en daar soms geld voor vragen. Die horen niet bij ons. Bij ons opzeggen kost niets.

cancelled-intro-other = Uw verzekering stopt. Hieronder leest u wanneer en waarom.
ground-trustee = De curator heeft de verzekering beëindigd.
ground-moved = U verhuist naar een land waarvoor deze verzekering niet is gemaakt.

# DOC-09, DOC-11, DOC-16, DOC-21, DOC-22: de verzekeraar beëindigt de polis
ended-title = Wij beëindigen uw verzekering
ended-intro = Met deze brief laten wij u weten dat uw verzekering { $plan } stopt.
ended-after = Na dat moment is er niets meer verzekerd. Tot die tijd blijft alles zoals het is, als de premie is betaald.
ended-why = Waarom
ended-after-claim = U hebt een schade gehad. Binnen één maand nadat een schade is afgesloten, mag de verzekeraar de verzekering beëindigen. Wij houden de opzegtermijn in uw voorwaarden aan.
ended-not-renewed = De verzekeraar verlengt deze verzekering niet. Wij houden de opzegtermijn in uw voorwaarden aan.
ended-fraud = Wij hebben vastgesteld dat ons met opzet onjuiste informatie is gegeven. De verzekering stopt daarom meteen. Bedragen die ten onrechte zijn uitgekeerd en de kosten van ons onderzoek kunnen wij van u terugvragen.
ended-non-payment = De premie is niet betaald, ook niet nadat wij u daaraan hebben herinnerd. Omdat dit steeds gebeurt of te lang duurt, beëindigen wij de verzekering.
ended-bankruptcy = U bent failliet verklaard. De verzekeraar mag de verzekering dan beëindigen.
ended-sanctions = De wet verbiedt ons om u te verzekeren, omdat uw naam op een sanctielijst staat. De verzekering stopt meteen. Wij mogen u niets betalen.
ended-no-refund = U krijgt geen premie terug.
ended-date-title = Uw verzekering is afgelopen
ended-date-intro = Uw verzekering { $plan } is aan haar einddatum. Die staat op uw polisblad. De verzekering is daarom vanzelf gestopt.
ended-date-after = Daarna is er niets meer verzekerd. Wilt u het apparaat opnieuw verzekeren? Vraag dan een nieuwe verzekering aan.
ended-open = Nog te betalen
ended-open-text = Dit bedrag bent u ons nog verschuldigd voor de tijd tot het einde.
stays-title = Uw verzekering gaat door
stays-intro = U had uw verzekering { $plan } opgezegd, met einde op { $until }. Dat hebt u teruggenomen. De verzekering gaat door zoals voorheen.
stays-premium = U betaalt de premie zoals u dat deed.

## A change that was asked for is not made

declined-title = Wij hebben uw verzekering niet gewijzigd
declined-intro = U vroeg ons uw verzekering te wijzigen. Wij hebben ernaar gekeken en de wijziging niet doorgevoerd.
declined-why = Waarom niet
declined-stays = Uw verzekering loopt door zoals die was. U kunt het altijd opnieuw vragen, of ons laten weten dat u het anders ziet.

# DOC-17: wijziging van premie of voorwaarden
change-title = Er verandert iets in uw verzekering
change-intro = Wij wijzigen uw verzekering { $plan }. De wijziging gaat in op { $from }. In deze brief leest u wat er verandert, waarom, en wat u kunt doen.
change-from = Gaat in op
change-before = Tot die dag betaalt u
change-after = Vanaf die dag betaalt u
change-premium = Premie
change-premium-stays = blijft gelijk
change-conditions = Nieuwe voorwaarden
change-why = Waarom
change-agree = Bent u het ermee eens?
change-agree-text = Dan hoeft u niets te doen. Uw verzekering gaat gewoon door.
change-leave = Bent u het er niet mee eens?
change-leave-by = Dan kunt u uw verzekering stoppen tot en met { $date }
change-leave-text = De verzekering stopt dan aan het einde van { $date }, net voordat de wijziging ingaat. Dat kost u niets. Wat u voor de tijd daarna hebt betaald, krijgt u terug.
change-leave-how = U kunt het ons laten weten in Mijn Harmony, per e-mail, per brief of telefonisch. U hoeft niet te zeggen waarom.
change-link = Ik ga niet akkoord: stop mijn verzekering
change-no-leave = Deze wijziging is niet in uw nadeel. U krijgt er dus geen extra recht door om te stoppen. Opzeggen op de gewone manier kan wel.
change-read = De nieuwe voorwaarden staan in Mijn Harmony en op onze website. Wilt u ze op papier? Vraag het ons.
change-schedule = Als de wijziging ingaat, krijgt u een nieuw polisblad.
no-change-title = Uw verzekering blijft zoals die is
no-change-intro = Wij schreven u dat uw verzekering { $plan } zou veranderen op { $from }. Die wijziging gaat niet door.
no-change-premium = U blijft { $price } betalen
no-change-text = De voorwaarden blijven gelijk. U hoeft niets te doen.
no-change-stay = Wilt u toch blijven?
no-change-stay-text = U hebt uw verzekering gestopt vanwege de wijziging. Dat kunt u tot en met { $date } terugnemen in Mijn Harmony, of laat het ons weten per e-mail, brief of telefoon. Doet u niets, dan stopt de verzekering op die dag.

# DOC-20: een partner die meekijkt
partner-opened-title = { $partner } kijkt mee met uw verzekering
partner-opened-intro = U hebt ons gevraagd om { $partner } mee te laten kijken met uw verzekering { $plan }. Dat kan sinds { $at }.
partner-sees = Wat { $partner } ziet
partner-sees-policy = Uw naam, uw polisnummer en uw pakket.
partner-sees-device = Welk toestel verzekerd is, en of er nu dekking is.
partner-sees-claims = Of er schade of diefstal is gemeld, en hoe het daarmee staat.
partner-reports = { $partner } mag ook schade of diefstal voor u melden. Daarvan krijgt u altijd meteen bericht, en u kunt de melding zelf aanvullen.
partner-sees-not = Wat { $partner } niet ziet
partner-sees-not-money = Uw rekeningnummer en uw betalingen.
partner-sees-not-papers = Uw brieven, foto’s en bonnen.
partner-sees-not-facts = Wat u over een schade vertelt, en waarom wij iets besluiten.
partner-stop = Wilt u dit niet meer?
partner-stop-text = U kunt dit op elk moment stoppen, in Mijn Harmony of via onze klantenservice. U hoeft niet te zeggen waarom. { $partner } ziet dan meteen niets meer, en uw verzekering blijft hetzelfde.
partner-link = Bekijk of stop het meekijken
partner-not-you = Hebt u hier niet om gevraagd? Bel ons dan meteen: { $phone }.
partner-closed-title = { $partner } kijkt niet meer mee
partner-closed-intro = U hebt het meekijken gestopt. Sinds { $at } ziet { $partner } niets meer van uw verzekering { $plan }, en kan { $partner } geen schade meer voor u melden.
partner-closed-stays = Aan uw verzekering verandert niets. Wat al gemeld was, behandelen wij gewoon verder.
