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
