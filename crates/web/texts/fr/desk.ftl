### Français : vous, court, aimable.


## Frame of the desk

desk-brand = bureau
desk-nav-work = À traiter
desk-nav-approvals = Approbations
desk-nav-insurance = Assurance
desk-nav-applications = Demandes
desk-nav-policies = Polices
desk-nav-claims = Sinistres
desk-nav-money = Finances
desk-nav-collections = Encaissements
desk-nav-statements = Extraits bancaires
desk-nav-payments = Paiements
desk-nav-ledger = Grand livre
desk-nav-house = Maison
desk-nav-stuck = Bloqués
desk-nav-rules = Règles

## Work list

work-title = À traiter
work-lists = Listes
work-task = Quoi
work-due = Échéance
work-rule = Règle
work-owner = À qui
work-nobody = personne
work-none = Tout est fait
work-none-text = Rien n’attend sur cette liste.

## Lists

list-file = Numéro
list-about = Objet
list-status = Statut
list-since = Depuis
list-due = Échéance
list-none = Rien ici
list-none-text = Vous le verrez ici dès que quelque chose arrive.
list-not-found = Aucun résultat
list-not-found-text = Cherchez le numéro complet, l’adresse e-mail ou le numéro IMEI.
list-search-hint = Numéro, e-mail ou IMEI

## One application

application-title = Demande
application-checks = Vérifications
application-person = Demandeur
application-device = Appareil et achat
application-proof = Preuve d’achat
application-offer = Assurance
application-days-left = { $n ->
        [one] encore { $n } jour
       *[other] encore { $n } jours
    }
application-ends = Couverture provisoire au plus tard jusqu’au { $at }
application-decide = Décision
application-accept = Accepter
application-ask = Demander une information
application-ask-send = Envoyer la question
application-question = Que voulons-nous encore savoir ?
application-question-hint = Le demandeur lit ce texte tel quel.
application-reject = Refuser
application-reject-text = La couverture prend fin au terme du jour d’envoi de la lettre. Toute la prime est remboursée. Aucun motif n’est requis.
application-reject-send = Refuser la demande
application-note = Note pour notre dossier
application-note-hint = N’est pas envoyée.
application-blocked-screening = Le résultat du contrôle des sanctions doit d’abord être connu.

## One policy

desk-known-at = Voir la garantie telle que connue à un moment antérieur
desk-known-show = Afficher
desk-tasks = À faire
desk-policy = Police
desk-holder = Preneur d’assurance
event-title = Ce qui s’est passé
event-what = Événement
event-counts = Compte à partir du
event-known = Connu depuis
event-none = Rien encore

## One claim

desk-facts = Faits
desk-fact-unknown = inconnu
desk-evidence = Preuves
desk-evidence-none = Rien n’est encore arrivé.
desk-clauses = Clauses
desk-considered = { $n ->
        [one] { $n } clause examinée, non applicable
       *[other] { $n } clauses examinées, non applicables
    }
desk-decide = Décision
desk-approve = Approuver
desk-refuse = Refuser
desk-arithmetic = Calcul
desk-needs-approval = Cette décision est ensuite soumise à l’approbation d’un collègue.
decide-finding = Constat
decide-finding-yes = Oui
decide-finding-no = Non
decide-finding-open = Pas encore évalué
decide-settle = Comment réglons-nous le sinistre ?
decide-settle-repair = Réparation
decide-settle-replace = Remplacement
decide-settle-pay = Indemnité
decide-amount = Montant du dommage
decide-amount-hint = Coût de la réparation, ou prix d’un produit équivalent.
decide-reason = Motif
decide-reason-hint = En cas de refus, le client lit ce texte.
decide-question = Que voulons-nous encore savoir ?
decide-question-hint = Le client lit ce texte tel quel et dispose de 48 heures.
finding-insufficient-care = Y a-t-il eu un manque de soin ?
finding-intent = Y a-t-il eu intention ?
finding-harm = La déclaration tardive a-t-elle nui à nos intérêts ?
finding-fraud = Y a-t-il intention de tromper ?

## Approvals

approvals-text = Qui propose n’approuve pas.
approvals-none = Rien à approuver
approvals-none-text = Les propositions des collègues apparaissent ici.
approvals-by = Proposé par { $name }, { $at }
approvals-approve = Approuver
approvals-decline = Décliner
approvals-not-yours = Vous l’avez proposé vous-même, ou cela dépasse vos pouvoirs.

## Stuck

stuck-text = Ces contrats n’ont pas pu avancer. Le reste de la journée a suivi son cours.
stuck-none = Rien n’est bloqué
stuck-none-text = Comme il se doit.
stuck-since = Depuis le { $at }, { $n ->
        [one] essayé { $n } fois
       *[other] essayé { $n } fois
    }
stuck-again = Réessayer

## Rules

rule-see = Voir aussi
