### Français : vous, court, aimable.


## Collections

collect-due = Prêts à encaisser
collect-due-text = La prénotification est envoyée et le délai est écoulé.
collect-on = Date d’encaissement
collect-kind = Type
collect-count = Nombre
collect-total = Total
collect-none = Rien à encaisser
collect-none-text = Les primes apparaissent ici dès qu’elles peuvent être encaissées.
collect-release = Libérer
collect-of = { $n ->
        [one] { $n } encaissement
       *[other] { $n } encaissements
    }
collect-release-text = Le fichier est alors prêt pour la banque. C’est irréversible.
collect-release-button = Libérer le fichier d’encaissement
collect-batches = Encaissements libérés
batch-file = Fichier
batch-count = Nombre
batch-total = Total
batch-status = Statut
batch-released = { $at }, { $name }
batch-none = Aucun fichier n’a encore été créé

## Statements

statement-file = Fichier de la banque
statement-file-hint = camt.053, tel que téléchargé de la banque.
statement-file-limits = XML, jusqu’à 10 Mo. Envoyer deux fois le même fichier est sans conséquence.
statement-new = Lire un extrait
statement-send = Lire
statement-read = Extraits lus
statement-day = Jour
statement-account = Compte
statement-entries = Lignes
statement-balance = Solde final
statement-none = Aucun extrait n’a encore été lu
suspense-title = Montants en attente d’affectation
suspense-none = Chaque montant a trouvé sa place.
suspense-policy = Appartient à la police
suspense-book = Comptabiliser
suspense-return = Renvoyer

## Payments out

payout-ready = Prêts à payer
payout-for = Pour
payout-to = À
payout-why = Motif
payout-amount = Montant
payout-none = Rien à payer
payout-none-text = Les indemnités et remboursements approuvés apparaissent ici.
payout-release = Libérer
payout-of = { $n ->
        [one] { $n } paiement
       *[other] { $n } paiements
    }
payout-release-text = Le fichier de paiement est alors prêt pour la banque. C’est irréversible.
payout-release-button = Libérer le fichier de paiement
payout-batches = Paiements libérés

## Ledger

ledger-balances = Soldes
ledger-postings = Écritures
ledger-account = Compte
ledger-debit = Débit
ledger-credit = Crédit
ledger-balance = Solde
ledger-day = Jour
ledger-about = Objet
ledger-none = Rien n’a encore été comptabilisé
ledger-closed = Mois clôturé
ledger-open = Mois ouvert
ledger-zero = Somme nulle
ledger-not-zero = Somme non nulle : { $sum }
