### Français : vous, court, aimable.


## Home

home-title = Votre téléphone, tablette et ordinateur bien assurés
home-headline = S’il tombe, nous sommes là.
home-lead = Assurez votre téléphone, tablette ou ordinateur contre les accidents, les pannes et le vol. Couverture provisoire immédiate et, pour chaque sinistre, vous voyez exactement pourquoi nous payons ou non.
home-apply = Faire une demande
home-claim = Déclarer un sinistre
home-plans = Trois formules, une seule façon de travailler
home-plans-lead = Vous choisissez ce que vous assurez. La franchise et la valeur de votre appareil figurent dans vos conditions particulières.
home-plans-be = Vous habitez en Belgique ? Voici nos formules pour la Belgique.
home-why = Ce que vous pouvez attendre de nous
home-why-now = Couvert immédiatement
home-why-now-text = Dès réception de votre demande, vous êtes couvert provisoirement. Vous recevez notre réponse dans les 14 jours.
home-why-clear = Chaque décision est motivée
home-why-clear-text = Chaque décision indique la clause des conditions sur laquelle elle repose et le calcul du montant.
home-why-world = Partout dans le monde
home-why-world-text = Peu importe où cela arrive. La réparation ou le remplacement se fait aux Pays-Bas.

## Plans

plans-title = Choisissez votre formule
plans-lead = Choisissez selon le pays où vous habitez.
plans-nl = Aux Pays-Bas
plans-nl-lead = Chaque formule couvre les accidents pendant et après la garantie. Choisissez Plus ou Plus Protect pour être aussi assuré contre le vol.
plans-be = En Belgique
plans-be-lead = Vous choisissez : les accidents, les pannes après la garantie, ou les deux.
plan-from = à partir de { $price }
plan-month = par mois
plan-price-example = Prix indicatif. La prime dépend de votre appareil ; taxe d’assurance comprise.
plan-price-later = Le prix s’affiche dès que vous indiquez votre appareil.
plan-choose = Choisir { $plan }
plan-best = La plus complète
covers-accident = Dommage accidentel
covers-defect = Panne après la garantie
covers-theft = Vol avec effraction ou violence
covers-case = Coque et protection d’écran font partie de l’appareil
plan-xandocare-text = Pour ceux qui craignent surtout une chute ou un verre d’eau.
plan-plus-text = Tout Xandocare, avec en plus l’assurance contre le vol.
plan-plus-protect-text = Tout Plus, pour ceux qui utilisent toujours une coque et une protection d’écran agréées. Les chutes et chocs ne sont couverts que si les deux étaient en place.
plan-accident-text = Pour qui craint surtout une chute ou un verre d’eau.
plan-defect-text = Pour qui veut garder un bon appareil en marche après la garantie. Sans franchise.
plan-complete-text = Accidents et pannes en une seule formule.
plans-not = Non assuré
plans-nl-not = La perte, le vol à la tire, l’usure et les rayures sans effet sur le fonctionnement ne sont couverts par aucune formule. Nous n’assurons pas les montres connectées.
plans-be-not = Le vol, la perte, l’usure et les rayures sans effet sur le fonctionnement ne sont couverts par aucune formule.
plans-excess = La franchise indiquée dans vos conditions particulières s’applique à chaque sinistre, sauf si elle est de 0 €.

## How it works

how-title = Comment ça marche
how-lead = De la demande à la réparation : voici les étapes.
how-apply = Vous faites la demande
how-apply-text = Indiquez votre appareil et vos données et joignez la preuve d’achat. Un compte n’est pas nécessaire.
how-provisional = Vous êtes couvert provisoirement
how-provisional-text = Confirmez votre adresse e-mail et la couverture provisoire court dès le moment de votre demande, 14 jours au plus.
how-accept = Nous décidons
how-accept-text = Si nous acceptons, vous recevez vos conditions particulières. Vous avez alors 14 jours pour vous rétracter. Si nous refusons, toute la prime vous est remboursée.
how-claim = Il arrive quelque chose
how-claim-text = Déclarez-le dans Mon Harmony dès que possible, au plus tard dans les 14 jours. En cas de vol : dans les 24 heures, portez plainte, verrouillez l’appareil à distance et faites bloquer la carte SIM.
how-decide = Vous recevez une décision motivée
how-decide-text = Vous voyez les règles appliquées et ce que nous payons. Seule une personne peut refuser un sinistre.
how-repair = Réparation, remplacement ou indemnité
how-repair-text = Notre réparateur répare l’appareil. Si c’est impossible, vous recevez un appareil équivalent ou une indemnité jusqu’à la valeur d’achat.

## Questions

faq-title = Questions et réponses
faq-lead = Votre question n’y est pas ? Appelez-nous ou écrivez-nous.
faq-damage = Dommage et réparation
faq-theft = Vol
faq-policy = Votre assurance
faq-claim-q = Comment déclarer un dommage ?
faq-claim-a = Connectez-vous à Mon Harmony. Vous y voyez vos appareils assurés ; choisissez l’appareil, puis Déclarer un sinistre. Sans compte, ouvrez-en un avec votre numéro de police ou appelez-nous.
faq-imei-q = Où trouver le numéro IMEI ?
faq-find-q = Comment désactiver Localiser mon iPhone ?
faq-find-a = C’est nécessaire pour une réparation. Sur l’iPhone, ouvrez Réglages, touchez votre nom, puis Localiser, et désactivez la fonction avec le mot de passe de votre compte Apple. L’appareil ne réagit plus ? Connectez-vous sur icloud.com et retirez-le de votre compte.
faq-backup-q = Faut-il faire une sauvegarde ?
faq-backup-a = Oui, avant d’envoyer l’appareil. Des données peuvent disparaître lors d’une réparation, et parfois vous recevez un autre appareil. Le réparateur ne fait pas de sauvegarde.
faq-loan-q = Ai-je droit à un appareil de prêt ?
faq-loan-a = Non. Il n’y a pas d’appareil de prêt pendant la réparation.
faq-stolen-q = Mon appareil a été volé. Que faire ?
faq-stolen-1 = Faites bloquer tout de suite la carte SIM par votre opérateur.
faq-stolen-2 = Mettez l’appareil en mode perdu ou verrouillez-le à distance.
faq-stolen-3 = Portez plainte à la police dans les 24 heures après avoir constaté le vol. Montrez où se trouve l’appareil : la localisation doit être activée.
faq-stolen-4 = Déclarez ensuite le vol dans Mon Harmony et joignez le procès-verbal.
faq-stolen-note = Le vol est assuré si vos conditions particulières le mentionnent (Plus et Plus Protect).
faq-lost-apple-q = Comment verrouiller un appareil Apple à distance ?
faq-lost-apple-a = Connectez-vous avec votre compte Apple sur icloud.com/find ou ouvrez l’app Localiser sur un autre appareil. Choisissez l’appareil, puis Perdu ou Verrouiller, et suivez les étapes. Avec le partage familial, les appareils de votre famille figurent sous leur nom.
faq-lost-google-q = Comment verrouiller un appareil Android à distance ?
faq-lost-google-a = Connectez-vous avec votre compte Google sur google.com/android/find. Choisissez l’appareil, puis verrouillez-le ou effacez-le. Plusieurs utilisateurs ? Utilisez le compte de l’utilisateur principal.
faq-theft-claim-q = De quoi ai-je besoin pour déclarer un vol ?
faq-theft-claim-a = Votre numéro de police et le numéro IMEI ou de série. Le numéro de police figure dans vos conditions particulières et dans la communication de votre extrait bancaire.
faq-excess-q = Y a-t-il une franchise ?
faq-excess-a = Oui, pour chaque sinistre, sauf si vous avez choisi une assurance sans franchise. Le montant figure dans vos conditions particulières.
faq-complaint-q = Comment introduire une réclamation ?
faq-complaint-a = Écrivez à customercare@harmony.nl ou à Postbus 21460, 3001 AL Rotterdam, avec votre numéro de police. Vous recevez une réponse dans les 15 jours ouvrables, souvent bien plus tôt.
faq-complaint-ladder = Toujours pas satisfait ? Vous pouvez vous adresser à l’assureur, puis au Kifid ou à l’ombudsman de l’île de Man, et enfin au tribunal.
faq-cancel-q = Comment résilier ?
faq-cancel-a = Dans Mon Harmony, avec le formulaire de contact ou par téléphone : +31 10 206 86 86 (Pays-Bas) ou +32 78 48 37 93 (Belgique). Vous voyez à l’avance quel jour votre assurance prend fin.
warning-cancel-sites = Attention aux services de résiliation sur internet
warning-cancel-sites-text = Les sites qui proposent de résilier pour vous n’ont aucun lien avec Harmony. Résilier chez nous est gratuit et prend quelques minutes.

## Contact

contact-title = Contact
contact-lead = Gardez votre numéro de police à portée de main. Nous vous aiderons plus vite.
contact-service = Questions et résiliation
contact-claims = Sinistres et votre dossier
contact-nl = Depuis les Pays-Bas
contact-be = Depuis la Belgique
contact-write = Nous écrire
contact-email = E-mail
contact-post = Courrier
contact-theft = Votre appareil vient d’être volé ?
contact-theft-text = Bloquez d’abord votre carte SIM et portez plainte. Lisez ce qu’il faut faire dans les 24 heures.
contact-theft-link = Que faire après un vol
contact-recorded = Nous pouvons enregistrer les appels pour retrouver ce qui a été convenu et former notre personnel. Nous les effaçons après 180 jours au plus.

## Privacy

privacy-title = Votre vie privée
privacy-lead = Nous utilisons vos données pour vous assurer et ne les gardons pas plus longtemps que nécessaire.
privacy-changed = Dernière modification le { $date }.
privacy-what = Les données que nous utilisons
privacy-what-text = Nom, date de naissance et sexe ; adresse, e-mail et téléphone ; numéro de client et de police ; compte bancaire et titulaire ; numéro IMEI ou de série de votre appareil ; et vos identifiants si vous avez un compte.
privacy-why = Pourquoi
privacy-why-1 = Évaluer votre demande et exécuter votre assurance : encaisser la prime, traiter les sinistres, payer.
privacy-why-2 = Rester en contact et améliorer notre service, aussi par de courtes enquêtes.
privacy-why-3 = Prévenir la fraude et respecter la loi.
privacy-why-4 = Des nouvelles de nos produits. Vous pouvez toujours vous désabonner.
privacy-rights = Vos droits
privacy-access = Accès et rectification
privacy-access-text = Demandez ce que nous savons de vous. Vous recevez un aperçu dans les 4 semaines. En cas d’erreur, nous corrigeons.
privacy-erase = Effacement
privacy-erase-text = Nous effaçons vos données dès qu’elles ne sont plus nécessaires à votre assurance ou exigées par la loi. Sinon, nous expliquons pourquoi ce n’est pas encore possible.
privacy-object = Opposition et limitation
privacy-object-text = Dites non à la publicité, ou demandez de ne pas utiliser des données pendant un temps.
privacy-move = Portabilité
privacy-move-text = Emportez vos données ailleurs, sous une forme lisible par ordinateur.
privacy-keep = Durée de conservation
privacy-keep-text = Aussi longtemps que nécessaire. Appels enregistrés : 180 jours au plus ; factures : 7 ans.
privacy-share = Avec qui nous partageons
privacy-share-text = L’assureur reçoit ce qui est nécessaire à votre police. Après un sinistre, le réparateur reçoit vos nom, adresse et téléphone, rien de plus. Un magasin ne voit quelque chose que si vous l’autorisez.
privacy-cookies = Cookies
privacy-cookies-text = Ce site n’utilise que les cookies nécessaires : pour votre langue, votre connexion et la sécurité des formulaires.
privacy-ask = Questions ou réclamation sur la vie privée
privacy-ask-text = Écrivez au responsable de la vie privée : privacy@harmony.nl, ou Postbus 21460, 3001 AL Rotterdam. Sans solution, vous pouvez saisir l’autorité néerlandaise de protection des données, P.O. Box 93374, 2509 AJ La Haye ; en Belgique aussi l’Autorité de protection des données.

## Conditions

conditions-title = Conditions et documents d’information
conditions-lead = La version indiquée dans vos conditions particulières s’applique à votre assurance.
conditions-none = Aucun document pour l’instant
conditions-none-text = Demandez-les-nous et nous vous les enverrons.
wording-version = Version { $version }. La version mentionnée dans vos conditions particulières s’applique à votre assurance.
wording-grant = Ce qui est couvert
wording-condition = Ce qui doit être rempli
wording-exclusion = Ce qui n’est pas couvert
wording-not-paid = Ce qui n’est pas indemnisé
wording-obligation = Ce que nous vous demandons
wording-note = Ceci est un résumé par article. N’hésitez pas à nous demander les conditions complètes.
