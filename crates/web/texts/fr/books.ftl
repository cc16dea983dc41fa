### Les livres : court et précis.

## Clôture du mois

proposal-close-month = Clôturer un mois des livres
refusal-month-not-next = { $month } ne peut pas encore être clôturé. Clôturez d’abord { $next } : les mois se ferment dans l’ordre.
refusal-month-not-ready = { $month } ne peut pas encore être clôturé : un point de la liste de contrôle n’est pas en ordre. Corrigez-le, puis proposez à nouveau.
refusal-partner-unknown = Aucun partenaire avec le code { $partner } ne peut apporter de clients actuellement. Laissez le code de côté ou demandez un nouveau lien au partenaire.
refusal-export-too-long = Cela ne tient pas sur une seule feuille. Choisissez une période plus courte, ou CSV.
desk-nav-insurers = Assureurs
desk-nav-tax = Taxe d’assurance
desk-nav-close = Clôture du mois

## Month

month-closed = Clôturé
month-open = Ouvert : les chiffres peuvent encore changer
month-choose = Mois
month-before = Mois précédent
month-after = Mois suivant

## Close

close-text = Voici ce qui est vérifié avant la clôture du mois. Ensuite, plus rien n’y est comptabilisé ; ce qui est connu plus tard va dans le mois ouvert et indique à quel jour cela appartient.
close-checklist = Liste de contrôle
close-check = Quoi
close-finding = Constat
close-found = Trouvé
close-fine = en ordre
close-look = à regarder
close-blocks = pas encore
close-none = Il n’y a pas encore de mois à clôturer
close-through = comptabilisé jusqu’au { $day }
close-no-statement = pas encore de relevé
close-count = { $n } : { $amount }
close-waits = Attend une deuxième personne
close-waits-text = Un collègue décide de la proposition.
close-propose = Clôturer le mois
close-propose-text = Un collègue doit approuver. Un mois clôturé ne peut pas être rouvert.
close-propose-button = Proposer la clôture
close-proposed-by = proposé par { $name }
close-month = Mois
close-at = Clôturé
close-by = Par
close-closed = Mois clôturés
close-none-yet = Aucun mois n’a encore été clôturé
done-close-proposed = Proposé. Un collègue décide.
check-over = Le mois est terminé
check-statements = Les relevés bancaires sont lus jusqu’à la fin
check-bank = Le grand livre et la banque concordent : écart
check-zero = La somme des écritures est zéro
check-suspense = Sommes sans place
check-collections = Prélèvements non libérés
check-payments = Paiements non libérés
check-stuck = Bloqué

## Insurers

insurer-by-month = Primes par mois
insurer-name = Assureur
insurer-part = Part
insurer-shares = Répartition entre assureurs
current-title = Compte courant
current-what = Quoi
current-opening = Dû au début
current-closing = Dû à la fin
current-owed = Dû à l’assureur
current-owed-us = Dû par l’assureur
current-late = dont { $amount } appartient à un mois clôturé
current-not-received = Pas encore dû : primes non reçues
bordereau-title = Bordereau de primes
bordereau-lines = Lignes du bordereau
bordereau-what = Quoi
bordereau-due = Échu
bordereau-back = Repris
bordereau-late = Dont mois clôturés
bordereau-sum = Ensemble
bordereau-gross = Brut
bordereau-tax = Taxe
bordereau-commission = Commission
bordereau-fee = Rémunération
bordereau-insurer = Assureur
bordereau-policy = Police
bordereau-period = Période
bordereau-day = Comptabilisé
bordereau-version = { $product }, { $plan }, avenant { $no }
bordereau-none = Aucune prime ce mois-ci
bordereau-none-text = Les primes apparaissent ici à leur échéance.
bordereau-more = { $n } autres lignes figurent dans le fichier.
partner-title = Partenaires
partner-name = Partenaire
partner-lines = { $n } lignes
partner-commission = Commission
partner-none = Aucun partenaire n’a rien gagné ce mois-ci
export-bordereau-xlsx = Bordereau et compte courant, XLSX
export-bordereau-csv = Bordereau, CSV
export-current-csv = Compte courant, CSV
export-xlsx = Chiffres, XLSX
export-csv = Chiffres, CSV
settle-title = Un paiement sans place
settle-entry = Le { $day }, { $amount } a quitté le compte. De quoi s’agit-il ?
settle-insurer = Réglé avec l’assureur
settle-tax = Taxe d’assurance payée
settle-remuneration = Notre rémunération prélevée
settle-done = Comptabilisé.
refusal-settlement-not-out = Cet argent est entré ; ici, seul l’argent sorti du compte peut être placé. Attribuez-le à une police.

## Tax

tax-countries = Pays
country-nl = Pays-Bas
country-be = Belgique
tax-rate = Taux
tax-base = Prime hors taxe
tax-due = Taxe due
tax-base-back = Prime reprise
tax-back = Compensé
tax-to-pay = À payer
tax-paid = Payé dans cette période
tax-owed = Dû à la fin
tax-none = Aucune taxe dans cette période
tax-none-text = La taxe est due avec la prime.
tax-text = La taxe compte à partir de l’échéance de la prime. Ce qui est repris est compensé dans la période où cela a été décidé.
tax-per-month = Par mois
tax-per-quarter = Par trimestre

## Ledger

ledger-belongs = appartient au { $day }
ledger-open = Postes ouverts
ledger-xaf = Fichier d’audit (XAF)
ledger-owed-by-age = Dû par les preneurs, par ancienneté
ledger-suspense-by-age = Sommes sans place, par ancienneté
age-up-to = jusqu’à { $n } jours
age-older = plus ancien

## Columns of exports

col-policy = Police
col-schedule = Avenant
col-product = Produit
col-version = Conditions
col-plan = Formule
col-kind = Nature
col-due = Échéance
col-from = Du
col-to = Jusqu’au (exclu)
col-booked-on = Comptabilisé le
col-belongs-on = Appartient au
col-partner = Partenaire
col-gross = Brut
col-tax = Taxe
col-net = Net
col-commission = Commission
col-fee = Rémunération
col-insurer = Assureur
col-contract = Contrat
col-event = Événement
col-what = Quoi
col-number = Nombre
col-amount = Montant
col-of-closed-months = De mois clôturés
col-rate = Taux (%)
col-base = Prime hors taxe
col-base-back = Prime reprise
col-tax-back = Taxe compensée
col-to-pay = À payer
col-open = Ouvert
col-age-30 = Jusqu’à 30 jours
col-age-60 = 31 à 60 jours
col-age-90 = 61 à 90 jours
col-age-365 = 91 à 365 jours
col-age-older = Plus ancien
col-account = Compte
col-account-name = Nom
col-debit = Débit
col-credit = Crédit
col-balance = Solde
col-posting = Écriture
col-about = Objet
col-agreement = Mandat
col-stream = Flux
