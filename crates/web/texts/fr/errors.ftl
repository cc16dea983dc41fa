### Français : vous, court, aimable.


## One page for each way in which a page cannot be given

error-again = Réessayer
error-back = Retour au formulaire
error-home = Vers la page d’accueil
error-reference = Référence de ce message :
error-not-found = Cette page n’existe pas
error-not-found-text = L’adresse est peut-être mal saisie, ou la page a été déplacée.
error-not-found-next = La page d’accueil vous remettra sur le bon chemin.
error-not-allowed = Cette page ne vous est pas destinée
error-not-allowed-text = Pour protéger les données de chacun, chaque personne ne voit que ce qui la concerne.
error-not-allowed-next = Vous pensez que c’est une erreur ? Contactez-nous.
error-stale-form = Ce formulaire est resté ouvert trop longtemps
error-stale-form-text = Pour votre sécurité, nous ne l’avons pas traité. Rien n’a été fait.
error-stale-form-next = Ouvrez de nouveau le formulaire et renvoyez-le.
error-malformed = Nous n’avons pas pu lire ceci
error-malformed-text = Ce que nous avons reçu est incomplet ou endommagé. Rien n’a été fait.
error-malformed-next = Renvoyez le formulaire. Si cela échoue encore, n’hésitez pas à nous appeler.
error-too-large = Vos fichiers sont trop volumineux ensemble
error-too-large-text = Un formulaire ne peut pas dépasser { $mb } Mo au total. Rien n’a été envoyé.
error-too-large-next = Envoyez moins de photos à la fois, ou réduisez-les. Vous pourrez en ajouter plus tard.
error-too-many = Un instant, s’il vous plaît
error-too-many-text = Il y a eu trop d’essais à la suite. Vous pourrez réessayer dans { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    }.
error-too-many-next = C’est ainsi que nous protégeons vos données contre ceux qui devinent les mots de passe.
error-conflict = Quelqu’un d’autre a décidé avant vous
error-conflict-text = Quelque chose a changé pendant que cette page était ouverte. Votre décision n’a donc pas été enregistrée.
error-conflict-next = Consultez de nouveau la page, puis décidez s’il reste quelque chose à faire.
error-unavailable = Nous revenons tout de suite
error-unavailable-text = Nous ne pouvons pas accéder à nos données pour le moment. Rien n’est perdu : ce que vous aviez déjà envoyé est conservé.
error-unavailable-next = Réessayez dans une demi-minute. C’est urgent ? Appelez-nous.
error-fault = Un problème est survenu de notre côté
error-fault-text = Vous n’y êtes pour rien. Nous avons vu l’erreur et allons la réparer.
error-fault-next = Réessayez plus tard. Si vous nous appelez, donnez la référence ci-dessous.
error-refused = Ce n’est pas possible
error-refused-next = Rien n’a été fait.

# L’API JSON.
api-key = Il faut une clé
api-key-text = Envoyez une clé valable : « Authorization: Bearer CLÉ ». Votre administrateur en crée une avec « harmony user key ».
api-not-found = Il n’y a rien ici
api-not-found-text = Consultez /api/openapi.json pour voir ce qui existe.
api-media = Ce type de contenu n’est pas lu
api-media-text = Envoyez le dossier en application/json ou application/toml.
api-facts = Ce dossier ne peut pas être décidé
api-facts-text = Rien n’a été décidé. Corrigez ce qui est indiqué et renvoyez le dossier.
api-moment = { $name } n’est pas un moment
api-moment-text = Écrivez-le comme 2026-03-01T14:05 ou 2026-03-01T13:05:00Z.
api-letters = La liste est illisible
api-letters-text = Envoyez une liste « news », chaque ligne avec « reference », « what », « day » et « detail », 5 000 lignes au plus. Rien n’a été enregistré.
api-report = La déclaration est illisible
api-report-text = Envoyez « id » (8 à 64 lettres et chiffres), « event » avec ses faits et, au besoin, « items » et « narrative ». Rien n’a été gardé.
api-report-not-kept = Rien n’a été gardé. Corrigez ce qui est indiqué et renvoyez avec le même « id ».
