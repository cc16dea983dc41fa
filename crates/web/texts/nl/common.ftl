### Nederlands: u, kort, vriendelijk.


## Frame

brand = Mijn Harmony
skip-to-content = Naar de inhoud
language-switch = Taal
nav-main = Hoofdmenu
nav-menu = Menu
nav-plans = Verzekeringen
nav-how = Hoe het werkt
nav-faq = Vragen
nav-contact = Contact
nav-privacy = Privacy
nav-conditions = Polisvoorwaarden
nav-apply = Verzekering aanvragen
nav-sign-in = Inloggen
nav-sign-out = Uitloggen
nav-overview = Overzicht
nav-claims = Schade
foot-insurance = Verzekeren
foot-help = Hulp
foot-about = Over ons
foot-complaint = Een klacht
foot-legal = Harmony Service Center B.V. beheert deze verzekering voor de verzekeraar. Postbus 21460, 3001 AL Rotterdam. Vergunning van Harmony Financial Services B.V.: AFM 12004420. Kifid 300.001913.

## Forms

form-optional = (mag leeg blijven)
form-faults = { $n ->
        [one] Eén ding klopt nog niet
       *[other] { $n } dingen kloppen nog niet
    }
form-required = Vul dit in.
form-choose = Kies een antwoord.
form-date-wrong = Deze datum bestaat niet. Schrijf hem als 21-11-2026.
form-date-future = Deze datum ligt in de toekomst.
form-email-wrong = Dit is geen e-mailadres. Een voorbeeld: naam@voorbeeld.nl
form-phone-wrong = Dit telefoonnummer klopt niet. Een voorbeeld: 06 12345678
form-iban-wrong = Dit rekeningnummer klopt niet. Kijk de letters en cijfers na.
form-imei-wrong = Dit IMEI-nummer klopt niet. Het heeft 15 cijfers.
form-serial-wrong = Dit serienummer klopt niet. Kijk de letters en cijfers na.
form-postcode-wrong = Deze postcode klopt niet. Een voorbeeld: 3011 AB
form-money-wrong = Dit bedrag klopt niet. Schrijf het als 749,00.
form-file-limits = Foto (JPG, PNG, WebP) of PDF, tot { $mb } MB per bestand.
form-file-too-large = Dit bestand is groter dan { $mb } MB. Kies een kleiner bestand of maak een nieuwe foto.
form-file-kind = Dit bestand kunnen wij niet lezen. Stuur een foto of een PDF.
form-file-missing = Voeg een foto of PDF toe.

## Answers

yes = Ja
no = Nee
unknown = Dat weet ik niet

## Words that stand alone

all = Alles
back = Terug
send = Versturen
print = Afdrukken
search = Zoeken
page-back = Vorige
page-on = Volgende

## Cover

cover-on = Verzekerd
cover-provisional = Voorlopig verzekerd
cover-off = Niet verzekerd
cover-ended = Gestopt
cover-ends = Eindigt
cover-none-now = Nu niet verzekerd
cover-today = vandaag
cover-picture = Tijdlijn van de dekking. Vandaag: { $now }.
cover-from = Vanaf { $from }
cover-from-to = { $from } tot { $to }

## Plans

plan-xandocare = Xandocare
plan-plus = Xandocare Plus
plan-plus-protect = Xandocare Plus Protect
plan-accident = Ongeval
plan-defect = Defect
plan-complete = Compleet

## Devices

device-phone = Telefoon
device-tablet = Tablet
device-laptop = Laptop
device-smartwatch = Smartwatch
device-other = Ander toestel

## Help with the IMEI (FAQ-02)

imei-where = Waar vind ik het IMEI-nummer?
imei-dial = Toets *#06# op het toestel, alsof u belt. Het nummer verschijnt op het scherm.
imei-back = Kijk op de achterkant van het toestel of op het simkaarthoudertje.
imei-papers = Het staat ook op uw aankoopbon, in uw telefooncontract, op de verpakking van de simkaart en op uw polisblad.

## Messages after something was done

done-signed-out = U bent uitgelogd.
done-saved = Opgeslagen.
done-sent = Verstuurd. Dank u wel.
done-decided = Uw besluit is vastgelegd.
done-already = Dit was al gedaan. Er is niets dubbel gebeurd.
form-too-long = Dit is te lang: hoogstens 200 tekens.
cover-checking = Wordt nagekeken
cover-rejected = Niet aangenomen
done-cancelled = Uw opzegging is ontvangen. U krijgt er bericht over.
form-time-wrong = Deze tijd klopt niet. Schrijf hem als 14:05.
done-reported = Uw melding is binnen. U ziet hier wat er nu gebeurt.
done-reported-before = Dit had u al gemeld. Hier is die melding.
done-report-discarded = De begonnen melding is weggegooid.


done-accepted-device = U hebt het apparaat aanvaard. Dank u wel.
