### Français : vous, court, aimable.


## Reporting a claim

claim-new-title = Déclarer un sinistre
claim-which = De quel appareil s’agit-il ?
claim-no-device-text = Ce n’est pas exact ? Appelez-nous et nous prendrons votre déclaration.
claim-progress-text = Question { $n } sur { $all } environ
claim-progress = Progression
claim-on = Continuer
claim-so-far = Vos réponses
claim-change = modifier
claim-kept = Chaque réponse est enregistrée aussitôt. Vous pouvez continuer plus tard.
claim-later = Je l’enverrai plus tard
claim-part-answer = Réponse
claim-part-date = Date
claim-part-time = Heure
claim-part-amount = Montant
claim-part-words = Avec vos propres mots

## Where it stands

claim-wanted = Il nous manque quelque chose
claim-wanted-by = Envoyez-nous ceci au plus tard le { $at } :
claim-wanted-late = Impossible à temps ? Envoyez-le plus tard, ou dites-nous pourquoi. Nous ne refusons jamais un sinistre seulement pour un retard.
claim-files = Fichiers
claim-payout = Calcul du montant
claim-set-off = Prime encore à payer, compensée
claim-payout-total = À payer
claim-why = Pourquoi cette décision
claim-why-text = Ces clauses de vos conditions ont été décisives.
claim-disagree = Vous n’êtes pas d’accord ?
claim-told = Ce que vous nous avez dit
claim-trail = Déroulement
claim-papers = Ce que nous avons reçu
claim-sent-title = Nous avons bien reçu votre déclaration
report-narrative = Que s’est-il passé ?
report-narrative-help = Racontez-le avec vos propres mots, aussi précisément que possible.
report-evidence-help = Vous ne l’avez pas maintenant ? Envoyez-le plus tard ; vous avez 48 heures, ou plus si nécessaire.
report-none = Aucun de ceux-ci
report-ready = Tout est-il correct ?
report-ready-text = Voici votre déclaration concernant { $device }. Relisez-la, puis envoyez-la.
report-later = Vous enverrez ceci plus tard
report-later-text = Après l’envoi, nous vous dirons ce dont nous avons besoin, et pour quand.
report-send = Envoyer la déclaration
claim-questions = Répondre aux questions
claim-happened = Ce qui s’est passé
claim-happened-at = Quand
claim-state-open = En cours de traitement
claim-state-evidence = Nous attendons votre réponse
claim-state-answer = Une question pour vous
claim-state-approved = Approuvé
claim-state-paying = En cours de paiement
claim-state-paid = Payé
claim-state-closed = Clos
claim-state-refused = Non couvert
claim-now-evidence = Nous avons encore besoin de quelque chose
claim-now-evidence-text = Envoyez-le-nous au plus tard le { $at }.
claim-now-answer = Nous avons encore une question
claim-now-answer-text = Votre réponse nous permettra de continuer.
claim-now-decide = Nous examinons votre sinistre
claim-now-decide-text = Vous n’avez rien à faire. Vous recevrez notre décision dès qu’elle sera prise.
claim-now-settle = Votre sinistre est approuvé
claim-now-settle-text = Nous organisons la réparation, le remplacement ou le paiement.
claim-now-pay = Votre argent est en route
claim-now-pay-text = Nous vous versons { $amount }. Cela prend quelques jours ouvrables au plus.
claim-now-paid = Votre sinistre est payé
claim-now-paid-text = Nous vous avons versé { $amount }.
claim-now-settled = Votre sinistre est réglé
claim-now-settled-text = Quelque chose ne va pas encore ? Dites-le-nous.
claim-now-refused = Ce sinistre n’est pas couvert
claim-now-refused-text = Vous lisez ci-dessous pourquoi. Vous n’êtes pas d’accord ? Dites-le-nous.
claim-now-given-up = Cette déclaration est close
claim-now-given-up-text = Souhaitez-vous malgré tout la poursuivre ? Contactez-nous.
claim-trail-decide = Nous décidons
claim-trail-settle = Nous réparons, remplaçons ou payons
claim-trail-end = Terminé
clause-covers = Cette clause vous couvre.
clause-excludes = Cette clause exclut la couverture.
clause-met = Cette condition est remplie.
clause-not-met = Cette condition n’est pas remplie.
clause-excepted = Ceci ne s’applique pas à vous, en raison d’une exception.
clause-no = Ceci ne joue pas ici.
clause-unknown = Nous ne le savons pas encore.

## Appareils, déclarations commencées, aide en chemin

report-devices = Quels appareils ont été endommagés ou ont disparu cette fois-là ?
report-devices-help = Choisissez tous les appareils concernés. Nous les examinons ensemble, dans un seul dossier.
report-device-no = Appareil { $no }
report-too-many-files = Cela fait trop de fichiers au total. Une déclaration en accepte { $most } au plus. Ce qui était là est gardé ; enlevez-en quelques-uns.
report-begun = Commencé, pas encore envoyé
report-begun-text = Votre dernière réponse date du { $at }. Nous avons tout gardé.
report-go-on = Continuer
report-discard = Supprimer
report-discard-text = Vos réponses et vos fichiers seront effacés. Votre assurance ne change pas.
report-discard-button = Supprimer cette déclaration
report-stolen = On vous l’a volé ?
report-stolen-nl = Le vol ne figure pas dans ce contrat. Nous ne pouvons donc pas l’indemniser. Vous le voyez sur votre contrat.
report-stolen-be = L’assurance en Belgique ne couvre pas le vol. Nous ne pouvons donc pas l’indemniser.
report-stolen-police = Portez plainte à la police et gardez le procès-verbal.
report-stolen-other = Demandez à votre assurance habitation ou voyage : elle couvre souvent le vol. Dites-nous ensuite que l’appareil a disparu, pour ne plus payer de prime pour lui.
report-police = De quoi la police a-t-elle besoin ?
report-police-1 = Du numéro IMEI ou de série. Il figure avec votre assurance dans Mon Harmony.
report-police-2 = Du lieu et de l’heure des faits, et d’une description de l’auteur si vous l’avez vu.
report-police-3 = De l’endroit où se trouve l’appareil, si vous le voyez. N’y allez pas vous-même.
report-proof = Vous ne trouvez pas votre ticket ?
report-proof-1 = Cherchez le nom du magasin dans vos e-mails.
report-proof-2 = Regardez votre compte auprès du magasin : la facture y est souvent.
report-proof-3 = Demandez une copie au magasin. La date, le prix et l’appareil doivent être lisibles.
report-photo = Comment prendre une bonne photo ?
report-photo-1 = Posez l’appareil à la lumière du jour, sans flash.
report-photo-2 = Prenez une photo de l’appareil entier, et une du dommage de près.
report-photo-3 = L’écran marche encore ? Allumez-le. Ne cachez rien : nous effaçons de la photo le lieu où elle a été prise.
report-theft-until = Faites ceci avant le { $at }
report-theft-over = Les 24 heures sont passées. Faites-le quand même
report-theft-duties = Bloquez l’appareil à distance si possible, portez plainte à la police, et faites bloquer la carte SIM par votre opérateur.
report-theft-late = Un retard ne suffit pas pour ne rien payer : nous regardons seulement le tort qu’il a causé.
imei-account = Chez Apple : connectez-vous sur account.apple.com et choisissez l’appareil. Le numéro s’y trouve.
imei-google = Chez Google : connectez-vous sur google.com/android/find et choisissez le i à côté de l’appareil.

## Ce qui s’est passé, pour le client

claim-meanwhile = En attendant
claim-trail-now = Maintenant
claim-answer-by = Vous aurez notre réponse au plus tard le { $at }.
claim-pay-by = Nous payons au plus tard le { $at }.
claim-story-reported = Vous avez déclaré le sinistre
claim-story-evidence-added = Nous avons reçu un justificatif ou une photo
claim-story-evidence-requested = Nous vous avons demandé d’autres éléments
claim-story-evidence-reminded = Nous vous avons rappelé ce qui manque encore
claim-story-evidence-term-passed = Le délai d’envoi était passé ; l’envoi reste possible
claim-story-approved = Nous l’avons accepté
claim-story-refused = Nous avons décidé que ce n’est pas couvert
claim-story-job-ordered = Nous avons commandé la réparation ou le remplacement
claim-story-job-delivered = L’appareil est prêt
claim-story-job-sent-back = Vous ne l’avez pas accepté : c’est à refaire
claim-story-job-accepted = Vous avez accepté l’appareil
claim-story-own-share-received = Nous avons reçu votre part
claim-story-old-device-came = Nous avons reçu l’ancien appareil
claim-story-payment-sent = Nous avons envoyé l’argent
claim-story-payment-confirmed = L’argent est payé
claim-story-payment-returned = L’argent est revenu de la banque
claim-story-objected = Vous avez contesté
claim-story-objection-answered = Nous avons répondu à votre contestation
claim-story-closed = Le dossier est clos
claim-story-reopened = Le dossier est rouvert
