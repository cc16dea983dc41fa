### De eigen verzekering wijzigen. Nederlands: kort en vriendelijk.


## Wat gewijzigd kan worden

policy-change = Iets wijzigen
own-title = Iets wijzigen
own-text = Kies wat er verandert. Voordat u bevestigt, ziet u vanaf wanneer het geldt, wat het kost of oplevert, en volgens welke regel.
own-group-device = Uw toestel
own-group-cover = Uw dekking
own-group-people = Wie verzekerd is
own-group-you = U en deze verzekering
own-swapped = Ander toestel of nummer
own-swapped-text = Gerepareerd, onder garantie vervangen, of het nummer klopte niet.
own-left = Toestel verkocht, weggegeven of weg
own-left-text = Het gaat van uw polis af. Is het uw enige toestel, dan eindigt de verzekering.
own-added = Toestel toevoegen
own-added-text = Op deze polis, met dezelfde verzekering.
own-plan = Andere verzekering kiezen
own-plan-text = Vanaf uw volgende premievervaldag.
own-person-added = Iemand noemen die ook verzekerd is
own-person-added-text = Iemand uit uw gezin, of iemand die voor u werkt.
own-person-left = Iemand is niet meer verzekerd
own-person-left-text = Bijvoorbeeld omdat diegene verhuisd is.
own-moved = Ik verhuis naar een ander land
own-moved-text = De verzekering eindigt dan. U ziet wat u terugkrijgt.
own-details = Adres, telefoon of e-mail
own-details-text = Waar wij u bereiken. Het geldt meteen; een nieuw e-mailadres zodra u onze link hebt gebruikt.
own-account = Rekening voor de premie
own-account-text = Van welke rekening wij afschrijven.
own-cancel = Opzeggen
own-cancel-text = U ziet eerst wanneer het eindigt en wat u terugkrijgt.

## Het formulier

own-item = Welk toestel?
own-swap = Waarom heeft het een ander nummer?
own-swap-warranty = De winkel of fabrikant heeft het onder garantie vervangen
own-swap-repaired = Het is gerepareerd
own-swap-wrong-number = Het nummer op mijn polis klopt niet
own-model = Merk en model
own-gone = Wat is er gebeurd?
own-gone-sold = Verkocht of weggegeven
own-gone-broken = Stuk, en ik meld geen schade
own-gone-stolen = Gestolen of kwijt, en ik meld geen schade
own-gone-not-wanted = Ik heb het nog, maar wil het niet meer verzekeren
own-gone-not-wanted-hint = De opzegtermijn en de minimale looptijd van uw polis gelden.
own-on = Welke dag?
own-on-hint = Bij een verhuizing: de eerste dag daar. Laat het anders leeg als het vandaag is.
own-person = Wie?
own-name = Voor- en achternaam
own-born = Geboortedatum
own-to = Waarheen?
own-to-NL = Nederland
own-to-BE = België
own-to-other = Een ander land
own-left-claim = Stuk of gestolen, en wilt u reparatie, vervanging of geld? Meld dan schade.
own-person-who = Gezinsleden die bij u wonen zijn toch al verzekerd; bij een bedrijf de mensen die voor u werken. Als u hen noemt, gaat het sneller als er iets gebeurt.
own-moved-within = Blijft u in hetzelfde land? Wijzig dan alleen uw adres.
own-show = Bekijk wat het betekent
own-no-change = Zo is het al. Er verandert niets.

## Wat het doet

own-told-title = Klopt dit?
own-told-letter = U krijgt een bevestiging, en een nieuw polisblad als de verzekering doorloopt.
own-consent = Wij kijken hier eerst naar. Tot wij akkoord zijn, verandert er niets en betaalt u niets extra.
own-confirm = Bevestigen
own-ask = Naar Harmony sturen
own-back = Terug naar het formulier
own-moved-insure = Wilt u zich daar ook verzekeren?
told-from = Geldt vanaf
told-from-now = nu
told-from-consent = het moment dat wij akkoord zijn
told-ends = Uw verzekering eindigt op
told-ends-text = Daarna is het toestel hier niet meer verzekerd.
told-premium = Premie per betaling
told-premium-same = { $amount }, blijft gelijk
told-premium-other = { $after } (nu { $before })
told-extra = Extra voor de dagen die nog komen
told-refund = Krijgt u terug
told-set-off = Gaat af van wat u nog moet betalen
told-rule = Regel
done-own-changed = Gewijzigd. De bevestiging is onderweg.
done-asked = Verstuurd. Wij kijken ernaar; u ziet hier hoe het ermee staat.
done-request-withdrawn = Ingetrokken. Er verandert niets.

## Hoe het ermee staat

policy-requests = Wat u ons vroeg
policy-coming = Dit gaat veranderen
policy-insured = Ook verzekerd
request-waiting = Wij kijken ernaar
request-granted = Gedaan
request-declined = Niet gedaan
request-asked = Gevraagd op { $at }
request-withdraw = Intrekken
coming-line = { $what } vanaf { $at }
coming-premium = De premie is dan { $amount }

## Op kantoor

change-what-added = Een toestel erbij
change-what-person-added = Iemand als verzekerde noemen
change-what-person-left = Iemand is niet meer verzekerd
change-name = Naam van de verzekerde
change-born = Geboortedatum
change-person = Wie is niet meer verzekerd?
change-show = Toon wat volgt
requests-title = Gevraagde wijzigingen
requests-none = Er wacht niets
requests-text = De klant vroeg dit in het portaal. Er is nog niets gewijzigd.
requests-grant = Akkoord en wijzigen
requests-decline = Niet akkoord
requests-reason = Waarom niet?
requests-reason-hint = De klant leest dit in een brief en in het portaal. Zeg wat er wel kan.
requests-cannot = Dit kan niet meer: { $why }
done-granted = Gewijzigd. De klant krijgt een nieuw polisblad.
done-declined = De klant krijgt een brief met uw reden.
requests-when = Gevraagd

## Waarom er dekking was of niet

cover-why-provisional = U had een aanvraag gedaan; wij hadden nog niet beslist.
cover-why-back = Alles was betaald. De dekking kwam 24 uur later terug.
cover-why-unpaid = De premie was niet op tijd betaald, ook niet na onze aanmaning.
cover-why-void = De aanvraag is niet geaccepteerd.
cover-why-not-accepted = De aanvraag is geen verzekering geworden.
cover-end-cooling-off = U hebt herroepen.
cover-end-ordinary = U hebt opgezegd.
cover-end-death = De verzekeringnemer is overleden.
cover-end-end-date = Einde van de looptijd.
cover-end-after-claim = U hebt na een schade opgezegd.
cover-end-insurer-after-claim = Wij zijn na een schade gestopt.
cover-end-insurer-ordinary = Wij hebben niet verlengd.
cover-end-fraud = Wij zijn gestopt omdat wij misleid zijn.
cover-end-repeated-non-payment = Wij zijn gestopt omdat de premie niet betaald werd.
cover-end-adverse-change = U bent weggegaan om een wijziging.
cover-end-insurer-bankruptcy = Wij zijn gestopt na een faillissement.
cover-end-trustee-bankruptcy = De curator heeft de verzekering beëindigd.
cover-end-sanctions = Wij moesten stoppen vanwege een sanctielijst.
cover-end-nothing-left = Er was geen verzekerd toestel meer.
cover-end-moved-away = U bent naar een ander land verhuisd.

## Herroepen

withdraw-here = Overeenkomst hier herroepen
withdraw-title = Toch van gedachten veranderd?
withdraw-text = U zit nog in de bedenktijd. U kunt herroepen zonder een reden te geven. U ziet eerst wat u terugkrijgt.
