### La prime : payer, ce qui vient, ce qui a été, et le mandat. Français : court et aimable.


## La page de la prime

money-page = Payer et vue d’ensemble
money-title = Votre prime
money-pay = Payer maintenant
money-pay-line = Prime du { $day } : { $amount }
money-pay-costs = Frais de recouvrement : { $amount }
money-pay-interest = Intérêt légal : { $amount }
money-pay-reclaimed = Remboursé deux fois, par nous et par votre banque : { $amount }
money-pay-account = Compte
money-pay-holder = Au nom de
money-pay-reference = Communication
money-pay-text = Recopiez la communication telle quelle dans votre virement. Nous savons alors tout de suite que vous avez payé. Il faut en général un jour ouvrable avant que vous voyiez le paiement ici.
money-code = Scannez le code avec l’application de votre banque.
money-code-alt = Code QR pour le virement. Les mêmes données se trouvent à côté.
money-nothing-open = Tout est payé. Vous n’avez rien à faire.
money-reminded = Vous avez un rappel de { $amount }. Payez au plus tard le { $day }.
money-reminded-text = Sans paiement, vous n’êtes plus assuré à partir du { $at }. Si vous payez plus tard, vous êtes de nouveau assuré { $back } après votre paiement.
money-collecting = Nous prélevons { $amount } le { $day }
money-collecting-text = Vous ne devez pas virer ce montant vous-même.
money-credit = Vous avez payé { $amount } de trop
money-credit-text = Nous l’utilisons pour votre prochaine prime.
money-refund = Vous recevez { $amount } en retour
money-refund-account = Nous ne savons pas encore sur quel compte. Indiquez-le, s’il vous plaît.
money-refund-ordered = Un collègue le vérifie. Ensuite, cela part à la banque.
money-refund-sent = Le montant est en route vers votre compte.
money-method = Comment vous payez
money-how = Manière
money-how-often = Fréquence
money-every-month = chaque mois
money-every-year = chaque année
money-once = une seule fois
money-by-debit = domiciliation
money-by-transfer = virement, après notre facture
money-change = Changer de compte ou de manière de payer
money-coming = Les douze prochains mois
money-coming-text = Selon votre assurance actuelle. Si quelque chose change, cet aperçu change aussi.
money-coming-none = Plus aucune prime n’est à venir
money-period = Pour
money-from-to = du { $from } au { $to }
money-net = Prime
money-tax = Taxe sur les assurances
money-movements = Ce qui s’est passé
moved-due = Prime
moved-extra = Prime supplémentaire après un changement
moved-costs = Frais de recouvrement
moved-interest = Intérêt légal
moved-waived = Frais ou intérêt abandonnés
moved-reversed = Prime annulée
moved-collected = Payé par domiciliation
moved-transferred = Payé par vous
moved-came-back = Domiciliation retournée
moved-failed = Domiciliation non réussie
moved-refunded = Remboursé à vous
moved-reminded = Rappel envoyé
moved-mandate = Mandat donné ou modifié
moved-mandate-ended = Mandat terminé

## Le mandat

mandate-history = Vos mandats
mandate-none = Il n’y a pas encore eu de mandat
mandate-when = Date
mandate-what = Quoi
mandate-reference = Référence
mandate-signed = signé le { $day }
mandate-step-given = Mandat donné
mandate-step-amended = Autre compte
mandate-step-stopped = Inutilisable selon la banque
mandate-step-revoked = Retiré
mandate-step-lapsed = Expiré : pas utilisé pendant 36 mois
mandate-stop-title = Arrêter la domiciliation
mandate-stop-text = Nous ne prélevons alors plus rien. Ce qui est déjà à la banque peut encore venir. Vous recevez désormais une facture et virez la prime vous-même. Votre assurance continue.
mandate-stop-button = Arrêter la domiciliation
done-mandate-stopped = La domiciliation est arrêtée. Vous payez désormais vous-même, après notre facture.
payer-account = Compte
apply-pay = Comment voulez-vous payer ?
apply-pay-debit = Domiciliation
apply-pay-transfer = Je vire moi-même après une facture

# What is owed on top of premium
charge-title = Frais de recouvrement et intérêts
charge-what = Quoi
charge-since = Depuis
charge-open = À payer
charge-waived = Annulé
charge-costs = Frais de recouvrement
charge-interest = Intérêts
