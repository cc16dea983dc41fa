### The life of a policy: details, account, cancelling, changes. English: short and kind.


## How we reach you

nav-details = My details
details-title = My details
details-name = Does your name change? Please send us a message; we need proof of that.
details-reach = Address, phone and letters
details-save = Save
details-email = Email address
details-email-none = We have no email address of you.
details-email-now = We write to { $email }.
details-email-waits = We have sent a link to { $email }. The address counts as soon as you use that link.
details-email-send = Change email address
reach-name = Name
reach-street = Street and number
reach-postcode = Postcode
reach-town = Town
reach-country = Country
reach-country-NL = Netherlands
reach-country-BE = Belgium
reach-phone = Phone
reach-language = We write to you in
reach-language-nl = Dutch
reach-language-en = English
reach-language-fr = French
reach-letters = How do you want to receive letters?
reach-letters-email = By email
reach-letters-post = By post
reach-email = New email address
reach-email-hint = We send a link to it. The address counts as soon as the link is used.
address-title = Confirm your new email address
address-text = From now on we write to { $email }.
address-button = Confirm email address
done-address-asked = We have sent a link to the new address. Look in your mail.
done-address-confirmed = Your new email address counts from now on.

## The account for the premium

payer-title = Account for the premium
payer-none = We do not collect the premium yet. With a mandate we do it for you.
payer-now = We now collect from { $account }.
payer-from = We collect from this account as from the next collection. What is already announced may still come from the old one.
payer-signed = Signed on
payer-send = Save account
policy-account-change = Change the account
done-account = Saved. You receive a confirmation of the mandate.

## Entered on somebody's word

desk-acts = Change
word-title = How do we know?
word-channel = How did it come in?
word-channel-phone = Phone
word-channel-email = Email
word-channel-post = Letter
word-channel-form = Contact form
word-note = Who said what?
word-note-hint = For our own file. Write down who you spoke to or who signed, and on whose behalf.
word-paper = Letter, mail or proof of authority
person-title = Customer's details
person-text = Change this only when the customer has told us, and say how you know.

## Letters that did not arrive

letters-title = Letters that did not arrive
letters-text = Check the address first. A letter that is sent again goes to the address we have now.
letters-none = Everything has been delivered
letters-by-post = Send by post
letters-by-email = Send by email
done-sent-again = It will be sent again.
letter-contact-changed = Confirmation of your details
letter-address-link = Link for your new email address

## The way back to the form

applied-wrong = Is the address or something else not right?
applied-change = Change my answers
