### Français : vous, court, aimable.


## Reporting a claim

claim-new-title = Déclarer un sinistre
claim-which = De quel appareil s’agit-il ?
claim-no-device-text = Ce n’est pas exact ? Appelez-nous et nous prendrons votre déclaration.
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
claim-payout-total = À payer
claim-why = Pourquoi cette décision
claim-why-text = Ces clauses de vos conditions ont été décisives.
claim-disagree = Vous n’êtes pas d’accord ?
claim-told = Ce que vous nous avez dit
claim-trail = Déroulement
claim-papers = Ce que nous avons reçu
claim-sent-title = Nous avons bien reçu votre déclaration
