### Français : vous, court, aimable.

## Collections

collect-due = Prêts à encaisser
collect-due-text = Annoncé au client ; la banque débite au jour indiqué.
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
statement-file-hint = camt.053, camt.054 ou pain.002, tel que téléchargé à la banque.
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
suspense-policy = Appartient à la police ou au sinistre
suspense-book = Comptabiliser

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
ledger-zero = Somme nulle
ledger-not-zero = Somme non nulle : { $sum }

## Releases

collect-as-announced = comme annoncé
collect-moved = annoncé pour le { $day }
batch-done = traité
batch-under-way = { $n } en cours
batch-made = Libéré : { $n }, { $amount } au total. Prenez le fichier ci-dessous.
batch-files = Ce sont { $n } fichiers.
batch-waiting = Encore en attente : { $n }. Libérez de nouveau pour les fichiers suivants.
batch-left-out = Pas dans le fichier : { $n }.
payout-waits = attend la libération
payout-known = compte connu
payout-unknown = pas encore de compte
payment-kind-refund = Remboursement
payment-kind-return = Retour au payeur
payment-kind-benefit = Indemnité
payment-kind-supplier = Réparateur ou fournisseur

## Statements as read

statement-file-missing = Choisissez le fichier de la banque.
statement-complete = complet
statement-gap = ne suit pas
statement-suspense = { $n } sans place
statement-imported = Lu : { $n } écritures.
statement-placed = { $matched } attribuées, { $suspense } sans place.
suspense-nobody = inconnu
suspense-number-wrong = Ce numéro de police ou de sinistre n’est pas correct.

## Books

ledger-as-of = Soldes à la fin du { $day }
ledger-day-choose = Jusqu’au
ledger-event = Écriture
account-0900 = Repris
account-1000 = Banque
account-1010 = Compte bancaire propre
account-1050 = Paiements en cours
account-1300 = Dû par les preneurs
account-1310 = Franchise des clients
account-1600 = Compte courant de l’assureur
account-1610 = Assureur, primes pas encore reçues
account-1650 = Taxe d’assurance
account-1700 = Sinistres à payer
account-1710 = Primes à rembourser
account-1720 = À renvoyer
account-1725 = Réparateurs et fournisseurs
account-1730 = Partenaires
account-1900 = Sommes sans place
account-4000 = Frais bancaires
account-4100 = Commission des partenaires
account-4900 = Passé en pertes
account-8000 = Commission
account-8010 = Rémunération
account-8020 = Frais de recouvrement
account-8030 = Intérêts bancaires
posting-premium-due = Prime échue
posting-premium-reversed = Prime annulée
posting-payment-received = Paiement reçu
posting-payment-returned = Paiement revenu
posting-refund-ordered = Remboursement ordonné
posting-refund-released = Remboursement libéré
posting-refund-returned = Remboursement revenu
posting-benefit-approved = Indemnité approuvée
posting-lateness-owed = Dû parce que nous étions en retard
posting-benefit-released = Indemnité libérée
posting-benefit-returned = Indemnité revenue
posting-order-settled = Ordre exécuté
posting-work-accepted = Réparation ou remplacement accepté
posting-supplier-released = Paiement au réparateur libéré
posting-supplier-rejected = Paiement au réparateur rejeté
posting-supplier-returned = Paiement au réparateur revenu
posting-own-share-received = Part du client reçue
posting-own-share-waived = Part du client abandonnée
posting-unmatched = Non reconnu
posting-suspense-matched = Attribué ensuite
posting-costs-due = Frais de recouvrement dus
posting-costs-waived = Frais de recouvrement abandonnés
posting-interest-due = Intérêts dus
posting-interest-waived = Intérêts abandonnés
posting-premium-set-off = Prime compensée avec une indemnité
posting-opening-balance = Solde d’ouverture
posting-refund-rejected = Remboursement refusé par la banque
posting-benefit-rejected = Indemnité refusée par la banque
posting-suspense-returned = À renvoyer au payeur
posting-return-released = Renvoyé au payeur
posting-return-rejected = Renvoi refusé par la banque
posting-return-returned = Renvoi revenu
posting-suspense-written-off = Passé en pertes
posting-bank-charged = Frais de la banque
posting-bank-interest = Intérêts de la banque
posting-insurer-settled = Réglé avec l’assureur
posting-insurer-received = Part de l’assureur reçue
posting-tax-paid = Taxe d’assurance payée
posting-remuneration-drawn = Rémunération prélevée
posting-partner-commission-due = Commission du partenaire
posting-partner-commission-reversed = Commission du partenaire reprise
posting-partner-paid = Partenaire payé
money-accounts = Comptes par assureur

## Ce que ferait une libération

collect-preview = Dans le fichier
collect-preview-text = La banque veut chaque jour et chaque sorte à part.
collect-sequence-OOFF = unique
collect-sequence-FRST = première
collect-sequence-RCUR = récurrente
collect-sequence-FNAL = dernière
collect-left = Laissé de côté
collect-left-text = Ceci attend encore. Cela vient après tout le reste et part dès que possible.
collect-left-none = Rien n’est laissé de côté
collect-left-what = Police
collect-left-why = Pourquoi
collect-calendar = Jours de règlement des banques
collect-day = Jour
collect-open = débit possible
collect-too-near = trop proche pour un fichier fait maintenant
collect-closed = banques fermées

## Paiements à vérifier

payout-to-check = à vérifier d’abord
payout-was-checked = vérifié
payout-claim = Sinistre
payout-check-title = Vérifier un paiement
payout-check-why = Pourquoi une deuxième personne le vérifie
payout-check-text = Êtes-vous sûr que ce paiement est juste et va à la bonne personne ? Un autre collègue peut alors le libérer.
payout-check-button = Vérifié : c’est juste
payout-checked = Quelqu’un l’a vérifié. Un autre collègue peut le libérer.
payout-doubt-above-limit = Le montant dépasse ce qu’une seule personne peut payer.
payout-doubt-other-name = Le nom du compte ne ressemble ni au preneur d’assurance ni à l’assuré.
payout-doubt-new-account = Le compte de cette police a changé dans les 14 derniers jours.
payout-doubt-blocked = Le compte est bloqué. Rien n’y est payé tant qu’il l’est.
done-payment-checked = Noté. Un autre collègue peut maintenant le libérer.

## Comptes bloqués

block-title = Comptes bloqués
block-text = Rien n’est payé sur ces comptes.
block-none = Aucun compte n’est bloqué
block-new = Bloquer un compte
block-iban = Numéro de compte (IBAN)
block-reason = Pourquoi ?
block-reason-fraud = utilisé dans une fraude
block-reason-sanctions = titulaire sur une liste de sanctions
block-reason-authority = ordre d’une autorité
block-reason-wrong-holder = pas le compte de la personne indiquée
block-note = Que savons-nous ?
block-note-hint = Pour notre propre dossier.
block-button = Bloquer
block-end = Lever le blocage
block-since = depuis { $at }, par { $name }
block-on = bloqué
block-ended = levé { $at }
done-blocked = Fait.

## Paiements qui ont échoué

payout-again = Nouvel essai. Le précédent a échoué : { $why } ({ $code }).
payout-held = en attente
payout-earlier = Essai précédent
bank-reason-ac01 = le numéro de compte est faux
bank-reason-ac03 = le numéro de compte est faux
bank-reason-ac04 = le compte est clôturé
bank-reason-ac06 = le compte est bloqué
bank-reason-ac07 = le compte est clôturé
bank-reason-ac14 = une banque sur le trajet ne participe pas
bank-reason-ac15 = le compte porte maintenant un autre numéro
bank-reason-ag01 = ce type de paiement n’est pas permis sur ce compte
bank-reason-am02 = le montant dépasse ce que la banque permet
bank-reason-am04 = il n’y avait pas assez d’argent sur le compte
bank-reason-am05 = la banque y voit le même paiement envoyé deux fois
bank-reason-be01 = le nom et le compte ne vont pas ensemble
bank-reason-be06 = la banque ne connaît pas le bénéficiaire
bank-reason-cnor = la banque du bénéficiaire n’est pas joignable
bank-reason-cust = annulé à la demande du client
bank-reason-dupl = la banque y voit le même paiement envoyé deux fois
bank-reason-ff01 = la banque n’a pas pu lire notre fichier
bank-reason-focr = revenu à notre demande
bank-reason-fr01 = la banque soupçonne une fraude
bank-reason-frad = la banque soupçonne une fraude
bank-reason-md07 = le titulaire du compte est décédé
bank-reason-ms02 = le bénéficiaire n’en veut pas
bank-reason-ms03 = la banque ne donne pas de raison
bank-reason-narr = la banque donne sa raison dans ses propres mots
bank-reason-rc01 = le code de la banque (BIC) est faux
bank-reason-rr01 = la loi demande des données sur le payeur
bank-reason-rr02 = la loi demande le nom ou l’adresse du payeur
bank-reason-rr03 = la loi demande le nom ou l’adresse du bénéficiaire
bank-reason-rr04 = la loi ne le permet pas
bank-reason-tech = un problème technique est survenu
bank-reason-other = la banque donne une autre raison
