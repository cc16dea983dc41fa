### English: short and kind.


## Signing in

sign-in-title = Sign in to My Harmony
sign-in-email = E-mail address
sign-in-password = Password
sign-in-code = Code from your app
sign-in-code-hint = Six digits. Only needed if you use two-step sign-in.
sign-in-button = Sign in
sign-in-wrong = This e-mail address and password do not belong together. Please check both.
sign-in-forgot = Forgot your password?
sign-in-none = No account yet?
sign-in-none-text = You do not need one to apply for insurance. Are you insured with us already? Then ask for a password with the e-mail address we have of you.

## A new password

forgot-title = Ask for a password
forgot-text = Fill in your e-mail address. We will send you a link to choose a password: a new one, or your first if you are insured with us and have no account yet.
forgot-email = E-mail address
forgot-button = Send me a link
forgot-sent = Check your mail
forgot-sent-text = If we know this address, a link is on its way. It works for one hour. Nothing there? Look in your spam folder.
password-title = Choose a password
password-text = Take four unrelated words, for instance. A long password is better than a complicated one.
password-new = New password
password-new-hint = At least 12 characters.
password-again = Once more
password-button = Save password
password-short = This password is too short: use at least 12 characters.
password-common = This password is too well known. Please choose another.
password-differs = The two passwords are not the same.
link-old = This link no longer works
link-old-text = It has been used already or is too old. Feel free to ask for a new one.
link-new = Ask for a new link
