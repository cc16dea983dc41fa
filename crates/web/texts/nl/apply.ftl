### Nederlands: u, kort, vriendelijk.


## The application form

apply-title = Verzekering aanvragen
apply-lead = Houd uw toestel en uw aankoopbon bij de hand. Het duurt ongeveer vijf minuten, en u hebt geen account nodig.
apply-part-plan = 1. Uw verzekering
apply-part-device = 2. Uw toestel
apply-part-purchase = 3. De aankoop
apply-part-you = 4. Over u
apply-part-you-text = U wordt verzekeringnemer en moet daarvoor 18 jaar of ouder zijn. Is het toestel van uw kind? Vraag dan als ouder of voogd aan.
apply-part-reach = 5. Hoe wij u bereiken
apply-part-pay = 6. Betalen
apply-part-pay-text = Wij incasseren de premie. U krijgt altijd vooraf bericht over de dag en het bedrag.
apply-part-agree = 7. Akkoord
apply-plan = Welke verzekering kiest u?
apply-device = Wat voor toestel is het?
apply-device-phone = Telefoon
apply-device-tablet = Tablet
apply-device-laptop = Laptop
apply-brand = Merk
apply-model = Model
apply-model-hint = Bijvoorbeeld iPhone 15, 128 GB
apply-imei = IMEI-nummer
apply-imei-hint = 15 cijfers, voor een telefoon of een tablet met simkaart.
apply-serial = Serienummer
apply-serial-hint = Voor een laptop, of een tablet zonder simkaart.
apply-bought = Aankoopdatum
apply-price = Aankoopwaarde
apply-price-hint = De prijs op het aankoopbewijs.
apply-warranty = Garantie van de fabrikant in maanden
apply-warranty-hint = Alleen als die langer is dan 24 maanden.
apply-proof = Aankoopbewijs
apply-proof-hint = Een bon of factuur waarop winkel, datum, toestel en prijs te lezen zijn.
apply-first-name = Voornaam
apply-last-name = Achternaam
apply-born = Geboortedatum
apply-user = Wie gebruikt het toestel?
apply-user-me = Ikzelf
apply-user-family = Iemand van mijn gezin, bijvoorbeeld mijn kind
apply-user-staff = Iemand die voor mijn bedrijf werkt
apply-family-text = U blijft verzekeringnemer; uw gezinslid is verzekerde.
apply-user-name = Naam van het gezinslid
apply-user-born = Geboortedatum van het gezinslid
apply-email = E-mailadres
apply-email-hint = Hierheen sturen wij een link om uw aanvraag te bevestigen.
apply-phone = Telefoonnummer
apply-postcode = Postcode
apply-house-number = Huisnummer en toevoeging
apply-street = Straat
apply-town = Plaats
apply-iban = Rekeningnummer (IBAN)
apply-holder = Naam van de rekeninghouder
apply-mandate = Ik geef Harmony een machtiging om de premie van deze rekening te incasseren.
apply-mandate-hint = Bent u het niet eens met een incasso? Dan kunt u hem binnen 8 weken bij uw bank laten terugboeken.
apply-email-consent = Stuur mij polis en brieven per e-mail.
apply-email-consent-hint = Anders krijgt u alles per post. U kunt dit later altijd veranderen.
apply-conditions = Ik heb de polisvoorwaarden en de verzekeringskaart gelezen en ga ermee akkoord.
apply-truth = Ik heb alles naar waarheid ingevuld. Het toestel is heel en werkt goed.
apply-privacy = Hoe wij met uw gegevens omgaan, leest u hier:
apply-next = Na het versturen krijgt u een e-mail. Bevestig daarmee uw aanvraag; dan bent u voorlopig verzekerd vanaf het moment van uw aanvraag.
apply-send = Aanvraag versturen
apply-underage = De verzekeringnemer moet 18 jaar of ouder zijn. Laat een ouder of voogd aanvragen.
apply-one-number = Vul het IMEI-nummer of het serienummer in.
apply-must-agree = Zonder dit akkoord kunnen wij u niet verzekeren.

## After sending

applied-title = Nog één stap: kijk in uw mail
applied-text = Wij hebben een e-mail gestuurd naar { $email }. Open de link daarin om uw aanvraag te bevestigen.
applied-not-yet = U bent nog niet verzekerd
applied-not-yet-text = Zodra u bevestigt, geldt de voorlopige dekking vanaf het moment dat u de aanvraag verstuurde. De link werkt 24 uur.
applied-nothing = Niets gekregen? Kijk bij de ongewenste mail of neem contact op.
confirm-title = Bevestig uw aanvraag
confirm-text = Klopt dit? Met één klik is uw aanvraag compleet.
confirm-button = Ja, ik bevestig mijn aanvraag
confirm-not-me = Hebt u dit niet aangevraagd? Doe dan niets. Er gebeurt niets en wij wissen de gegevens.
confirmed-title = Uw aanvraag is binnen
confirmed-covered = { $device } is nu voorlopig verzekerd.
confirmed-check = Voor de voorlopige dekking kan ingaan, kijkt een medewerker nog iets na. U hoort zo snel mogelijk van ons.
confirmed-number = Nummer van uw aanvraag
confirmed-from = Voorlopig verzekerd vanaf
confirmed-until = Uiterlijk tot
confirmed-next = Wat er nu gebeurt
confirmed-next-1 = Wij bekijken uw aanvraag. Soms vragen wij nog iets.
confirmed-next-2 = Binnen 14 dagen krijgt u uw polisblad, of bericht dat wij de verzekering niet aannemen. In dat laatste geval krijgt u alle premie terug.
confirmed-next-3 = Gebeurt er intussen iets met uw toestel? Meld het ons meteen.
