# DOC-04 : conditions particulières
issued-title = Bienvenue : voici vos conditions particulières { $plan }
issued-intro = Bonne nouvelle : nous avons accepté votre demande. Vous êtes maintenant assuré avec { $plan }.
issued-again-title = Vos nouvelles conditions particulières { $plan }
issued-again-intro = Quelque chose a changé dans votre assurance { $plan }. Vous recevez donc de nouvelles conditions particulières. Elles remplacent les précédentes.
issued-attached = Vous trouverez vos conditions particulières en pièce jointe. Gardez-les bien.
issued-check = Quelque chose n’est pas exact, ou va changer ? Dites-le-nous tout de suite. Vous pouvez aussi le faire dans Mon Harmony.
withdraw-title = Délai de réflexion
withdraw = Vous pouvez résilier cette assurance sans frais jusqu’au { $date } inclus. Vous ne devez pas dire pourquoi. Si vous n’avez pas déclaré de sinistre, nous vous remboursons toute la prime. Vous pouvez résilier dans Mon Harmony, par e-mail, par lettre ou par téléphone.

schedule-title = Conditions particulières
schedule-lead = { $plan } · numéro { $issue } · valables à partir du { $date }
schedule-insurance = Votre assurance
schedule-holder = Preneur d’assurance
schedule-use = Usage
schedule-use-private = Privé
schedule-use-business = Professionnel
schedule-starts = Début
schedule-minimum = Durée minimale
schedule-minimum-value = { $term }, jusqu’au { $date } inclus
schedule-expires = Échéance de la police
schedule-renewal = Ensuite
schedule-renewal-value = reconduite chaque fois de { $term }
schedule-end = Date de fin
schedule-conditions = Conditions
schedule-premium = Votre prime
schedule-net = Prime
schedule-tax-nl = Taxe d’assurance { $rate }
schedule-tax-be = Taxe sur les opérations d’assurance { $rate }
schedule-frequency = Vous payez
schedule-due = Échéance
schedule-due-value = le { $day } du mois
schedule-payment = Comment
schedule-payment-debit = Domiciliation sur { $account }
schedule-payment-transfer = Par virement
schedule-payment-paid = Déjà payée
schedule-covers = Pour quoi êtes-vous assuré ?
schedule-devices = { $count ->
    [one] Votre appareil assuré
   *[other] Vos { $count } appareils assurés
 }
schedule-device = Appareil
schedule-number = Numéro
schedule-bought = Acheté
schedule-value = Valeur d’achat
schedule-excess = Franchise
schedule-clauses = Conditions supplémentaires
schedule-parties = Qui fait quoi ?
schedule-withdraw = Vous pouvez résilier sans frais jusqu’au { $date } inclus.

covered = Assuré
not-covered = Non assuré
cover-accident = Dommage accidentel
cover-accident-detail = Votre appareil est abîmé par une cause extérieure, soudaine et imprévue.
cover-defect = Panne après la garantie
cover-defect-detail = Votre appareil tombe en panne de l’intérieur, après la fin de la garantie.
cover-theft = Vol
cover-theft-detail = Votre appareil est volé avec effraction ou avec violence.
cover-case = Chute et choc avec coque et protection d’écran
cover-case-detail = Seulement si vous utilisiez la coque et la protection d’écran approuvées.

kind-phone = Téléphone
kind-tablet = Tablette
kind-laptop = Ordinateur portable
kind-smartwatch = Montre connectée
kind-other = Autre appareil

claiming-title = Un dommage ? Déclarez-le ainsi
claiming-portal = En ligne dans Mon Harmony, via { $site }.
claiming-phone = Ou appelez le { $phone }.
claiming-term = Déclarez le dommage dès que possible, au plus tard { $term } après l’avoir remarqué.
claiming-theft = Un vol ? Bloquez l’appareil et la carte SIM, et portez plainte à la police dans les 24 heures.
claiming-repair = Ne faites rien réparer avant notre accord.

# DOC-10 : résiliation
cancelled-title = Nous avons reçu votre résiliation
cancelled-intro = Vous avez résilié votre assurance. Nous regrettons votre départ et nous nous occupons de tout.
cancelled-intro-death = Nous avons appris le décès du preneur d’assurance. Nous vous présentons nos condoléances. L’assurance s’arrête ; vous lisez ci-dessous à quelle date.
cancelled-end-title = L’assurance dure jusqu’au { $until }
cancelled-end = Jusqu’à ce moment, tout ce qui figure dans les conditions particulières { $plan } reste assuré comme avant, si la prime est payée.
cancelled-received = Reçue le
cancelled-channel = Comment
cancelled-why-this-day = Pourquoi ce jour
channel-portal = Dans Mon Harmony
channel-email = Par e-mail
channel-phone = Par téléphone
channel-post = Par lettre
channel-other = Par notre bureau
ground-withdrawal = Vous avez résilié pendant le délai de réflexion. L’assurance s’arrête alors le jour de votre résiliation.
ground-ordinary-nl = Après la durée minimale, vous pouvez résilier chaque jour. Le préavis est d’un mois à partir de la réception.
ground-ordinary-be = Après la durée minimale, vous pouvez résilier avec un préavis d’un mois. L’assurance s’arrête à la première échéance de prime qui suit.
ground-minimum = Votre résiliation prend effet le premier jour possible : après la durée minimale.
ground-after-claim = Après le règlement d’un sinistre, vous pouvez résilier avec un préavis d’un mois à partir de la réception.
ground-death-nl = L’assurance s’arrête le lendemain du décès.
ground-death-be = L’assurance s’arrête un mois après la réception de la lettre.
ground-change = Nous avons changé quelque chose à votre désavantage. Vous pouviez donc résilier.
ground-nothing-left = Il n’y a plus d’appareil assuré.
cancelled-no-refund = Il n’y a pas de prime à rembourser : vous n’avez pas payé pour le temps après la fin.
cancelled-last-title = Dernier paiement
cancelled-last = Pour le temps jusqu’à la fin, nous prélevons encore :
cancelled-good-title = Bon à savoir
cancelled-claims = Avez-vous eu un dommage avant la fin ? Déclarez-le dès que possible, de préférence avant la fin de l’assurance.
cancelled-third-parties = Certains sites résilient pour vous et demandent parfois de l’argent. Ils n’ont aucun lien avec nous. Chez nous, résilier est gratuit.

cancelled-intro-other = Votre assurance prend fin. Vous lisez ci-dessous quand et pourquoi.
ground-trustee = Le curateur a mis fin à l’assurance.
ground-moved = Vous déménagez dans un pays pour lequel cette assurance n’est pas faite.

# DOC-09, DOC-11, DOC-16, DOC-21, DOC-22 : l’assureur met fin à la police
ended-title = Nous mettons fin à votre assurance
ended-intro = Par cette lettre, nous vous informons que votre assurance { $plan } prend fin.
ended-after = Après ce moment, plus rien n’est assuré. Jusque-là, tout reste comme avant, si la prime est payée.
ended-why = Pourquoi
ended-after-claim = Vous avez eu un sinistre. Dans le mois qui suit la clôture d’un sinistre, l’assureur peut mettre fin à l’assurance. Nous respectons le préavis de vos conditions.
ended-not-renewed = L’assureur ne prolonge pas cette assurance. Nous respectons le préavis de vos conditions.
ended-fraud = Nous avons constaté que de fausses informations nous ont été données volontairement. L’assurance prend donc fin tout de suite. Nous pouvons vous réclamer les montants versés à tort et les frais de notre enquête.
ended-non-payment = La prime n’a pas été payée, même après nos rappels. Comme cela se répète ou dure trop longtemps, nous mettons fin à l’assurance.
ended-bankruptcy = Vous avez été déclaré en faillite. L’assureur peut alors mettre fin à l’assurance.
ended-sanctions = La loi nous interdit de vous assurer, parce que votre nom figure sur une liste de sanctions. L’assurance prend fin tout de suite. Nous ne pouvons rien vous payer.
ended-no-refund = Aucune prime ne vous est remboursée.
ended-date-title = Votre assurance est terminée
ended-date-intro = Votre assurance { $plan } est arrivée à sa date de fin. Cette date figure dans vos conditions particulières. L’assurance s’est donc terminée d’elle-même.
ended-date-after = Ensuite, plus rien n’est assuré. Voulez-vous assurer de nouveau l’appareil ? Demandez alors une nouvelle assurance.
ended-open = Encore à payer
ended-open-text = Vous nous devez encore ce montant pour la période jusqu’à la fin.
stays-title = Votre assurance continue
stays-intro = Vous aviez résilié votre assurance { $plan }, avec fin le { $until }. Vous l’avez retirée. L’assurance continue comme avant.
stays-premium = Vous payez la prime comme avant.

## A change that was asked for is not made

declined-title = Nous n’avons pas modifié votre assurance
declined-intro = Vous nous avez demandé de modifier votre assurance. Nous avons examiné votre demande et n’avons pas fait la modification.
declined-why = Pourquoi
declined-stays = Votre assurance continue comme avant. Vous pouvez toujours refaire une demande, ou nous dire si vous n’êtes pas d’accord.

# DOC-17 : modification de la prime ou des conditions
change-title = Votre assurance change
change-intro = Nous modifions votre assurance { $plan }. La modification commence le { $from }. Vous lisez dans cette lettre ce qui change, pourquoi, et ce que vous pouvez faire.
change-from = Commence le
change-before = Jusque-là vous payez
change-after = À partir de ce jour vous payez
change-premium = Prime
change-premium-stays = reste la même
change-conditions = Nouvelles conditions
change-why = Pourquoi
change-agree = Vous êtes d’accord ?
change-agree-text = Vous ne devez rien faire. Votre assurance continue simplement.
change-leave = Vous n’êtes pas d’accord ?
change-leave-by = Vous pouvez alors mettre fin à votre assurance jusqu’au { $date } inclus
change-leave-text = Elle prend fin à la fin du { $date }, juste avant la modification. Cela ne vous coûte rien, et nous vous remboursons ce que vous avez payé pour la période qui suit.
change-leave-how = Dites-le-nous dans Mon Harmony, par e-mail, par lettre ou par téléphone. Vous ne devez pas donner de raison.
change-link = Je ne suis pas d’accord : mettre fin à mon assurance
change-no-leave = Cette modification n’est pas à votre désavantage. Elle ne donne donc pas de droit supplémentaire de mettre fin à l’assurance. Vous pouvez toujours résilier de la manière habituelle.
change-read = Vous trouvez les nouvelles conditions dans Mon Harmony et sur notre site. Vous les voulez sur papier ? Demandez-les-nous.
change-schedule = Quand la modification commence, vous recevez de nouvelles conditions particulières.
no-change-title = Votre assurance reste comme elle est
no-change-intro = Nous vous avions écrit que votre assurance { $plan } changerait le { $from }. Cette modification est annulée.
no-change-premium = Vous continuez à payer { $price }
no-change-text = Les conditions restent les mêmes. Vous ne devez rien faire.
no-change-stay = Vous souhaitez rester ?
no-change-stay-text = Vous avez mis fin à votre assurance à cause de la modification. Vous pouvez revenir sur cette décision jusqu’au { $date } inclus dans Mon Harmony, ou nous le dire par e-mail, lettre ou téléphone. Si vous ne faites rien, l’assurance prend fin ce jour-là.

# DOC-20 : un partenaire qui peut suivre
partner-opened-title = { $partner } peut suivre votre assurance
partner-opened-intro = Vous nous avez demandé de laisser { $partner } suivre votre assurance { $plan }. C’est possible depuis le { $at }.
partner-sees = Ce que { $partner } voit
partner-sees-policy = Votre nom, votre numéro de police et votre formule.
partner-sees-device = L’appareil assuré, et s’il est couvert en ce moment.
partner-sees-claims = Si un dommage ou un vol a été déclaré, et où en est le dossier.
partner-reports = { $partner } peut aussi déclarer un dommage ou un vol pour vous. Nous vous prévenons toujours tout de suite, et vous pouvez compléter la déclaration vous-même.
partner-sees-not = Ce que { $partner } ne voit pas
partner-sees-not-money = Votre compte bancaire et vos paiements.
partner-sees-not-papers = Vos lettres, photos et tickets d’achat.
partner-sees-not-facts = Ce que vous nous dites d’un sinistre, et pourquoi nous décidons ce que nous décidons.
partner-stop = Vous n’en voulez plus ?
partner-stop-text = Vous pouvez arrêter à tout moment, dans Mon Harmony ou par notre service clients. Vous ne devez pas dire pourquoi. { $partner } ne voit alors tout de suite plus rien, et votre assurance ne change pas.
partner-link = Voir ou arrêter ce suivi
partner-not-you = Vous n’avez rien demandé ? Alors appelez-nous tout de suite : { $phone }.
partner-closed-title = { $partner } ne suit plus votre assurance
partner-closed-intro = Vous avez arrêté ce suivi. Depuis le { $at }, { $partner } ne voit plus rien de votre assurance { $plan } et ne peut plus déclarer de sinistre pour vous.
partner-closed-stays = Votre assurance ne change pas. Ce qui était déjà déclaré, nous continuons à le traiter.
