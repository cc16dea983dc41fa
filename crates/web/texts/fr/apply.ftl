### Français : vous, court, aimable.


## The application form

apply-title = Demander une assurance
apply-lead = Gardez votre appareil et votre preuve d’achat à portée de main. Comptez cinq minutes ; aucun compte n’est nécessaire.
apply-part-plan = 1. Votre formule
apply-part-device = 2. Votre appareil
apply-part-purchase = 3. L’achat
apply-part-you = 4. À votre sujet
apply-part-you-text = Vous devenez preneur d’assurance et devez avoir 18 ans ou plus. L’appareil est à votre enfant ? Faites la demande comme parent ou tuteur.
apply-part-reach = 5. Comment vous joindre
apply-part-pay = 6. Paiement
apply-part-pay-text = Nous encaissons la prime par domiciliation. Nous vous annonçons toujours le jour et le montant à l’avance.
apply-part-agree = 7. Accord
apply-plan = Quelle formule choisissez-vous ?
apply-device = De quel type d’appareil s’agit-il ?
apply-device-phone = Téléphone
apply-device-tablet = Tablette
apply-device-laptop = Ordinateur portable
apply-brand = Marque
apply-model = Modèle
apply-model-hint = Par exemple iPhone 15, 128 Go
apply-imei = Numéro IMEI
apply-imei-hint = 15 chiffres, pour un téléphone ou une tablette avec carte SIM.
apply-serial = Numéro de série
apply-serial-hint = Pour un ordinateur portable, ou une tablette sans carte SIM.
apply-bought = Date d’achat
apply-price = Valeur d’achat
apply-price-hint = Le prix sur la preuve d’achat.
apply-warranty = Garantie du fabricant en mois
apply-warranty-hint = Seulement si elle dépasse 24 mois.
apply-proof = Preuve d’achat
apply-proof-hint = Un ticket ou une facture où se lisent le magasin, la date, l’appareil et le prix.
apply-first-name = Prénom
apply-last-name = Nom
apply-born = Date de naissance
apply-user = Qui utilise l’appareil ?
apply-user-me = Moi-même
apply-user-family = Un membre de ma famille, par exemple mon enfant
apply-user-staff = Quelqu’un qui travaille pour mon entreprise
apply-family-text = Vous restez preneur d’assurance ; le membre de votre famille est l’assuré.
apply-user-name = Nom du membre de la famille
apply-user-born = Date de naissance du membre de la famille
apply-email = Adresse e-mail
apply-email-hint = Nous y envoyons un lien pour confirmer votre demande.
apply-phone = Numéro de téléphone
apply-postcode = Code postal
apply-house-number = Numéro et complément
apply-street = Rue
apply-town = Localité
apply-iban = Numéro de compte (IBAN)
apply-holder = Nom du titulaire du compte
apply-mandate = Je donne mandat à Harmony d’encaisser la prime sur ce compte.
apply-mandate-hint = En cas de désaccord, votre banque peut rembourser un prélèvement dans les 8 semaines.
apply-email-consent = Envoyez-moi la police et les lettres par e-mail.
apply-email-consent-hint = Sinon, vous recevez tout par la poste. Vous pourrez changer cela à tout moment.
apply-conditions = J’ai lu les conditions générales et le document d’information et je les accepte.
apply-truth = J’ai répondu sincèrement. L’appareil est intact et fonctionne bien.
apply-privacy = L’usage que nous faisons de vos données est expliqué ici :
apply-next = Après l’envoi, vous recevez un e-mail. Confirmez-y votre demande ; vous êtes alors couvert provisoirement dès le moment de votre demande.
apply-send = Envoyer la demande
apply-underage = Le preneur d’assurance doit avoir 18 ans ou plus. Demandez à un parent ou tuteur de faire la demande.
apply-one-number = Indiquez le numéro IMEI ou le numéro de série.
apply-must-agree = Sans cet accord, nous ne pouvons pas vous assurer.

## After sending

applied-title = Encore une étape : consultez vos e-mails
applied-text = Nous avons envoyé un e-mail à { $email }. Ouvrez le lien qu’il contient pour confirmer votre demande.
applied-not-yet = Vous n’êtes pas encore couvert
applied-not-yet-text = Dès votre confirmation, la couverture provisoire court depuis l’envoi de la demande. Le lien est valable 24 heures.
applied-nothing = Rien reçu ? Regardez dans les indésirables ou contactez-nous.
confirm-title = Confirmez votre demande
confirm-text = Est-ce correct ? Un clic et votre demande est complète.
confirm-button = Oui, je confirme ma demande
confirm-not-me = Vous n’avez rien demandé ? Ne faites rien. Rien ne se passera et nous effacerons les données.
confirmed-title = Nous avons bien reçu votre demande
confirmed-covered = { $device } est désormais couvert provisoirement.
confirmed-check = Avant que la couverture provisoire ne commence, un collaborateur vérifie un point. Vous aurez de nos nouvelles au plus vite.
confirmed-number = Numéro de votre demande
confirmed-from = Couverture provisoire à partir du
confirmed-until = Jusqu’au plus tard
confirmed-next = Et maintenant ?
confirmed-next-1 = Nous examinons votre demande. Il arrive que nous posions une question.
confirmed-next-2 = Dans les 14 jours, vous recevez vos conditions particulières, ou un refus. Dans ce cas, toute la prime vous est remboursée.
confirmed-next-3 = Il arrive quelque chose à votre appareil entre-temps ? Dites-le-nous tout de suite.
