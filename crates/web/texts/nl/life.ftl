### Het leven van een polis: gegevens, rekening, opzeggen, wijzigen. Nederlands: kort en vriendelijk.


## Hoe wij u bereiken

nav-details = Mijn gegevens
details-title = Mijn gegevens
details-name = Verandert uw naam? Stuur ons dan een bericht; daar hebben wij een bewijs van nodig.
details-reach = Adres, telefoon en brieven
details-save = Opslaan
details-email = E-mailadres
details-email-none = Wij hebben geen e-mailadres van u.
details-email-now = Wij schrijven naar { $email }.
details-email-waits = Wij hebben een link gestuurd naar { $email }. Het adres geldt zodra u die link gebruikt.
details-email-send = E-mailadres wijzigen
reach-name = Naam
reach-street = Straat en huisnummer
reach-postcode = Postcode
reach-town = Plaats
reach-country = Land
reach-country-NL = Nederland
reach-country-BE = België
reach-phone = Telefoon
reach-language = Wij schrijven u in het
reach-language-nl = Nederlands
reach-language-en = Engels
reach-language-fr = Frans
reach-letters = Hoe wilt u brieven krijgen?
reach-letters-email = Per e-mail
reach-letters-post = Per post
reach-email = Nieuw e-mailadres
reach-email-hint = Wij sturen er een link naartoe. Het adres geldt zodra de link is gebruikt.
address-title = Bevestig uw nieuwe e-mailadres
address-text = Vanaf nu schrijven wij naar { $email }.
address-button = E-mailadres bevestigen
done-address-asked = Wij hebben een link naar het nieuwe adres gestuurd. Kijk in uw mail.
done-address-confirmed = Uw nieuwe e-mailadres geldt vanaf nu.

## De rekening voor de premie

payer-title = Rekening voor de premie
payer-none = Wij schrijven de premie nog niet af. Met een machtiging doen wij dat voor u.
payer-now = Wij schrijven nu af van { $account }.
payer-from = Wij schrijven van deze rekening af vanaf de volgende incasso. Wat al is aangekondigd, kan nog van de oude rekening gaan.
payer-signed = Getekend op
payer-send = Rekening opslaan
policy-account-change = Rekening wijzigen
done-account = Opgeslagen. U krijgt een bevestiging van de machtiging.

## Ingevoerd op iemands woord

desk-acts = Wijzigen
word-title = Hoe weten wij dit?
word-channel = Hoe kwam het binnen?
word-channel-phone = Telefoon
word-channel-email = E-mail
word-channel-post = Brief
word-channel-form = Contactformulier
word-note = Wie zei wat?
word-note-hint = Voor ons eigen dossier. Noteer met wie u sprak of wie tekende, en namens wie.
word-paper = Brief, mail of bewijs van volmacht
person-title = Gegevens van de klant
person-text = Wijzig dit alleen als de klant het ons heeft gemeld, en schrijf op hoe wij het weten.

## Brieven die niet aankwamen

letters-title = Brieven die niet aankwamen
letters-text = Controleer eerst het adres. Een brief die opnieuw gaat, gaat naar het adres dat wij nu hebben.
letters-none = Alles is bezorgd
letters-by-post = Per post sturen
letters-by-email = Per e-mail sturen
done-sent-again = De brief gaat opnieuw.
letter-contact-changed = Bevestiging van uw gegevens
letter-address-link = Link voor uw nieuwe e-mailadres

## The way back to the form

applied-wrong = Klopt het adres of iets anders niet?
applied-change = Mijn antwoorden wijzigen
