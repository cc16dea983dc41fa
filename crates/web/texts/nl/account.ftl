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
sign-in-none-text = U hebt er geen nodig om een verzekering aan te vragen. Is uw aanvraag aangenomen, dan kunt u er een openen met de link in onze mail.

## A new password

forgot-title = Nieuw wachtwoord aanvragen
forgot-text = Vul uw e-mailadres in. Wij sturen u een link waarmee u een nieuw wachtwoord kiest.
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
