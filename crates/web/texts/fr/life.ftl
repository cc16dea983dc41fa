### La vie d’une police : données, compte, résiliation, changements. Français : bref et aimable.


## Comment nous vous joignons

nav-details = Mes données
details-title = Mes données
details-name = Votre nom change ? Envoyez-nous un message ; il nous en faut une preuve.
details-reach = Adresse, téléphone et courriers
details-save = Enregistrer
details-email = Adresse e-mail
details-email-none = Nous n’avons pas d’adresse e-mail de vous.
details-email-now = Nous écrivons à { $email }.
details-email-waits = Nous avons envoyé un lien à { $email }. L’adresse compte dès que vous utilisez ce lien.
details-email-send = Changer d’adresse e-mail
reach-name = Nom
reach-street = Rue et numéro
reach-postcode = Code postal
reach-town = Localité
reach-country = Pays
reach-country-NL = Pays-Bas
reach-country-BE = Belgique
reach-phone = Téléphone
reach-language = Nous vous écrivons en
reach-language-nl = néerlandais
reach-language-en = anglais
reach-language-fr = français
reach-letters = Comment voulez-vous recevoir vos courriers ?
reach-letters-email = Par e-mail
reach-letters-post = Par la poste
reach-email = Nouvelle adresse e-mail
reach-email-hint = Nous y envoyons un lien. L’adresse compte dès que le lien est utilisé.
address-title = Confirmez votre nouvelle adresse e-mail
address-text = Désormais, nous écrivons à { $email }.
address-button = Confirmer l’adresse e-mail
done-address-asked = Nous avons envoyé un lien à la nouvelle adresse. Regardez vos e-mails.
done-address-confirmed = Votre nouvelle adresse e-mail compte dès maintenant.

## Le compte pour la prime

payer-title = Compte pour la prime
payer-none = Nous n’encaissons pas encore la prime. Avec un mandat, nous le faisons pour vous.
payer-now = Nous encaissons actuellement sur { $account }.
payer-from = Nous encaissons sur ce compte à partir du prochain prélèvement. Ce qui est déjà annoncé peut encore venir de l’ancien.
payer-signed = Signé le
payer-send = Enregistrer le compte
policy-account-change = Changer de compte
done-account = Enregistré. Vous recevez une confirmation du mandat.

## Noté sur parole

desk-acts = Modifier
word-title = Comment le savons-nous ?
word-channel = Comment est-ce arrivé ?
word-channel-phone = Téléphone
word-channel-email = E-mail
word-channel-post = Lettre
word-channel-form = Formulaire de contact
word-note = Qui a dit quoi ?
word-note-hint = Pour notre propre dossier. Notez à qui vous avez parlé ou qui a signé, et au nom de qui.
word-paper = Lettre, e-mail ou preuve de mandat
person-title = Données du client
person-text = Ne modifiez ceci que si le client nous l’a dit, et notez comment nous le savons.

## Courriers non arrivés

letters-title = Courriers non arrivés
letters-text = Vérifiez d’abord l’adresse. Un courrier renvoyé part à l’adresse que nous avons maintenant.
letters-none = Tout a été remis
letters-by-post = Envoyer par la poste
letters-by-email = Envoyer par e-mail
done-sent-again = Le courrier repart.
letter-contact-changed = Confirmation de vos données
letter-address-link = Lien pour votre nouvelle adresse e-mail

## The way back to the form

applied-wrong = L’adresse ou autre chose n’est pas juste ?
applied-change = Modifier mes réponses
