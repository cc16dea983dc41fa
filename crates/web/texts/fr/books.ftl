### Les livres : court et précis.

## Clôture du mois

proposal-close-month = Clôturer un mois des livres
refusal-month-not-next = { $month } ne peut pas encore être clôturé. Clôturez d’abord { $next } : les mois se ferment dans l’ordre.
refusal-month-not-ready = { $month } ne peut pas encore être clôturé : un point de la liste de contrôle n’est pas en ordre. Corrigez-le, puis proposez à nouveau.
