### Les livres : court et précis.

## Clôture du mois

proposal-close-month = Clôturer un mois des livres
refusal-month-not-next = { $month } ne peut pas encore être clôturé. Clôturez d’abord { $next } : les mois se ferment dans l’ordre.
refusal-month-not-ready = { $month } ne peut pas encore être clôturé : un point de la liste de contrôle n’est pas en ordre. Corrigez-le, puis proposez à nouveau.
refusal-partner-unknown = Aucun partenaire avec le code { $partner } ne peut apporter de clients actuellement. Laissez le code de côté ou demandez un nouveau lien au partenaire.
refusal-export-too-long = Cela ne tient pas sur une seule feuille. Choisissez une période plus courte, ou CSV.
