### Nederlands: u, kort, vriendelijk.


## Signing in

sign-in-title = Inloggen bij Mijn Harmony
sign-in-email = E-mailadres
sign-in-password = Wachtwoord
sign-in-code = Code uit uw app
sign-in-code-hint = Zes cijfers. Alleen nodig als u inloggen in twee stappen gebruikt.
sign-in-button = Inloggen
sign-in-wrong = E-mailadres en wachtwoord horen niet bij elkaar. Kijk beide na.
sign-in-forgot = Wachtwoord vergeten?
sign-in-none = Nog geen account?
sign-in-none-text = Voor een aanvraag hebt u geen account nodig. Bent u al bij ons verzekerd? Dan vraagt u een wachtwoord aan met het e-mailadres dat wij van u hebben.

## A new password

forgot-title = Wachtwoord aanvragen
forgot-text = Vul uw e-mailadres in. Wij sturen u een link om een wachtwoord te kiezen: een nieuw, of uw eerste als u bij ons verzekerd bent en nog geen account hebt.
forgot-email = E-mailadres
forgot-button = Stuur mij een link
forgot-sent = Kijk in uw mail
forgot-sent-text = Kennen wij dit adres, dan is er nu een link onderweg. Hij werkt één uur. Niets gekregen? Kijk bij de ongewenste mail.
password-title = Kies een wachtwoord
password-text = Neem bijvoorbeeld vier losse woorden. Een lang wachtwoord is beter dan een moeilijk wachtwoord.
password-new = Nieuw wachtwoord
password-new-hint = Minstens 12 tekens.
password-again = Nog een keer
password-button = Wachtwoord opslaan
password-short = Dit wachtwoord is te kort: gebruik minstens 12 tekens.
password-common = Dit wachtwoord is te bekend. Kies een ander.
password-differs = De twee wachtwoorden zijn niet gelijk.
link-old = Deze link werkt niet meer
link-old-text = Hij is al gebruikt of te oud. Vraag gerust een nieuwe aan.
link-new = Nieuwe link aanvragen
