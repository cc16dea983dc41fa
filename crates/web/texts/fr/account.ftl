### Français : vous, court, aimable.


## Signing in

sign-in-title = Se connecter à Mon Harmony
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-code = Code de votre application
sign-in-code-hint = Six chiffres. Uniquement si vous utilisez la connexion en deux étapes.
sign-in-button = Se connecter
sign-in-wrong = Cette adresse e-mail et ce mot de passe ne correspondent pas. Vérifiez les deux.
sign-in-forgot = Mot de passe oublié ?
sign-in-none = Pas encore de compte ?
sign-in-none-text = Vous n’en avez pas besoin pour faire une demande. Êtes-vous déjà assuré chez nous ? Demandez alors un mot de passe avec l’adresse e-mail que nous avons de vous.

## A new password

forgot-title = Demander un mot de passe
forgot-text = Indiquez votre adresse e-mail. Nous vous enverrons un lien pour choisir un mot de passe : un nouveau, ou le premier si vous êtes assuré chez nous sans avoir de compte.
forgot-email = Adresse e-mail
forgot-button = Envoyez-moi un lien
forgot-sent = Consultez votre boîte mail
forgot-sent-text = Si nous connaissons cette adresse, un lien est en route. Il est valable une heure. Rien reçu ? Regardez dans les courriers indésirables.
password-title = Choisissez un mot de passe
password-text = Prenez par exemple quatre mots sans lien. Un long mot de passe vaut mieux qu’un mot de passe compliqué.
password-new = Nouveau mot de passe
password-new-hint = Au moins 12 caractères.
password-again = Encore une fois
password-button = Enregistrer le mot de passe
password-short = Ce mot de passe est trop court : au moins 12 caractères.
password-common = Ce mot de passe est trop connu. Choisissez-en un autre.
password-differs = Les deux mots de passe sont différents.
link-old = Ce lien n’est plus valable
link-old-text = Il a déjà été utilisé ou est trop ancien. Demandez-en un nouveau.
link-new = Demander un nouveau lien
