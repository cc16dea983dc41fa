### Changing one's own policy. English: short and kind.


## What can be changed

policy-change = Change something
own-title = Change something
own-text = Choose what changes. Before you confirm, you see from when it counts, what it costs or gives back, and by which rule.
own-group-device = Your device
own-group-cover = Your cover
own-group-people = Who is insured
own-group-you = You and this insurance
own-swapped = Other device or number
own-swapped-text = Repaired, replaced under warranty, or the number was wrong.
own-left = Device sold, given away or gone
own-left-text = It leaves your policy. If it is the only device, the insurance ends.
own-added = Add a device
own-added-text = On this policy, under the same plan.
own-plan = Other plan
own-plan-text = From your next premium due date.
own-person-added = Name somebody who is insured too
own-person-added-text = Somebody of your household, or somebody who works for you.
own-person-left = Somebody is no longer insured
own-person-left-text = For example because they moved out.
own-moved = I move to another country
own-moved-text = The insurance then ends. You see what comes back.
own-details = Address, phone or email
own-details-text = Where we reach you. It counts at once; a new email address after you have used our link.
own-account = Account for the premium
own-account-text = From which account we collect.
own-cancel = Cancel
own-cancel-text = You first see when it ends and what comes back.

## The form

own-item = Which device?
own-swap = Why does it have another number?
own-swap-warranty = The shop or maker replaced it under warranty
own-swap-repaired = It was repaired
own-swap-wrong-number = The number on my policy is wrong
own-model = Make and model
own-gone = What happened?
own-gone-sold = Sold or given away
own-gone-broken = Broken, and I do not claim for it
own-gone-stolen = Stolen or lost, and I do not claim for it
own-gone-not-wanted = I have it, but no longer want it insured
own-gone-not-wanted-hint = The notice and the minimum duration of your policy apply.
own-on = Which day?
own-on-hint = For a move: the first day there. Otherwise leave it empty if it is today.
own-person = Who?
own-name = First and last name
own-born = Date of birth
own-to = Where to?
own-to-NL = Netherlands
own-to-BE = Belgium
own-to-other = Another country
own-left-claim = Broken or stolen, and do you want it repaired, replaced or paid for? Then report a claim.
own-person-who = Family members who live with you are insured anyway; in a business, the people who work for you. Naming them helps when something happens.
own-moved-within = Do you stay in the same country? Then only change your address.
own-show = See what it means
own-no-change = This is how it is already. Nothing changes.

## What it does

own-told-title = Please check
own-told-letter = You receive a confirmation, and a new policy schedule if the insurance goes on.
own-consent = We look at this first. Until we agree, nothing changes and you pay nothing extra.
own-confirm = Confirm
own-ask = Send to Harmony
own-back = Back to the form
own-moved-insure = Do you want insurance there too?
told-from = Counts from
told-from-now = now
told-from-consent = the moment we agree
told-ends = Your insurance ends on
told-ends-text = After this the device is no longer insured here.
told-premium = Premium per payment
told-premium-same = { $amount }, stays the same
told-premium-other = { $after } (now { $before })
told-extra = Extra for the days that are left
told-refund = Comes back to you
told-set-off = Taken off what you still have to pay
told-rule = Rule
done-own-changed = Changed. The confirmation is on its way.
done-asked = Sent. We are looking at it; you see here where it stands.
done-request-withdrawn = Taken back. Nothing changes.

## Where it stands

policy-requests = What you asked us
policy-coming = This is coming
policy-insured = Insured too
request-waiting = We are looking at it
request-granted = Done
request-declined = Not done
request-asked = Asked on { $at }
request-withdraw = Take back
coming-line = { $what } from { $at }
coming-premium = Premium then { $amount }

## At the desk

change-what-added = One more device
change-what-person-added = Name somebody as insured
change-what-person-left = Somebody is no longer insured
change-name = Name of the insured person
change-born = Date of birth
change-person = Who is no longer insured?
change-show = Show what follows
requests-title = Changes asked for
requests-none = Nothing waits
requests-text = The customer asked for this in the portal. Nothing has changed yet.
requests-grant = Agree and change
requests-decline = Do not agree
requests-reason = Why not?
requests-reason-hint = The customer reads this in a letter and in the portal. Say what can be done instead.
requests-cannot = This can no longer be done: { $why }
done-granted = Changed. The customer gets a new policy schedule.
done-declined = The customer gets a letter with your reason.
requests-when = Asked

## Why there was cover or not

cover-why-provisional = You had applied; we had not decided yet.
cover-why-back = Everything was paid. Cover came back 24 hours later.
cover-why-unpaid = The premium was not paid in time, also not after our reminder.
cover-why-void = The application was not accepted.
cover-why-not-accepted = The application did not become an insurance.
cover-end-cooling-off = You withdrew.
cover-end-ordinary = You cancelled.
cover-end-death = The policyholder died.
cover-end-end-date = End of the term.
cover-end-after-claim = You cancelled after a claim.
cover-end-insurer-after-claim = We ended it after a claim.
cover-end-insurer-ordinary = We did not renew it.
cover-end-fraud = We ended it because we were misled.
cover-end-repeated-non-payment = We ended it because the premium stayed unpaid.
cover-end-adverse-change = You left because of a change.
cover-end-insurer-bankruptcy = We ended it after a bankruptcy.
cover-end-trustee-bankruptcy = The trustee in bankruptcy ended it.
cover-end-sanctions = We had to end it because of a sanctions list.
cover-end-nothing-left = There was no insured device left.
cover-end-moved-away = You moved to another country.

## Withdrawing

withdraw-here = Withdraw from contract here
withdraw-title = Changed your mind?
withdraw-text = You are within the cooling-off period. You can withdraw without giving a reason. You first see what comes back.
