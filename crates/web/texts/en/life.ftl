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
letter-change-declined = Change not made
letter-address-link = Link for your new email address

## The way back to the form

applied-wrong = Is the address or something else not right?
applied-change = Change my answers

## Ending: what it does, before it is confirmed

ending-why = Why this day
ending-sum = What comes back, premium by premium
ending-period = Paid for
ending-invoiced = Premium
ending-days = Days left
ending-back = Comes back
ending-from-to = { $from } up to and including { $to }
ending-from = From { $from }
ending-days-of = { $left } of { $all }
ending-refund = Paid back to you
ending-open = Still to be paid now
ending-earlier = Something else ends the insurance before this date. The earliest date counts.
ending-back-none = No premium has been paid for the time after the end, so nothing comes back.
ending-back-all = All premium comes back: you withdraw in time and have reported no claim.
ending-back-days = The premium for the days after the end comes back, by the day.
ending-back-nothing = No premium comes back.
ending-others = Another way to leave
ending-other = { $way }: the insurance then ends on { $at }
ending-why-cooling-off = You withdraw within the cooling-off period of 14 days. The insurance ends today at midnight.
ending-why-ordinary-nl = After the minimum duration you can cancel on any day, with one month’s notice. Inside the minimum duration your cancellation works at its end.
ending-why-ordinary-be = After the minimum duration you can cancel with one month’s notice. The insurance then ends on the next premium due date, or earlier where the law says so.
ending-why-after-claim = Your claim was closed less than a month ago. You may then cancel with one month’s notice, also within the minimum duration.
ending-why-adverse-change = We announced a change to your disadvantage. You may leave on the day it starts.
ending-why-death-nl = The insurance ends at the end of the day after the death.
ending-why-death-be = The insurance ends one month after we received the letter about the death.
ending-why-trustee-bankruptcy = The trustee may end the insurance within three months of the bankruptcy.
ending-why-repeated-non-payment-nl = Premium stayed unpaid after a reminder, more than once or for more than 30 days. The insurance ends on the date in our letter.
ending-why-repeated-non-payment-be = Premium stayed unpaid after a formal notice. The insurance ends at the earliest 15 days after the first day of suspension.
ending-why-insurer-after-claim-nl = Within a month of the closing of a claim the insurer may end the policy with two months’ notice.
ending-why-insurer-after-claim-be = Within a month of the closing of a claim the insurer may end the policy with three months’ notice.
ending-why-fraud = There was an intent to mislead. The insurance ends at the end of the date on the letter.
ending-why-insurer-ordinary-nl = The insurer does not renew the policy. Notice is two months, to a policy expiry date.
ending-why-insurer-ordinary-be = The insurer ends the policy with three months’ notice, to a premium due date.
ending-why-insurer-bankruptcy = After a bankruptcy the insurer may end the policy, at the earliest three months after the declaration.
ending-why-sanctions = The policyholder is on a sanctions list. The insurance ends at once and money is blocked.
ending-way = In which way does it end?
ending-way-cooling-off = Withdraw within the cooling-off period
ending-way-ordinary = Cancel with notice
ending-way-after-claim = Cancel after a claim
ending-way-adverse-change = Leave because of a change
ending-way-death = The policyholder died
ending-way-end-date = The end date was reached
ending-way-trustee-bankruptcy = The trustee in bankruptcy ends it
ending-way-repeated-non-payment = Premium repeatedly stays unpaid
ending-way-insurer-after-claim = After a claim
ending-way-fraud = Fraud or intent to mislead
ending-way-insurer-ordinary = Not renewed
ending-way-insurer-bankruptcy = Bankruptcy of the policyholder
ending-way-sanctions = Sanctions list
ending-way-nothing-left = No device is left
ending-way-moved-away = The policyholder moved abroad
cancel-confirmed = We confirm your cancellation in writing at once.
cancel-third-parties = Cancelling with us is free. Websites that cancel for you are not ours and may charge money.
cancel-stay = Take the cancellation back
cancel-stay-text = You have cancelled: the insurance ends on { $at }. Until then you can change your mind.
done-stayed = The cancellation has been taken back. The insurance goes on.
end-show = Show what follows
end-follows = What follows
end-from = From whom?
end-from-holder = The policyholder
end-from-representative = Somebody for the policyholder
end-from-representative-hint = A new insurer, broker or guardian: add the proof of authority.
end-from-heirs = The heirs
end-happened = Day of death or bankruptcy
end-happened-hint = A Dutch policy ends by the death itself, also when we hear of it late.
end-last-day = Last insured day asked for
end-last-day-hint = Only if it should end later than need be.
end-two = A colleague must approve this. Only then does the letter go out.
end-propose = Propose to a colleague
terminate-title = End for the insurer
terminate-text = The letter goes out when this is confirmed; the notice counts from its receipt.
proposal-end-policy = End a policy for the insurer
letter-insurance-ended = End of your insurance
letter-cancellation-withdrawn = Your insurance goes on


## What happened

event-cancellation-withdrawn = Cancellation taken back
event-signals-found = Known-person check found something
event-items-received = Missing papers received
event-other-terms-offered = Offer on other terms sent
event-offer-agreed = Offer agreed to
event-offer-declined = Offer declined
event-application-withdrawn = Application taken back
event-endorsed = Policy changed
event-corrected = Fact corrected
event-extra-premium-fell-due = Extra premium fell due
event-free-reminder-sent = Free reminder sent
event-reminders-held = Reminders are held
event-reminders-resumed = Reminders go on
event-payment-plan-agreed = Payment plan agreed
event-payment-plan-broken = Payment plan not kept
event-costs-fell-due = Collection costs fell due
event-interest-fell-due = Interest fell due
event-charge-waived = Costs or interest waived
event-reminder-returned = Reminder came back
event-reminder-receipt-proven = Receipt of a reminder proven
phase-offered = Offer made
phase-withdrawn = Taken back
application-offer-terms = Accept on other terms
application-offer-text = The applicant gets a letter and answers it in the portal until day 14. In the Netherlands provisional cover ends on the day it is sent.
application-offer-send = Send the offer

## Corrections

correct-title = Correct a fact
correct-text = What was believed stays in the file. From now on what is right counts, and what follows from it happens.
correct-right = What is right?
correct-right-at = It counts from another moment
correct-right-never = It never happened
correct-day = Right day
correct-time = Right time
correct-send = Correct the fact
correct-link = Correct
correct-cover = Cover from { $from } until { $to }: believed { $was }, now { $is }
correct-taken-back = { $amount } of premium is taken back
correct-charged = { $amount } of premium is charged
correct-refunded = { $amount } is paid back
correct-letter = A letter goes out: { $event }
correct-claim = Claim { $number } is looked at again
correct-nothing = Nothing else follows

## Proof of cover

proof-title = Cover and its proof
proof-link = Picture, table and proof of the cover
proof-at = Was there cover at
proof-known = As known on { $at }
proof-differs = We know more now than was known then. Both are shown below.
proof-yes = Yes: there was cover on { $at }
proof-no = No: there was no cover on { $at }
proof-since = Since { $from }, by rule { $rule }, because of: { $event }.
proof-before = The policy had not begun.
proof-from = From
proof-to = Until
proof-open = no end known
proof-because = Because of
proof-none = There was no cover at any time
proof-cover-provisional = Provisional
proof-cover-on = On
proof-cover-off = Off
proof-cover-suspended = Suspended
proof-cover-void = Void

## Changes

change-title = Change the policy
change-text = Each change makes an endorsement and a new policy schedule for the customer.
change-what = What changes?
change-what-swapped = The device has another number
change-what-left = A device is gone
change-what-plan = Another plan
change-what-moved = The customer moves abroad
change-item = Which device?
change-swap = Why?
change-swap-replaced = We replaced it after a claim
change-swap-repaired = It was repaired
change-swap-warranty = Replaced under warranty
change-swap-wrong-number = The number in the schedule was wrong
change-model = Make and model of the new one
change-gone = Why is it gone?
change-gone-stolen = Stolen, without a benefit
change-gone-sold = Sold or given away
change-gone-broken = Broken, without a benefit
change-gone-not-wanted = The customer no longer wants it insured
change-plan = New plan, from the next premium due date
change-to = Where to?
change-to-NL = Netherlands
change-to-BE = Belgium
change-to-other = Another country
change-on = Since when, or first day there
change-on-hint = Leave empty if it counts from now.
change-send = Change the policy
done-changed = Changed. The customer gets a new policy schedule.
change-list = Changes and schedules
change-no = No.
change-from = Counts from
change-none = Nothing has changed since the policy was made
change-kind-device-swapped = Other device or number
change-kind-device-corrected = Purchase corrected
change-kind-item-added = Device added
change-kind-item-left = Device gone
change-kind-plan-changed = Other plan
change-kind-insured-added = Insured person added
change-kind-insured-left = Insured person left
change-kind-address-changed = Address changed
change-kind-terms-changed = Premium or conditions changed

## Questions and offers

asked-title = A question about your application
asked-text = Please answer as soon as you can, so that we can decide in time.
asked-answer = Your answer
asked-send = Send the answer
asked-to-do = Answer a question about your application
asked-to-do-text = We need your answer before { $at }.
offer-title = Our offer on other terms
offer-text = We cannot accept your application as it is. This is what we can offer. You can agree until { $at }.
offer-what = What
offer-was = You asked for
offer-is = We offer
offer-agree = Agree
offer-decline = No, thank you
offer-to-do = Answer our offer
offer-to-do-text = You can agree until { $at }.
application-offer-premium = Premium we offer
application-offer-excess = Excess we offer
letter-offer-made = Offer on other terms

## What became of a letter

desk-nav-post = Returned post
reminder-returned = Came back: it sets no term
reminder-cancelled = Sent in error: it sets no term
reminder-proven = Receipt proven
receipt-title = Reminder { $no }
receipt-text = Proof of receipt counts before what is presumed. The customer never gets less time than the letter gave.
receipt-reference = Reference
receipt-presumed = Presumed received
receipt-proven = Proven received
receipt-item = Number of the registered item
receipt-item-hint = As on the slip of the post, such as RR123456789BE.
receipt-item-wrong = Fill in the number: letters and digits only.
receipt-stops = No cover from the end of
receipt-paid = Paid in full
receipt-returned = Came back
receipt-what = What do we know?
receipt-what-received = It was received
receipt-what-deposited = It was handed in as a registered item
receipt-what-returned = It came back
receipt-day = On which day?
receipt-day-hint = Leave this empty when it came back.
receipt-why = Why did it come back?
receipt-why-address-unknown = The address does not exist
receipt-why-moved = Moved
receipt-why-not-collected = Not collected
receipt-why-refused = Not taken in
receipt-why-mailbox-gone = The mailbox does not exist or is full
receipt-note = Note
receipt-paper = Slip or envelope
receipt-slip = Look at the slip
receipt-send = Record
receipt-over = This reminder came back. It sets no term any more. A new one goes by post, as soon as we know the address.
task-prove-deposit = Record the deposit of a registered letter
post-text = Letters and mails that came back. They start no term. Find out the right address and send them again.
post-letter = Letter
post-about = About
post-why = Why it came back
post-new = Read in a list
post-file = List of the mail server or the post
post-file-missing = Choose the list first.
post-file-limits = A text file of at most { $lines } lines.
post-format = Each line: reference; what happened; day; reason or number of the item.
post-send = Read in
post-done = { $count ->
    [one] One line recorded
   *[other] { $count } lines recorded
}
post-done-text = Recorded before: { $again }. Not recorded: { $left }.
post-line = Line
post-why-not = Why not
post-left = Lines that were not recorded

## Where a refund goes

refund-where = To which account may we pay back?
refund-yours = You get { $amount } back. We do not know yet to which account.
refund-waits = { $amount } waits to be paid back. No account is known.
refund-two = A colleague releases the payment: never the one who enters the account.
refund-send = Save account
refund-none = No refund waits for an account.
done-refund-account = The account is saved. The money goes out with the next payments.
event-refund-account-named = Account for a refund named
