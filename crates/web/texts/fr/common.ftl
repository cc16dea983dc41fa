### Français : vous, court, aimable.


## Frame

brand = Mon Harmony
skip-to-content = Aller au contenu
language-switch = Langue
nav-main = Menu principal
nav-menu = Menu
nav-plans = Formules
nav-how = Comment ça marche
nav-faq = Questions
nav-contact = Contact
nav-privacy = Vie privée
nav-conditions = Conditions générales
nav-apply = Demander une assurance
nav-sign-in = Se connecter
nav-sign-out = Se déconnecter
nav-overview = Aperçu
nav-claims = Sinistres
foot-insurance = Assurance
foot-help = Aide
foot-about = À propos
foot-complaint = Une réclamation
foot-legal = Harmony Service Center B.V. gère cette assurance pour l’assureur. Postbus 21460, 3001 AL Rotterdam. Agrément de Harmony Financial Services B.V. : AFM 12004420. Kifid 300.001913.

## Forms

form-optional = (facultatif)
form-faults = { $n ->
        [one] Un point est à corriger
       *[other] { $n } points sont à corriger
    }
form-required = Veuillez remplir ce champ.
form-choose = Veuillez choisir une réponse.
form-date-wrong = Cette date n’existe pas. Écrivez-la ainsi : 21-11-2026.
form-date-future = Cette date est dans le futur.
form-email-wrong = Ceci n’est pas une adresse e-mail. Par exemple : nom@exemple.be
form-phone-wrong = Ce numéro de téléphone n’est pas correct. Par exemple : +32 470 12 34 56
form-iban-wrong = Ce numéro de compte n’est pas correct. Vérifiez les lettres et les chiffres.
form-imei-wrong = Ce numéro IMEI n’est pas correct. Il compte 15 chiffres.
form-serial-wrong = Ce numéro de série n’est pas correct. Vérifiez les lettres et les chiffres.
form-postcode-wrong = Ce code postal n’est pas correct. Par exemple : 3011 AB
form-money-wrong = Ce montant n’est pas correct. Écrivez-le ainsi : 749,00.
form-file-limits = Photo (JPG, PNG, WebP) ou PDF, jusqu’à { $mb } Mo par fichier.
form-file-too-large = Ce fichier dépasse { $mb } Mo. Choisissez un fichier plus petit ou prenez une nouvelle photo.
form-file-kind = Nous ne pouvons pas lire ce fichier. Envoyez une photo ou un PDF.
form-file-missing = Ajoutez une photo ou un PDF.

## Answers

yes = Oui
no = Non
unknown = Je ne sais pas

## Words that stand alone

all = Tout
back = Retour
send = Envoyer
print = Imprimer
search = Rechercher
page-back = Précédent
page-on = Suivant

## Cover

cover-on = Couvert
cover-provisional = Couverture provisoire
cover-off = Non couvert
cover-ended = Terminé
cover-ends = Prend fin
cover-none-now = Non couvert actuellement
cover-today = aujourd’hui
cover-picture = Chronologie de la garantie. Aujourd’hui : { $now }.
cover-from = À partir du { $from }
cover-from-to = Du { $from } au { $to }

## Plans

plan-xandocare = Xandocare
plan-plus = Xandocare Plus
plan-plus-protect = Xandocare Plus Protect
plan-accident = Accident
plan-defect = Panne
plan-complete = Complet

## Devices

device-phone = Téléphone
device-tablet = Tablette
device-laptop = Ordinateur portable
device-smartwatch = Montre connectée
device-other = Autre appareil

## Help with the IMEI (FAQ-02)

imei-where = Où trouver le numéro IMEI ?
imei-dial = Composez *#06# sur l’appareil, comme pour un appel. Le numéro s’affiche à l’écran.
imei-back = Regardez au dos de l’appareil ou sur le tiroir de la carte SIM.
imei-papers = Il figure aussi sur votre ticket d’achat, votre contrat de téléphonie, l’emballage de la carte SIM et vos conditions particulières.

## Messages after something was done

done-signed-out = Vous êtes déconnecté.
done-saved = Enregistré.
done-sent = Envoyé. Merci.
done-decided = Votre décision est enregistrée.
done-already = C’était déjà fait. Rien n’a été fait deux fois.
form-too-long = C’est trop long : 200 caractères au plus.
cover-checking = En cours de vérification
cover-rejected = Non acceptée
done-cancelled = Nous avons reçu votre résiliation. Vous recevrez une confirmation.
form-time-wrong = Cette heure n’est pas correcte. Écrivez-la ainsi : 14:05.
done-reported = Nous avons votre déclaration. Vous voyez ici la suite.
done-reported-before = Vous l’aviez déjà déclaré. Voici cette déclaration.
done-report-discarded = La déclaration commencée est supprimée.


done-accepted-device = Vous avez accepté l’appareil. Merci.
