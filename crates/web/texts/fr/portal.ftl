### Français : vous, court, aimable.


## My overview

my-title = Mon aperçu
my-hello = Bonjour { $name }
my-to-do = À faire
my-devices = Mes appareils assurés
my-report = Déclarer un sinistre
my-another = Assurer un autre appareil
my-claims = Sinistres en cours
my-none = Vous n’avez pas encore d’appareil assuré
my-none-text = Vous venez de faire une demande ? Votre police apparaîtra ici dès que nous l’aurons acceptée.

## One policy

policy-title = Votre police
policy-plan = Formule
policy-device = Appareil
policy-cover = Garantie dans le temps
policy-premiums = Prime
policy-due = Échéance
policy-amount = Montant
policy-status = Statut
policy-no-premium = Aucune prime n’est encore due
policy-schedule = Télécharger les conditions particulières
policy-documents = Documents

## Claims

claims-title = Mes sinistres
claims-none = Vous n’avez rien déclaré
claims-none-text = Espérons que cela dure. S’il arrive quelque chose, déclarez-le dès que possible.
my-next-collection = { $amount } sera prélevé le { $date }
my-covered-until = Assuré jusqu’au { $at }
my-overdue = { $amount } reste à payer
my-overdue-text = Prime pour { $device }. Voyez ici comment payer.
policy-number = Numéro de police
policy-excess = Franchise par sinistre
policy-premium-monthly = Prime par mois
policy-premium-yearly = Prime par an
policy-premium-once = Prime unique
policy-account = Compte pour la prime
policy-mandate = Référence du mandat
policy-mandate-stopped = (n’est plus utilisé)
policy-ends = Prend fin le
policy-letter = { $name }, { $date }
policy-cancel = Résilier cette assurance
premium-to-come = Pas encore due
premium-collecting = Sera prélevée le { $date }
premium-open = À payer
premium-paid = Payée
premium-taken-back = Annulée
letter-application-received = Confirmation de votre demande
letter-information-requested = Question sur votre demande
letter-application-rejected = Décision sur votre demande
letter-application-lapsed = Votre demande a expiré
letter-policy-issued = Conditions particulières
letter-mandate-confirmed = Confirmation de votre mandat
letter-collection-announced = Avis de prélèvement
letter-premium-invoice = Facture
letter-reminder-nl = Rappel
letter-first-reminder-be = Rappel gratuit
letter-formal-notice-be = Mise en demeure
letter-cover-suspended = Votre couverture est suspendue
letter-cover-reinstated = Votre couverture a repris
letter-plan-agreed = Votre plan de paiement
letter-plan-broken = Votre plan de paiement a pris fin
letter-reminders-paused = Pas de rappels pour le moment
letter-cover-not-stopped = Votre couverture n’a pas cessé, ou cesse plus tard
letter-cancellation-received = Confirmation de votre résiliation
letter-claim-acknowledged = Réception de votre déclaration
letter-claim-decided = Décision sur votre sinistre
letter-claim-paid = Paiement de votre sinistre
letter-objection-answered = Réponse à votre contestation
letter-fraud-debt = Demande de remboursement

letter-work-ordered = Réparation ou remplacement commandé
letter-work-ready = Votre appareil est prêt
letter-work-handed-over = Avez-vous récupéré votre appareil ?
letter-order-told = Message sur une commande
letter-work-accepted = Vous avez accepté votre appareil
letter-work-reminder = Il reste quelque chose à régler
letter-applicant-link = Lien pour votre demande
letter-sign-in-help = Lien pour votre mot de passe
letter-security-notice = Message sur votre compte
cancel-title = Résilier votre assurance
cancel-text = Vous résiliez l’assurance de { $device }. Voyez d’abord ce que cela signifie.
cancel-button = Résilier maintenant
cancel-withdraw-title = Se rétracter du contrat
cancel-withdraw-text = Vous êtes encore dans le délai de rétractation. Vous pouvez renoncer à l’assurance de { $device } sans motif.
cancel-withdraw-button = Confirmer la rétractation
cancel-ends = La couverture prend fin le
cancel-back = Ce qui vous est remboursé
cancel-until-then = Jusqu’à ce moment, vous restez assuré et la prime continue.
