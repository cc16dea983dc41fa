### La vie d’une police : données, compte, résiliation, changements. Français : bref et aimable.


## Comment nous vous joignons

nav-details = Mes données
details-title = Mes données
details-name = Votre nom change ? Envoyez-nous un message ; il nous en faut une preuve.
details-reach = Adresse, téléphone et courriers
details-save = Enregistrer
details-email = Adresse e-mail
details-email-none = Nous n’avons pas d’adresse e-mail de vous.
details-email-now = Nous écrivons à { $email }.
details-email-waits = Nous avons envoyé un lien à { $email }. L’adresse compte dès que vous utilisez ce lien.
details-email-send = Changer d’adresse e-mail
reach-name = Nom
reach-street = Rue et numéro
reach-postcode = Code postal
reach-town = Localité
reach-country = Pays
reach-country-NL = Pays-Bas
reach-country-BE = Belgique
reach-phone = Téléphone
reach-language = Nous vous écrivons en
reach-language-nl = néerlandais
reach-language-en = anglais
reach-language-fr = français
reach-letters = Comment voulez-vous recevoir vos courriers ?
reach-letters-email = Par e-mail
reach-letters-post = Par la poste
reach-email = Nouvelle adresse e-mail
reach-email-hint = Nous y envoyons un lien. L’adresse compte dès que le lien est utilisé.
address-title = Confirmez votre nouvelle adresse e-mail
address-text = Désormais, nous écrivons à { $email }.
address-button = Confirmer l’adresse e-mail
done-address-asked = Nous avons envoyé un lien à la nouvelle adresse. Regardez vos e-mails.
done-address-confirmed = Votre nouvelle adresse e-mail compte dès maintenant.

## Le compte pour la prime

payer-title = Compte pour la prime
payer-none = Nous n’encaissons pas encore la prime. Avec un mandat, nous le faisons pour vous.
payer-now = Nous encaissons actuellement sur { $account }.
payer-from = Nous encaissons sur ce compte à partir du prochain prélèvement. Ce qui est déjà annoncé peut encore venir de l’ancien.
payer-signed = Signé le
payer-send = Enregistrer le compte
done-account = Enregistré. Vous recevez une confirmation du mandat.

## Noté sur parole

desk-acts = Modifier
word-title = Comment le savons-nous ?
word-channel = Comment est-ce arrivé ?
word-channel-phone = Téléphone
word-channel-email = E-mail
word-channel-post = Lettre
word-channel-form = Formulaire de contact
word-note = Qui a dit quoi ?
word-note-hint = Pour notre propre dossier. Notez à qui vous avez parlé ou qui a signé, et au nom de qui.
word-paper = Lettre, e-mail ou preuve de mandat
person-title = Données du client
person-text = Ne modifiez ceci que si le client nous l’a dit, et notez comment nous le savons.

## Courriers non arrivés

letters-title = Courriers non arrivés
letters-text = Vérifiez d’abord l’adresse. Un courrier renvoyé part à l’adresse que nous avons maintenant.
letters-none = Tout a été remis
letters-by-post = Envoyer par la poste
letters-by-email = Envoyer par e-mail
done-sent-again = Le courrier repart.
letter-contact-changed = Confirmation de vos données
letter-change-declined = Modification non effectuée
letter-address-link = Lien pour votre nouvelle adresse e-mail

## The way back to the form

applied-wrong = L’adresse ou autre chose n’est pas juste ?
applied-change = Modifier mes réponses

## La fin : ce qu’elle fait, avant la confirmation

ending-why = Pourquoi ce jour
ending-sum = Ce qui revient, prime par prime
ending-period = Payé pour
ending-invoiced = Prime
ending-days = Jours restants
ending-back = Revient
ending-from-to = du { $from } au { $to } inclus
ending-from = À partir du { $from }
ending-days-of = { $left } sur { $all }
ending-refund = Remboursé
ending-open = Encore à payer maintenant
ending-earlier = Autre chose met fin à l’assurance avant cette date. La première date compte.
ending-back-none = Aucune prime n’a été payée pour la période après la fin. Rien ne revient donc.
ending-back-all = Toute la prime revient : vous vous rétractez à temps et n’avez déclaré aucun sinistre.
ending-back-days = La prime pour les jours après la fin revient, au jour près.
ending-back-nothing = Aucune prime ne revient.
ending-others = Résilier d’une autre façon
ending-other = { $way } : l’assurance prend alors fin le { $at }
ending-why-cooling-off = Vous vous rétractez dans le délai de réflexion de 14 jours. L’assurance prend fin aujourd’hui à minuit.
ending-why-ordinary-nl = Après la durée minimale, vous pouvez résilier chaque jour, avec un préavis d’un mois. Pendant la durée minimale, votre résiliation prend effet à son terme.
ending-why-ordinary-be = Après la durée minimale, vous pouvez résilier avec un préavis d’un mois. L’assurance prend alors fin à la prochaine échéance de prime, ou plus tôt si la loi le dit.
ending-why-after-claim = Votre sinistre a été clôturé il y a moins d’un mois. Vous pouvez alors résilier avec un préavis d’un mois, même pendant la durée minimale.
ending-why-adverse-change = Nous avons annoncé un changement à votre désavantage. Vous pouvez partir le jour où il commence.
ending-why-death-nl = L’assurance prend fin à la fin du jour qui suit le décès.
ending-why-death-be = L’assurance prend fin un mois après la réception de la lettre sur le décès.
ending-why-trustee-bankruptcy = Le curateur peut mettre fin à l’assurance dans les trois mois de la faillite.
ending-why-repeated-non-payment-nl = La prime est restée impayée après un rappel, plus d’une fois ou plus de 30 jours. L’assurance prend fin à la date de notre lettre.
ending-why-repeated-non-payment-be = La prime est restée impayée après une mise en demeure. L’assurance prend fin au plus tôt 15 jours après le premier jour de suspension.
ending-why-insurer-after-claim-nl = Dans le mois de la clôture d’un sinistre, l’assureur peut résilier avec un préavis de deux mois.
ending-why-insurer-after-claim-be = Dans le mois de la clôture d’un sinistre, l’assureur peut résilier avec un préavis de trois mois.
ending-why-fraud = Il y avait intention de tromper. L’assurance prend fin à la fin de la date de la lettre.
ending-why-insurer-ordinary-nl = L’assureur ne renouvelle pas la police. Le préavis est de deux mois, pour une échéance de la police.
ending-why-insurer-ordinary-be = L’assureur résilie avec un préavis de trois mois, pour une échéance de prime.
ending-why-insurer-bankruptcy = Après une faillite, l’assureur peut résilier, au plus tôt trois mois après la déclaration.
ending-why-sanctions = Le preneur d’assurance figure sur une liste de sanctions. L’assurance prend fin tout de suite et l’argent est bloqué.
ending-way = Comment prend-elle fin ?
ending-way-cooling-off = Se rétracter dans le délai de réflexion
ending-way-ordinary = Résilier avec préavis
ending-way-after-claim = Résilier après un sinistre
ending-way-adverse-change = Partir à cause d’un changement
ending-way-death = Le preneur d’assurance est décédé
ending-way-end-date = La date de fin est atteinte
ending-way-trustee-bankruptcy = Le curateur y met fin
ending-way-repeated-non-payment = La prime reste impayée à répétition
ending-way-insurer-after-claim = Après un sinistre
ending-way-fraud = Fraude ou intention de tromper
ending-way-insurer-ordinary = Non renouvelée
ending-way-insurer-bankruptcy = Faillite du preneur d’assurance
ending-way-sanctions = Liste de sanctions
ending-way-nothing-left = Il ne reste aucun appareil
ending-way-moved-away = Le preneur d’assurance a déménagé à l’étranger
cancel-confirmed = Nous confirmons tout de suite votre résiliation par écrit.
cancel-third-parties = Résilier chez nous est gratuit. Les sites qui résilient pour vous ne sont pas les nôtres et demandent parfois de l’argent.
cancel-stay = Retirer la résiliation
cancel-stay-text = Vous avez résilié : l’assurance prend fin le { $at }. Jusque-là, vous pouvez changer d’avis.
done-stayed = La résiliation est retirée. L’assurance continue.
end-show = Montrer les suites
end-follows = Les suites
end-from = De qui ?
end-from-holder = Le preneur d’assurance
end-from-representative = Quelqu’un pour le preneur d’assurance
end-from-representative-hint = Un nouvel assureur, un courtier ou un tuteur : ajoutez la preuve du mandat.
end-from-heirs = Les héritiers
end-happened = Jour du décès ou de la faillite
end-happened-hint = Une police néerlandaise prend fin par le décès même, aussi quand nous l’apprenons tard.
end-last-day = Dernier jour assuré demandé
end-last-day-hint = Seulement si la fin doit venir plus tard que nécessaire.
end-two = Un collègue doit approuver. La lettre ne part qu’alors.
end-propose = Proposer à un collègue
terminate-title = Mettre fin pour l’assureur
terminate-text = La lettre part à la confirmation ; le préavis compte dès sa réception.
proposal-end-policy = Mettre fin à une police pour l’assureur
letter-insurance-ended = Fin de votre assurance
letter-cancellation-withdrawn = Votre assurance continue


## Ce qui s’est passé

event-cancellation-withdrawn = Résiliation retirée
event-signals-found = Le contrôle des personnes connues a trouvé quelque chose
event-items-received = Pièces manquantes reçues
event-other-terms-offered = Offre à d’autres conditions envoyée
event-offer-agreed = Offre acceptée
event-offer-declined = Offre refusée
event-application-withdrawn = Demande retirée
event-endorsed = Police modifiée
event-corrected = Fait corrigé
event-extra-premium-fell-due = Prime supplémentaire échue
event-free-reminder-sent = Rappel gratuit envoyé
event-reminders-held = Rappels suspendus
event-reminders-resumed = Les rappels reprennent
event-payment-plan-agreed = Plan de paiement convenu
event-payment-plan-broken = Plan de paiement non respecté
event-costs-fell-due = Frais de recouvrement dus
event-interest-fell-due = Intérêts dus
event-charge-waived = Frais ou intérêts annulés
event-reminder-returned = Rappel revenu
event-reminder-receipt-proven = Réception d’un rappel prouvée
phase-offered = Offre faite
phase-withdrawn = Retirée
application-offer-terms = Accepter à d’autres conditions
application-offer-text = Le demandeur reçoit une lettre et y répond dans le portail jusqu’au jour 14. Aux Pays-Bas, la couverture provisoire prend fin le jour de l’envoi.
application-offer-send = Envoyer l’offre

## Corrections

correct-title = Corriger un fait
correct-text = Ce qui était cru reste au dossier. Désormais, ce qui est juste compte, et les suites ont lieu.
correct-right = Qu’est-ce qui est juste ?
correct-right-at = Cela compte à partir d’un autre moment
correct-right-never = Cela n’a jamais eu lieu
correct-day = Jour exact
correct-time = Heure exacte
correct-send = Corriger le fait
correct-link = Corriger
correct-cover = Couverture du { $from } au { $to } : cru { $was }, maintenant { $is }
correct-taken-back = { $amount } de prime est repris
correct-charged = { $amount } de prime est porté en compte
correct-refunded = { $amount } est remboursé
correct-letter = Un courrier part : { $event }
correct-claim = Le sinistre { $number } est réexaminé
correct-nothing = Rien d’autre ne suit

## Preuve de couverture

proof-title = La couverture et sa preuve
proof-link = Image, tableau et preuve de la couverture
proof-at = Y avait-il couverture le
proof-known = Tel que connu le { $at }
proof-differs = Nous en savons plus maintenant qu’à l’époque. Les deux sont montrés ci-dessous.
proof-yes = Oui : il y avait couverture le { $at }
proof-no = Non : il n’y avait pas de couverture le { $at }
proof-since = Depuis le { $from }, selon la règle { $rule }, en raison de : { $event }.
proof-before = La police n’avait pas commencé.
proof-from = Du
proof-to = Au
proof-open = pas de fin connue
proof-because = En raison de
proof-none = Il n’y a eu de couverture à aucun moment
proof-cover-provisional = Provisoire
proof-cover-on = Active
proof-cover-off = Inactive
proof-cover-suspended = Suspendue
proof-cover-void = Nulle

## Changements

change-title = Modifier la police
change-text = Chaque changement fait un avenant et de nouvelles conditions particulières pour le client.
change-what = Qu’est-ce qui change ?
change-what-swapped = L’appareil a un autre numéro
change-what-left = Un appareil n’est plus là
change-what-plan = Une autre formule
change-what-moved = Le client déménage à l’étranger
change-item = Quel appareil ?
change-swap = Pourquoi ?
change-swap-replaced = Nous l’avons remplacé après un sinistre
change-swap-repaired = Il a été réparé
change-swap-warranty = Remplacé sous garantie
change-swap-wrong-number = Le numéro dans la police était faux
change-model = Marque et modèle du nouveau
change-gone = Pourquoi n’est-il plus là ?
change-gone-stolen = Volé, sans indemnité
change-gone-sold = Vendu ou donné
change-gone-broken = Cassé, sans indemnité
change-gone-not-wanted = Le client ne veut plus l’assurer
change-plan = Nouvelle formule, à partir de la prochaine échéance
change-to = Où ?
change-to-NL = Pays-Bas
change-to-BE = Belgique
change-to-other = Un autre pays
change-on = Depuis quand, ou premier jour là-bas
change-on-hint = Laissez vide si cela compte à partir de maintenant.
change-send = Modifier la police
done-changed = Modifié. Le client reçoit de nouvelles conditions particulières.
change-list = Changements et conditions particulières
change-no = N°
change-from = Compte à partir de
change-none = Rien n’a changé depuis que la police existe
change-kind-device-swapped = Autre appareil ou numéro
change-kind-device-corrected = Achat corrigé
change-kind-item-added = Appareil ajouté
change-kind-item-left = Appareil sorti
change-kind-plan-changed = Autre formule
change-kind-insured-added = Assuré ajouté
change-kind-insured-left = Assuré sorti
change-kind-address-changed = Adresse modifiée
change-kind-terms-changed = Prime ou conditions modifiées

## Questions et offres

asked-title = Une question sur votre demande
asked-text = Répondez dès que possible, pour que nous puissions décider à temps.
asked-answer = Votre réponse
asked-send = Envoyer la réponse
asked-to-do = Répondez à une question sur votre demande
asked-to-do-text = Nous avons besoin de votre réponse avant le { $at }.
offer-title = Notre offre à d’autres conditions
offer-text = Nous ne pouvons pas accepter votre demande telle quelle. Voici ce que nous pouvons offrir. Vous pouvez accepter jusqu’au { $at }.
offer-what = Quoi
offer-was = Vous demandiez
offer-is = Nous offrons
offer-agree = J’accepte
offer-decline = Non merci
offer-to-do = Répondez à notre offre
offer-to-do-text = Vous pouvez accepter jusqu’au { $at }.
application-offer-premium = Prime que nous offrons
application-offer-excess = Franchise que nous offrons
letter-offer-made = Offre à d’autres conditions

## Ce qu’il est advenu d’une lettre

desk-nav-post = Courrier revenu
reminder-returned = Revenu : aucun délai ne court
reminder-cancelled = Envoyé par erreur : aucun délai ne court
reminder-proven = Réception prouvée
receipt-title = Rappel { $no }
receipt-text = La preuve de réception l’emporte sur ce qui est présumé. Le client n’a jamais moins de temps que ce que dit la lettre.
receipt-reference = Référence
receipt-presumed = Réception présumée
receipt-proven = Réception prouvée
receipt-item = Numéro de l’envoi recommandé
receipt-item-hint = Comme sur le récépissé de la poste, par exemple RR123456789BE.
receipt-item-wrong = Indiquez le numéro : lettres et chiffres seulement.
receipt-stops = Plus de couverture à partir de la fin du
receipt-paid = Entièrement payé
receipt-returned = Revenu
receipt-what = Que savons-nous ?
receipt-what-received = La lettre a été reçue
receipt-what-deposited = La lettre a été déposée en recommandé
receipt-what-returned = La lettre est revenue
receipt-day = Quel jour ?
receipt-day-hint = Laissez vide si la lettre est revenue.
receipt-why = Pourquoi est-elle revenue ?
receipt-why-address-unknown = L’adresse n’existe pas
receipt-why-moved = Déménagé
receipt-why-not-collected = Non réclamée
receipt-why-refused = Refusée
receipt-why-mailbox-gone = La boîte mail n’existe pas ou est pleine
receipt-note = Note
receipt-paper = Récépissé ou enveloppe
receipt-slip = Voir le récépissé
receipt-send = Enregistrer
receipt-over = Ce rappel est revenu. Aucun délai ne court plus. Un nouveau rappel partira par la poste dès que nous connaîtrons l’adresse.
task-prove-deposit = Enregistrer le dépôt d’un recommandé
post-text = Lettres et e-mails revenus. Aucun délai ne commence. Cherchez la bonne adresse et renvoyez-les.
post-letter = Lettre
post-about = Concerne
post-why = Pourquoi revenue
post-new = Lire une liste
post-file = Liste du serveur de mail ou de la poste
post-file-missing = Choisissez d’abord la liste.
post-file-limits = Un fichier texte de { $lines } lignes au plus.
post-format = Chaque ligne : référence ; ce qui s’est passé ; jour ; raison ou numéro de l’envoi.
post-send = Lire
post-done = { $count ->
    [one] Une ligne enregistrée
   *[other] { $count } lignes enregistrées
}
post-done-text = Déjà enregistrées : { $again }. Non enregistrées : { $left }.
post-line = Ligne
post-why-not = Pourquoi pas
post-left = Lignes non enregistrées

## Où va un remboursement

refund-where = Sur quel compte pouvons-nous rembourser ?
refund-yours = Nous vous remboursons { $amount }. Nous ne savons pas encore sur quel compte.
refund-waits = { $amount } attendent d’être remboursés. Aucun compte n’est connu.
refund-two = Un collègue libère le paiement : jamais la personne qui indique le compte.
refund-send = Enregistrer le compte
refund-none = Aucun remboursement n’attend un compte.
done-refund-account = Le compte est enregistré. L’argent part avec les prochains paiements.
event-refund-account-named = Compte pour un remboursement indiqué
