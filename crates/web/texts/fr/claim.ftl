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
