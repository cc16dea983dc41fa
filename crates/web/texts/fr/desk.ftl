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
desk-presumed-list = { $n ->
        [one] { $n } point est présumé
       *[other] { $n } points sont présumés
    }
desk-considered = { $n ->
        [one] { $n } clause examinée, non applicable
       *[other] { $n } clauses examinées, non applicables
    }
desk-decide = Décision
desk-refuse = Refuser
desk-arithmetic = Calcul
desk-needs-approval = Cette décision est ensuite soumise à l’approbation d’un collègue.
decide-finding = Constat
decide-finding-open = Pas encore évalué
decide-reason = Motif
decide-reason-hint = En cas de refus, le client lit ce texte.

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

## Lists and what stands on them

pages-of = { $from }–{ $to } sur { $count }
list-open = { $amount } dus
list-blocked = argent bloqué
policies-all = Toutes
policies-open = En cours
policies-over = Terminées
claims-open = Non clôturés
phase-screening = en cours de contrôle
phase-applied = demandée
phase-running = en cours
phase-ended = terminée
phase-rejected = refusée
phase-lapsed = caduque
claim-phase-open = ouvert
claim-phase-decided = à juger
claim-phase-approved = approuvé
claim-phase-paying = en paiement
claim-phase-closed = clôturé

## Tasks

task-decide-application = Décider d’une demande
task-clear-screening = Examiner une concordance de sanctions
task-find-refund-account = Trouver le compte pour un remboursement
task-decide-claim = Décider d’un sinistre
task-answer-objection = Répondre à une contestation
task-missing-statement = Un extrait de compte manque
task-match-entry = Attribuer une somme non reconnue
task-ask-new-account = Demander un nouveau numéro de compte
task-redeliver-letter = Remettre une lettre à nouveau
task-decide-change = Décider d’une modification

## Who

role-policyholder = client
role-acceptance = acceptation
role-claims = sinistres
role-finance = finances
role-complaints = plaintes
role-privacy-manager = vie privée
role-product-manager = produits
role-auditor = audit
role-manager = direction
role-operator = exploitation
role-partner = partenaire
role-repairer = réparateur
role-insurer = assureur
role-machine = le système
role-anonymous = visiteur
channel-portal = Mon Harmony
channel-desk = bureau
channel-phone = téléphone
channel-email = e-mail
channel-post = courrier
channel-partner = partenaire
channel-bank = banque
channel-machine = système
channel-api = interface
language-nl = néerlandais
language-en = anglais
language-fr = français
person-name = Nom
person-born = Né(e) le
person-user = Utilisateur
person-kind = S’assure comme
person-consumer = consommateur
person-business = professionnel
person-address = Adresse
person-phone = Téléphone
person-email = E-mail
person-reached = Lettres par
person-by-email = e-mail
person-by-post = courrier
person-language = Langue
person-forgotten = oublié sur demande
item-imei = IMEI
item-serial = Numéro de série
item-bought = Acheté le
item-value = Valeur d’achat
item-excess = Franchise
offer-wording = Conditions
offer-premium = Prime
offer-pays = Paiement
offer-applied = Demandée le
offer-agreement = Mandat de l’assureur
frequency-monthly = par mois
frequency-yearly = par an
frequency-one-off = en une fois
pays-mandate = domiciliation, mandat { $reference }
pays-mandate-stopped = domiciliation arrêtée
pays-transfer = virement

## One application, its checks

application-answered = Réponse du { $at }
application-asked = Question du { $at }, sans réponse
application-as-policy = Tout ce qui s’est passé sur cette police
application-screen-text = Un nom d’une liste de sanctions ressemble à celui-ci. Est-ce la même personne ?
application-screen-clear = Non, quelqu’un d’autre
application-screen-hit = Oui, bloquer l’argent
check-sanctions = Listes de sanctions
check-person = Connu chez nous
check-authority = Dans notre pouvoir
check-waits = pas encore demandé
check-nothing = rien trouvé
check-judge = à juger
check-hit = figure sur une liste
check-known = connu
check-within = oui
check-above = trop élevé
check-there = présente
check-missing = manque
check-limit = Nous pouvons accepter jusqu’à { $amount }.
check-by-person = Par une personne, { $at }
check-by-machine = Automatiquement, { $at }
check-same-device = même appareil
check-weigh = À vous de juger : personne n’est refusé automatiquement (PRIV-06).
check-other-policy = même client
check-ended-for-non-payment = résilié pour non-paiement
check-ended-for-fraud = résilié pour fraude
check-incident = incident
check-same-account = même compte
check-same-address = même adresse
check-rejected-before = refusé auparavant
check-open-debt = prime impayée
check-many-claims = beaucoup de sinistres en un an
enter-title = Saisir une demande
enter-text = Pour qui téléphone ou écrit. Sans adresse e-mail, toutes les lettres partent par courrier.
enter-channel = Comment la demande est-elle arrivée ?
enter-channel-phone = Téléphone
enter-channel-post = Courrier
enter-channel-email = E-mail
enter-language = Dans quelle langue écrivons-nous ?
enter-language-nl = Néerlandais
enter-language-en = Anglais
enter-language-fr = Français
enter-send = Enregistrer la demande

## One policy, its money and its end

policy-phase = Situation
policy-open = Dû
policy-credit = Avoir
policy-money = Argent
premium-reminded = rappelée
reminder-title = Rappels
reminder-sent = Envoyé
reminder-last-day = Dernier jour
reminder-in-time = payé à temps
reminder-late = payé en retard
reminder-unpaid = impayé
collection-title = Domiciliations
collection-announced = annoncée
collection-released = à la banque
collection-credited = créditée
collection-returned = revenue
collection-withdrawn = retirée
refund-title = Remboursements
refund-ordered = attend la libération
refund-no-account = compte inconnu
refund-released = à la banque
refund-settled = exécuté
sent-email = e-mail
sent-print = courrier
sent-registered = recommandé
end-title = Saisir une résiliation
end-text = Saisissez ce qui est arrivé par téléphone, courrier ou e-mail. La fin résulte des conditions ; le client reçoit une confirmation.
end-received = Jour de réception
end-send = Mettre fin à l’assurance

## What happened to a policy

event-applied = Demandée
event-screened = Contrôlée
event-information-requested = Question posée
event-information-received = Réponse reçue
event-decision-warned = Averti : pas encore décidé
event-accepted = Acceptée
event-rejected = Refusée
event-lapsed = Caduque sans décision
event-cancelled = Résiliée
event-end-announced = Fin annoncée
event-mandate-given = Mandat donné
event-mandate-stopped = Mandat arrêté
event-mandate-amended = Compte du mandat changé
event-premium-fell-due = Prime échue
event-collection-announced = Domiciliation annoncée
event-collection-released = Domiciliation envoyée à la banque
event-collection-withdrawn = Domiciliation retirée
event-payment-received = Paiement reçu
event-collection-returned = Domiciliation revenue
event-reminder-sent = Rappel envoyé
event-cover-stop-announced = Fin de couverture communiquée
event-cover-return-announced = Retour de couverture communiqué
event-premium-reversed = Prime annulée
event-refund-ordered = Remboursement ordonné
event-refund-released = Remboursement envoyé à la banque
event-taken-over = Repris d’un autre gestionnaire
event-opened = Ce qui était ouvert lors de la reprise
event-refund-settled = Remboursement exécuté
event-refund-returned = Remboursement non arrivé

## One claim

desk-cover-yes = Il y avait couverture
desk-cover-no = Il n’y avait pas de couverture
desk-cover-at = Le { $at } (règle { $rule }).
desk-presumed = présumé jusqu’à constat contraire
desk-evidence-until = attendu avant le { $at }
desk-evidence-open = attendu
desk-state = Questions ouvertes
desk-state-send = Enregistrer et décider à nouveau
desk-waits = Cette proposition attend un collègue.
desk-again = Appliquer à nouveau les conditions
desk-set-off = { $amount } de ce montant paie ce qui est en retard sur la police : { $overdue } de primes, frais et intérêts. Le reste est versé. La dette est contestée ? Suspendez d’abord les rappels sur la police ; rien n’est alors compensé.
desk-approve-amount = Approuver { $amount }
desk-refuse-send = Refuser le sinistre
desk-pay = Ordonner le paiement
desk-pay-text = Laissez vide pour payer sur le compte d’où vient la prime.
desk-pay-send = Ordonner le paiement
desk-ask = Demander une preuve
desk-other = Constater ou corriger autre chose
desk-other-show = Répondre à cette question
desk-payments = Paiements
decide-time = (heure)
decide-fact = Quelle question ?
decide-why = Pourquoi ?
decide-why-hint = Nécessaire avec un constat. Conservé sous scellé.
decide-evidence = De quoi avons-nous besoin ?
decide-evidence-hint = Le client est averti et dispose de 48 heures.
decide-payee-name = Nom du titulaire du compte
decide-iban = Numéro de compte (IBAN)
outcome-applies = S’applique.
outcome-breached = Non respectée.
outcome-excepted = Une exception s’applique.
outcome-does-not-apply = Ne s’applique pas.
outcome-met = Remplie.
outcome-not-met = Non remplie.
outcome-unknown = Pas encore connu.
verdict-none = Pas encore décidé.
verdict-stale = Les faits ont changé : faites appliquer à nouveau les conditions.
verdict-covered = Couvert : { $remedy }, { $amount }.
verdict-not-covered = Non couvert. Seule une personne refuse.
verdict-routed-manufacturer = D’abord la garantie du fabricant.
verdict-routed-seller = D’abord le vendeur.
verdict-needs-person = Il ne manque que le jugement d’une personne.
verdict-needs-facts = Il manque encore des faits.
remedy-repair = réparation
remedy-replacement = remplacement
remedy-payment = paiement
payment-ordered = attend la libération
payment-sent = à la banque
payment-confirmed = exécuté
payment-returned = revenu
claim-event-reported = Déclaré
claim-event-facts-stated = Faits constatés
claim-event-finding-stated = Constat établi
claim-event-evidence-added = Preuve reçue
claim-event-evidence-requested = Preuve demandée
claim-event-evidence-reminded = Preuve rappelée
claim-event-evidence-term-passed = Délai de preuve écoulé
claim-event-decided = Décidé selon les conditions
claim-event-approved = Approuvé
claim-event-refused = Refusé
claim-event-reserve-set = Réserve fixée
claim-event-set-off = Prime en retard compensée
claim-event-payment-ordered = Paiement ordonné
claim-event-payment-sent = Paiement envoyé à la banque
claim-event-payment-confirmed = Paiement exécuté
claim-event-job-ordered = Réparation ou remplacement commandé
claim-event-job-delivered = Appareil prêt, facture reçue
claim-event-job-sent-back = Refusé par le client
claim-event-job-accepted = Accepté par le client
claim-event-job-stopped = Commande arrêtée
claim-event-approval-lapsed = Accord caduc : les faits ont changé
claim-event-own-share-received = Part du client reçue
claim-event-own-share-waived = Part du client abandonnée
claim-event-own-share-reminded = Rappel de la part du client
claim-event-old-device-reminded = Rappel de l’ancien appareil
claim-event-old-device-came = Ancien appareil reçu
claim-event-payment-returned = Paiement revenu
claim-event-closed = Clôturé
claim-event-reopened = Rouvert
claim-event-objected = Contestation reçue
claim-event-objection-answered = Réponse à la contestation
claim-event-referred-to-insurer = Soumis à l’assureur
claim-event-insurer-answered = Réponse de l’assureur
claim-event-recovery-expected = Remboursement demandé
claim-event-recovery-received = Remboursement reçu
claim-event-recovery-given-up = Plus rien n’est attendu

## Proposals and runs

proposal-approve-payout = Payer un sinistre
proposal-recover = Demander le remboursement pour fraude
proposal-contract = Décision sur une police
done-proposed = Proposé. Un collègue approuve.
run-contract = Traitement quotidien de la police
run-claim = Traitement quotidien du sinistre

## People of the desk

desk-nav-users = Personnel
users-invite = Inviter quelqu’un
users-send = Envoyer l’invitation
users-email = Adresse e-mail
users-role = Que peut faire cette personne ?
users-role-acceptance = Acceptation
users-role-claims = Sinistres
users-role-finance = Finances
users-role-complaints = Plaintes
users-role-privacy-manager = Vie privée
users-role-product-manager = Produits
users-role-manager = Direction
users-role-auditor = Audit (consultation seule)
users-role-operator = Exploitation
users-language = Langue
users-language-nl = Néerlandais
users-language-en = Anglais
users-language-fr = Français
users-active = actif
users-invited = invité
users-disabled = bloqué
users-disable = Bloquer
users-enable = Autoriser à nouveau

# What is open on a claim, and who said what.
who-customer = client
who-desk = bureau
who-repairer = réparateur
who-police = police
who-engine = Harmony
who-schedule = conditions particulières
desk-who = Qui peut le dire : { $who }.
desk-shown-by = Se prouve par : { $evidence }.
desk-stated = { $who }, { $at }
desk-shown = prouvé par : { $evidence }
desk-amount-waits = Pour le montant, il manque encore :
desk-open-clauses = { $n ->
    [one] 1 clause reste ouverte
   *[other] { $n } clauses restent ouvertes
}
desk-settled-clauses = { $n ->
    [one] 1 clause est déjà tranchée
   *[other] { $n } clauses sont déjà tranchées
}
verdict-covered-so-far = Couvert, d’après ce qu’on sait maintenant ; le montant reste ouvert.

# Conditions that are published, and what they would have answered.
desk-nav-products = Produits
products-title = Ce qui est publié
products-version = Version
products-revision = Révision
products-published = Publié
products-sold = En vente
products-none = Rien n’est encore publié
products-many = Il y a trop de sinistres pour les compter sur une page. En ligne de commande :
products-changed = { $n } sinistres sur { $all } donneraient un autre résultat.
products-borne = À charge : { $before } selon les décisions, { $after } sous cette version.
products-same = Rien ne changerait.
products-verdicts = Résultats
products-verdict = Résultat avant → après
products-items = Appareils
products-clauses = Par clause ou étape
products-clause = Clause ou étape
products-difference = Différence
products-claims = Sinistres
products-claim = Sinistre
products-before = Avant
products-after = Après
desk-report-claim = Déclarer un sinistre pour qui appelle

task-claim-term = Notre délai pour un sinistre se termine bientôt
claim-event-term-near = Averti : notre propre délai se termine bientôt
claim-event-term-missed = Notre propre délai est dépassé
desk-clock-answer-by = Réponse motivée au plus tard le { $at }.
desk-clock-answer-missed = La réponse était due le { $at }. En Belgique, cela peut coûter une somme fixe et une somme par jour.
desk-clock-payment-by = À payer au plus tard le { $at }.
desk-clock-payment-missed = Le paiement était dû le { $at }. En Belgique, un intérêt au double du taux légal est dû depuis lors.

# What comes after a decision
after-title = Après la décision
after-disagree = Contestation et assureur
after-no-objection = Il n’y a pas de contestation.
after-objected = Contestation du { $at }, réponse au plus tard le { $by }
after-upheld = Accueillie le { $at } : le sinistre est décidé à nouveau. { $reason }
after-not-upheld = Non accueillie le { $at }. { $reason }
after-barred = Vous avez décidé vous-même de ce sinistre. Un collègue qui ne l’a pas fait répond à la contestation.
after-answer = Réponse à la contestation
after-answer-hint = Le client lit ce texte.
after-uphold = Accueillir et décider à nouveau
after-dismiss = Ne pas accueillir
after-object-for = Enregistrer une contestation pour le client
after-object = Que dit le client ?
after-object-hint = Dans les mots du client. Conservé sous scellé.
after-object-send = Enregistrer la contestation
after-reopen-title = Rouvrir le sinistre
after-reopen = Pourquoi ?
after-reopen-hint = Par exemple : il y a des faits nouveaux. Ce qui était refusé est de nouveau ouvert.
after-reopen-send = Rouvrir
after-asked = Soumis le { $at } : { $amount }.
after-agreed = Accord le { $on } jusqu’à { $amount }.
after-not-agreed = Pas d’accord le { $on }.
after-refer-text = Cette décision s’élève à { $total }. Sans l’assureur, nous pouvons régler jusqu’à { $most }.
after-refer = Soumettre à l’assureur
after-agreed-amount = Montant
after-agreed-on = Jour de la réponse
after-insurer-words = Qui a répondu, et quoi ?
after-insurer-words-hint = Conservé sous scellé.
after-insurer-send = Enregistrer la réponse
after-money = Argent qui revient
after-no-money = Aucun remboursement n’est attendu.
after-money-comes = Quand il arrive, la comptabilité le place sur le numéro de sinistre, avec les extraits bancaires.
after-recoveries = À recevoir
after-kind = Motif
after-amount = Montant
after-received = Reçu
after-left = Ouvert
after-kind-third-party = Recours contre le responsable
after-kind-salvage = Vente de ce que l’assureur a reçu
after-kind-reclaim = Indemnité à rendre pour fraude
after-kind-investigation = Frais de l’enquête sur la fraude
after-expect-title = Demander un remboursement
after-expect-text = Ce qu’un client doit rendre pour fraude suppose d’abord ce constat, et un collègue l’examine aussi. Le client reçoit alors une lettre.
after-from = De qui
after-ground = Pourquoi
after-ground-hint = En cas de fraude, ce texte figure dans la lettre.
after-expect-send = Enregistrer
after-give-up-title = Ne plus rien attendre
after-no = Quel montant
after-given-up = Pourquoi ?
after-give-up-send = Ne plus rien attendre

desk-work-title = Réparation et remplacement
desk-work-none = Il n’y a rien à réparer ni à remplacer pour l’instant.
desk-work-ordered = Commandé
desk-work-accepted = Accepté
desk-work-old = Ancien appareil attendu jusqu’au
desk-work-repairer = Devis et facture
desk-work-stop = Arrêter la commande
desk-work-accept = Le client l’accepte
desk-work-pay = Payer à nouveau
desk-work-old-device = L’ancien appareil est arrivé
desk-work-share-title = Part du client
desk-work-share = Le client doit encore { $amount }.
desk-work-waive = Ne plus le demander
work-waive-reason = Pourquoi ne le demande-t-on plus ? L’assureur le supporte.
desk-work-order-repair = Commander la réparation de { $device }
desk-work-order-replacement = Commander un autre appareil pour { $device }
desk-work-look = Le réparateur examine l’appareil et dit ce que coûterait la réparation. Il répare quand vous avez approuvé ce coût.
desk-work-nobody = Personne dans la convention ne fait cela pour cet appareil.
desk-work-from = Auprès de qui ?
desk-work-privacy = Ils reçoivent nom, adresse, téléphone et appareil, et rien d’autre.
desk-work-order = Commander
job-state-ordered = en cours
job-state-delivered = prêt
job-state-accepted = accepté
job-state-stopped = arrêté
repair-title = Commandes de réparation
repair-order-title = Commande : { $what }
repair-none = Aucune commande
repair-none-text = Les nouvelles commandes apparaissent ici dès que nous les passons.
repair-order = Commande
repair-work = Quoi
repair-device = Appareil
repair-serial = Numéro de série
repair-serial-hint = Seulement si l’appareil a reçu un autre numéro.
repair-imei = IMEI
repair-model = Marque et modèle
repair-model-hint = De l’appareil que le client a désormais, s’il est différent.
repair-new-hint = De l’appareil de remplacement.
repair-new-number-hint = De l’appareil de remplacement. Un IMEI ou un numéro de série suffit.
desk-settled-approved = Approuvé : { $remedy }, { $amount }.
desk-settled-refused = Refusé.
repair-invoice = Votre facture, TVA comprise
repair-approved = Approuvé. Vous pouvez facturer au plus { $amount }.
repair-not-approved = Pas encore approuvé. Examinez l’appareil et dites-nous ce que vous avez constaté ; ensuite nous décidons. Ne réparez pas avant.
repair-privacy = N’utilisez ces données que pour cette commande.
repair-found = Qu’avez-vous constaté ?
repair-found-text = Cela coûte plus que le montant approuvé, ou la réparation est impossible ? Dites-le d’abord ici, nous réexaminerons.
repair-found-send = Envoyer le constat
repair-done = Terminé ?
repair-done-text = Le client est prévenu et doit l’accepter. Ensuite nous vous payons.
repair-done-send = Terminé, envoyer la facture
repair-hand-over = Remis à votre comptoir ?
repair-hand-over-text = Seulement si le client l’a examiné et a signé qu’il l’accepte. Conservez ce document.
repair-hand-over-send = Le client a signé
claim-todo-quote = attendre le devis du réparateur
claim-todo-accept = veiller à ce que le client accepte l’appareil
claim-event-job-handed-over = Remis, selon le réparateur
claim-event-hand-over-denied = Non reçu, selon le client
task-collect-own-share = La part du client n’est pas payée
task-await-old-device = L’ancien appareil n’est pas arrivé
task-denied-hand-over = Le client n’a pas reçu l’appareil
desk-work-handed = Remis
desk-work-handed-until = le client peut dire le contraire jusqu’au { $at }
desk-work-denied = le client dit ne pas l’avoir reçu : appelez le client et le réparateur
repair-handed-over = Remis. Le client en est informé. Nous vous payons dès qu’il l’accepte, ou après le { $at } s’il ne dit rien.
repair-denied = Le client dit ne pas avoir reçu l’appareil. Appelez-nous, ou remettez-le maintenant.
users-firm = Travaille pour
users-firm-hint = Une personne d’un réparateur ou d’un partenaire ne voit que ce qui le concerne.
users-firm-harmony = Harmony
users-role-hint = Seulement pour les collègues de Harmony.
