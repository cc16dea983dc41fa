### Nederlands: u, kort, vriendelijk.


## Home

home-title = Uw telefoon, tablet en laptop goed verzekerd
home-headline = Valt hij? Dan vangen wij het op.
home-lead = Verzeker uw telefoon, tablet of laptop tegen ongelukken, defecten en diefstal. Direct voorlopig gedekt, en bij schade ziet u precies waarom wij iets betalen of niet.
home-apply = Aanvragen
home-claim = Schade melden
home-plans = Drie verzekeringen, één manier van werken
home-plans-lead = U kiest wat u wilt verzekeren. Het eigen risico en de waarde van uw toestel staan op uw polisblad.
home-plans-be = Woont u in België? Dit zijn onze verzekeringen voor België.
home-why = Wat u van ons mag verwachten
home-why-now = Direct gedekt
home-why-now-text = Zodra uw aanvraag binnen is, bent u voorlopig verzekerd. Binnen 14 dagen hoort u of wij de verzekering aannemen.
home-why-clear = Elk besluit met reden
home-why-clear-text = Bij elk besluit leest u welk artikel van de voorwaarden erachter zit en hoe het bedrag is berekend.
home-why-world = Overal ter wereld
home-why-world-text = Het maakt niet uit waar het gebeurt. De reparatie of vervanging regelen wij in Nederland.

## Plans

plans-title = Kies uw verzekering
plans-lead = Kies het land waar u woont.
plans-nl = In Nederland
plans-nl-lead = Elke verzekering dekt ongelukken tijdens en na de garantie. Kies Plus of Plus Protect als u ook tegen diefstal verzekerd wilt zijn.
plans-be = In België
plans-be-lead = U kiest: ongelukken, defecten na de garantie, of allebei.
plan-from = vanaf { $price }
plan-month = per maand
plan-price-example = Voorbeeldprijs. De premie hangt af van uw toestel; assurantiebelasting is inbegrepen.
plan-price-later = U ziet de prijs zodra u uw toestel invult.
plan-choose = Kies { $plan }
plan-best = Meest compleet
covers-accident = Schade door een ongeluk
covers-defect = Defect na de garantie
covers-theft = Diefstal na braak of beroving
covers-case = Hoes en screenprotector horen bij het toestel
plan-xandocare-text = Voor wie vooral bang is voor een val of een glas water.
plan-plus-text = Alles van Xandocare, en ook verzekerd tegen diefstal.
plan-plus-protect-text = Alles van Plus, voor wie altijd een goedgekeurde hoes en screenprotector gebruikt. Val- en stootschade is alleen verzekerd als u beide droeg.
plan-accident-text = Voor wie vooral bang is voor een val of een glas water.
plan-defect-text = Voor wie een goed toestel ook na de garantie werkend wil houden. Zonder eigen risico.
plan-complete-text = Ongelukken en defecten in één verzekering.
plans-not = Niet verzekerd
plans-nl-not = Verlies, zakkenrollen, slijtage en krassen die niets uitmaken voor de werking zijn bij geen enkele verzekering gedekt. Een smartwatch kunt u bij ons niet verzekeren.
plans-be-not = Diefstal, verlies, slijtage en krassen die niets uitmaken voor de werking zijn bij geen enkele verzekering gedekt.
plans-excess = Bij elke schade geldt het eigen risico op uw polisblad, tenzij daar staat dat het € 0 is.

## How it works

how-title = Hoe het werkt
how-lead = Van aanvraag tot reparatie: zo gaat het.
how-apply = U vraagt aan
how-apply-text = Vul uw toestel en uw gegevens in en stuur de aankoopbon mee. Een account is niet nodig.
how-provisional = U bent voorlopig verzekerd
how-provisional-text = Bevestig uw e-mailadres en de voorlopige dekking loopt vanaf het moment van uw aanvraag, hoogstens 14 dagen.
how-accept = Wij beslissen
how-accept-text = Nemen wij de verzekering aan, dan krijgt u uw polisblad. U hebt dan nog 14 dagen bedenktijd. Nemen wij haar niet aan, dan krijgt u alle premie terug.
how-claim = Er gebeurt iets
how-claim-text = Meld het zo snel mogelijk in Mijn Harmony, uiterlijk binnen 14 dagen. Bij diefstal: binnen 24 uur aangifte doen, het toestel op afstand blokkeren en de simkaart laten blokkeren.
how-decide = U krijgt een besluit met reden
how-decide-text = U ziet welke regels gelden en wat wij betalen. Alleen een mens kan een schade afwijzen.
how-repair = Reparatie, vervanging of geld
how-repair-text = Onze reparateur maakt het toestel. Kan dat niet, dan krijgt u een gelijkwaardig toestel of een uitkering tot de aankoopwaarde.

## Questions

faq-title = Vragen en antwoorden
faq-lead = Staat uw vraag er niet bij? Bel of mail ons.
faq-damage = Schade en reparatie
faq-theft = Diefstal
faq-policy = Uw verzekering
faq-claim-q = Hoe meld ik schade?
faq-claim-a = Log in bij Mijn Harmony. U ziet daar uw verzekerde toestellen; kies het toestel en klik op Schade melden. Hebt u geen account, dan kunt u er een openen met uw polisnummer, of ons bellen.
faq-imei-q = Waar vind ik het IMEI-nummer?
faq-find-q = Hoe zet ik Zoek mijn iPhone uit?
faq-find-a = Dat is nodig voor een reparatie. Ga op de iPhone naar Instellingen, tik op uw naam, dan op Zoek mijn, en zet de functie uit met het wachtwoord van uw Apple-account. Doet het toestel niets meer? Log dan in op icloud.com en verwijder het daar uit uw account.
faq-backup-q = Moet ik een back-up maken?
faq-backup-a = Ja, doe dat voordat u het toestel opstuurt. Bij een reparatie kunnen gegevens verdwijnen, en soms krijgt u een ander toestel. De reparateur maakt zelf geen back-up.
faq-loan-q = Krijg ik een leentoestel?
faq-loan-a = Nee. Tijdens de reparatie is er geen leentoestel.
faq-stolen-q = Mijn toestel is gestolen. Wat nu?
faq-stolen-1 = Laat meteen uw simkaart blokkeren door uw provider.
faq-stolen-2 = Zet het toestel in de verliesmodus of vergrendel het op afstand.
faq-stolen-3 = Doe aangifte bij de politie binnen 24 uur nadat u de diefstal merkte. Laat de politie zien waar het toestel is: de zoekfunctie moet aanstaan.
faq-stolen-4 = Meld de diefstal daarna in Mijn Harmony en voeg de aangifte toe.
faq-stolen-note = Diefstal is verzekerd als uw polisblad dat vermeldt (Plus en Plus Protect).
faq-lost-apple-q = Hoe vergrendel ik een Apple-toestel op afstand?
faq-lost-apple-a = Log met uw Apple-account in op icloud.com/find of open de app Zoek mijn op een ander toestel. Kies het toestel en dan Verloren of Vergrendel, en volg de stappen. Bij delen met gezin staan de toestellen van uw gezin onder hun naam.
faq-lost-google-q = Hoe vergrendel ik een Android-toestel op afstand?
faq-lost-google-a = Log met uw Google-account in op google.com/android/find. Kies het toestel en vergrendel of wis het. Heeft het toestel meer gebruikers? Gebruik dan het account van de hoofdgebruiker.
faq-theft-claim-q = Wat heb ik nodig om diefstal te melden?
faq-theft-claim-a = Uw polisnummer en het IMEI- of serienummer. Het polisnummer staat op uw polisblad en in de omschrijving op uw bankafschrift.
faq-excess-q = Heb ik een eigen risico?
faq-excess-a = Ja, bij elke schade, tenzij u een verzekering zonder eigen risico hebt. Het bedrag staat op uw polisblad.
faq-complaint-q = Hoe dien ik een klacht in?
faq-complaint-a = Mail naar customercare@harmony.nl of schrijf naar Postbus 21460, 3001 AL Rotterdam. Zet uw polisnummer erbij. U krijgt binnen 15 werkdagen antwoord, meestal veel eerder.
faq-complaint-ladder = Bent u daarna niet tevreden? Dan kunt u naar de verzekeraar, daarna naar Kifid of de ombudsman van het eiland Man, en ten slotte naar de rechter.
faq-cancel-q = Hoe zeg ik op?
faq-cancel-a = In Mijn Harmony, met het contactformulier of per telefoon: +31 10 206 86 86 (Nederland) of +32 78 48 37 93 (België). U ziet vooraf op welke dag uw verzekering stopt.
warning-cancel-sites = Let op met opzegdiensten op internet
warning-cancel-sites-text = Websites die voor u willen opzeggen horen niet bij Harmony. Bij ons opzeggen is gratis en in een paar minuten gedaan.

## Contact

contact-title = Contact
contact-lead = Houd uw polisnummer bij de hand. Dan helpen wij u sneller.
contact-service = Vragen en opzeggen
contact-claims = Schade melden en uw dossier
contact-nl = Vanuit Nederland
contact-be = Vanuit België
contact-write = Schrijven
contact-email = E-mail
contact-post = Post
contact-theft = Is uw toestel net gestolen?
contact-theft-text = Blokkeer eerst uw simkaart en doe aangifte. Lees wat u binnen 24 uur moet doen.
contact-theft-link = Wat te doen na diefstal
contact-recorded = Wij kunnen telefoongesprekken opnemen om afspraken te kunnen nazoeken en onze mensen te trainen. Na hoogstens 180 dagen wissen wij ze.

## Privacy

privacy-title = Uw privacy
privacy-lead = Wij gebruiken uw gegevens om u te verzekeren, en bewaren ze niet langer dan nodig is.
privacy-changed = Laatst gewijzigd op { $date }.
privacy-what = Welke gegevens wij gebruiken
privacy-what-text = Naam, geboortedatum en geslacht; adres, e-mail en telefoon; klant- en polisnummer; rekeningnummer en tenaamstelling; het IMEI- of serienummer van uw toestel; en uw inloggegevens als u een account hebt.
privacy-why = Waarvoor
privacy-why-1 = Uw aanvraag beoordelen en uw verzekering uitvoeren: premie innen, schade afhandelen, betalen.
privacy-why-2 = Contact met u houden en onze dienst verbeteren, ook met korte enquêtes.
privacy-why-3 = Fraude voorkomen en ons aan de wet houden.
privacy-why-4 = Nieuws over onze producten. U kunt zich altijd afmelden.
privacy-rights = Uw rechten
privacy-access = Inzage en rectificatie
privacy-access-text = Vraag wat wij van u weten. U krijgt binnen 4 weken een overzicht. Klopt er iets niet, dan verbeteren wij het.
privacy-erase = Wissing
privacy-erase-text = Wij wissen uw gegevens als wij ze niet meer nodig hebben voor uw verzekering of voor de wet. Anders leggen wij uit waarom het nog niet kan.
privacy-object = Bezwaar en beperking
privacy-object-text = Zeg nee tegen reclame, of vraag ons gegevens even niet te gebruiken.
privacy-move = Overdraagbaarheid
privacy-move-text = Neem uw gegevens mee naar een ander, in een vorm die computers kunnen lezen.
privacy-keep = Hoe lang wij bewaren
privacy-keep-text = Zo lang als nodig. Opgenomen gesprekken hoogstens 180 dagen, facturen 7 jaar.
privacy-share = Met wie wij delen
privacy-share-text = De verzekeraar krijgt wat nodig is voor uw polis. De reparateur krijgt na een schade uw naam, adres en telefoonnummer, meer niet. Een winkel ziet alleen iets als u dat toestaat.
privacy-cookies = Cookies
privacy-cookies-text = Deze site gebruikt alleen cookies die nodig zijn: voor uw taal, uw aanmelding en de veiligheid van formulieren.
privacy-ask = Vragen of een klacht over privacy
privacy-ask-text = Schrijf naar de privacymanager: privacy@harmony.nl, of Postbus 21460, 3001 AL Rotterdam. Komen wij er samen niet uit? Dan kunt u naar de Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag. Woont u in België, dan ook naar de Gegevensbeschermingsautoriteit.

## Conditions

conditions-title = Voorwaarden en verzekeringskaarten
conditions-lead = Op uw verzekering is de versie van toepassing die op uw polisblad staat.
conditions-none = Er staan nog geen documenten klaar
conditions-none-text = Vraag ze bij ons op; wij sturen ze u toe.
wording-version = Versie { $version }. De versie die op uw polisblad staat, geldt voor uw verzekering.
wording-grant = Wat is verzekerd
wording-condition = Waaraan moet zijn voldaan
wording-exclusion = Wat is niet verzekerd
wording-not-paid = Wat wordt niet vergoed
wording-obligation = Wat wij van u vragen
wording-note = Dit is een samenvatting per artikel. Vraag ons gerust om de volledige voorwaarden.
