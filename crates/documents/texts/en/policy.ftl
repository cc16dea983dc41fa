# DOC-04: policy schedule
issued-title = Welcome: here is your policy schedule for { $plan }
issued-intro = Good news: we have accepted your application. You are now insured with { $plan }.
issued-again-title = Your new policy schedule for { $plan }
issued-again-intro = Something has changed in your insurance { $plan }. That is why you get a new policy schedule. It replaces the previous one.
issued-attached = Your policy schedule is attached. Please keep it safe.
issued-check = Is something wrong, or does something change? Please tell us straight away. You can also do that in My Harmony.
withdraw-title = Cooling-off period
withdraw = You can cancel this insurance free of charge up to and including { $date }. You do not have to say why. If you have not reported a claim, you get all of your premium back. You can cancel in My Harmony, by email, by letter or by phone.

schedule-title = Policy schedule
schedule-lead = { $plan } · number { $issue } · valid from { $date }
schedule-insurance = Your insurance
schedule-holder = Policyholder
schedule-use = Use
schedule-use-private = Private
schedule-use-business = Business
schedule-starts = Start
schedule-minimum = Minimum duration
schedule-minimum-value = { $term }, up to and including { $date }
schedule-expires = Policy expiry date
schedule-renewal = After that
schedule-renewal-value = extended by { $term } each time
schedule-end = End date
schedule-conditions = Conditions
schedule-premium = Your premium
schedule-net = Premium
schedule-tax-nl = Insurance tax { $rate }
schedule-tax-be = Insurance tax { $rate }
schedule-frequency = You pay
schedule-due = Due day
schedule-due-value = day { $day } of the month
schedule-payment = How
schedule-payment-debit = Direct debit from { $account }
schedule-payment-transfer = You transfer it yourself
schedule-payment-paid = Already paid
schedule-covers = What are you insured for?
schedule-devices = { $count ->
    [one] Your insured device
   *[other] Your { $count } insured devices
 }
schedule-device = Device
schedule-number = Number
schedule-bought = Bought
schedule-value = Purchase value
schedule-excess = Excess
schedule-clauses = Additional terms
schedule-parties = Who is who?
schedule-withdraw = You can cancel free of charge up to and including { $date }.

covered = Insured
not-covered = Not insured
cover-accident = Accident damage
cover-accident-detail = Your device breaks through something from outside, sudden and unexpected.
cover-defect = Defect after the warranty
cover-defect-detail = Your device breaks from the inside, after the warranty has ended.
cover-theft = Theft
cover-theft-detail = Your device is stolen after a burglary or a robbery.
cover-case = Drop and bump with case and screen protector
cover-case-detail = Only if you were using the approved case and screen protector.

kind-phone = Phone
kind-tablet = Tablet
kind-laptop = Laptop
kind-smartwatch = Smartwatch
kind-other = Other device

claiming-title = Damage? How to report it
claiming-portal = Online in My Harmony, through { $site }.
claiming-phone = Or call { $phone }.
claiming-term = Report damage as soon as you can, within { $term } of noticing it at the latest.
claiming-theft = Theft? Lock the device, block the SIM card and report it to the police within 24 hours.
claiming-repair = Do not have anything repaired before we agree to it.

# DOC-10: cancellation
cancelled-title = We have received your cancellation
cancelled-intro = You have cancelled your insurance. We are sorry to see you go, and we will take care of it.
cancelled-intro-death = We have heard that the policyholder has died. Please accept our condolences. The insurance ends; below you can read when.
cancelled-end-title = The insurance lasts until { $until }
cancelled-end = Until that moment everything on the policy schedule of { $plan } is insured as before, provided that the premium is paid.
cancelled-received = Received on
cancelled-channel = How
cancelled-why-this-day = Why this day
channel-portal = In My Harmony
channel-email = By email
channel-phone = By phone
channel-post = By letter
channel-other = Through our office
ground-withdrawal = You cancelled in the cooling-off period. The insurance then ends on the day you cancelled.
ground-ordinary-nl = After the minimum duration you can cancel on any day. The notice period is one month from the day we receive it.
ground-ordinary-be = After the minimum duration you can cancel with one month's notice. The insurance ends on the first premium due date after that.
ground-minimum = Your cancellation takes effect on the first day on which it can: after the minimum duration.
ground-after-claim = After a claim has been settled you can cancel with one month's notice from the day we receive it.
ground-death-nl = The insurance ends the day after the death.
ground-death-be = The insurance ends one month after we received the letter.
ground-change = We changed something to your disadvantage. That is why you could cancel.
ground-nothing-left = There is no insured device any more.
cancelled-no-refund = You do not get premium back: you have not paid for the time after the end.
cancelled-last-title = Last payment
cancelled-last = For the time up to the end we will still collect:
cancelled-good-title = Good to know
cancelled-claims = Did you have damage before the end? Report it as soon as you can, preferably before the insurance ends.
cancelled-third-parties = Some websites cancel for you and may ask money for it. They do not belong to us. Cancelling with us is free.

cancelled-intro-other = Your insurance ends. Below you can read when and why.
ground-trustee = The trustee in bankruptcy has ended the insurance.
ground-moved = You move to a country for which this insurance is not made.

# DOC-09, DOC-11, DOC-16, DOC-21, DOC-22: the insurer ends the policy
ended-title = We are ending your insurance
ended-intro = We are writing to tell you that your insurance { $plan } ends.
ended-after = After that moment nothing is insured any more. Until then everything stays as it is, provided that the premium is paid.
ended-why = Why
ended-after-claim = You have had a claim. Within one month after a claim has been closed the insurer may end the insurance. We keep to the notice period in your conditions.
ended-not-renewed = The insurer does not extend this insurance. We keep to the notice period in your conditions.
ended-fraud = We have found that wrong information was given to us on purpose. The insurance therefore ends at once. Amounts that were paid out wrongly and the costs of our inquiry may be claimed back from you.
ended-non-payment = The premium has not been paid, although we have reminded you of it. Because it keeps happening or has lasted too long, we end the insurance.
ended-bankruptcy = You have been declared bankrupt. The insurer may then end the insurance.
ended-sanctions = The law forbids us to insure you, because your name is on a sanctions list. The insurance ends at once. We are not allowed to pay you anything.
ended-no-refund = You do not get premium back.
ended-date-title = Your insurance is over
ended-date-intro = Your insurance { $plan } has reached its end date. That date is in your policy schedule. The insurance has therefore ended by itself.
ended-date-after = After that nothing is insured any more. Would you like to insure the device again? Then please apply for a new insurance.
ended-open = Still to be paid
ended-open-text = You still owe this amount for the time up to the end.
stays-title = Your insurance goes on
stays-intro = You had cancelled your insurance { $plan }, to end on { $until }. You have taken that back. The insurance goes on as before.
stays-premium = You go on paying premium as you did.

## A change that was asked for is not made

declined-title = We have not changed your insurance
declined-intro = You asked us to change your insurance. We have looked at it and have not made the change.
declined-why = Why not
declined-stays = Your insurance goes on as it was. You can always ask again, or tell us if you see it differently.

# DOC-17: change of premium or conditions
change-title = Something changes in your insurance
change-intro = We are changing your insurance { $plan }. The change starts on { $from }. In this letter you can read what changes, why, and what you can do.
change-from = Starts on
change-before = Until then you pay
change-after = From then on you pay
change-premium = Premium
change-premium-stays = stays the same
change-conditions = New conditions
change-why = Why
change-agree = Do you agree?
change-agree-text = Then you do not have to do anything. Your insurance simply goes on.
change-leave = Do you not agree?
change-leave-by = Then you can end your insurance up to and including { $date }
change-leave-text = It then ends at the end of { $date }, just before the change starts. That costs you nothing, and you get back what you have paid for the time after it.
change-leave-how = You can tell us in My Harmony, by email, by letter or by phone. You do not have to give a reason.
change-link = I do not agree: end my insurance
change-no-leave = This change is not to your disadvantage, so it gives no extra right to end the insurance. You can still cancel in the usual way.
change-read = You find the new conditions in My Harmony and on our website. Would you like them on paper? Please ask us.
change-schedule = When the change starts, you will receive a new policy schedule.
no-change-title = Your insurance stays as it is
no-change-intro = We wrote to you that your insurance { $plan } would change on { $from }. That change is cancelled.
no-change-premium = You keep paying { $price }
no-change-text = The conditions stay the same. You do not have to do anything.
no-change-stay = Would you like to stay?
no-change-stay-text = You ended your insurance because of the change. You can take that back up to and including { $date } in My Harmony, or tell us by email, letter or phone. If you do nothing, the insurance ends on that day.

# DOC-20: a partner that may look
partner-opened-title = { $partner } can follow your insurance
partner-opened-intro = You asked us to let { $partner } follow your insurance { $plan }. It can do so since { $at }.
partner-sees = What { $partner } sees
partner-sees-policy = Your name, your policy number and your plan.
partner-sees-device = Which device is insured, and whether there is cover now.
partner-sees-claims = Whether damage or theft was reported, and how far it is.
partner-reports = { $partner } may also report damage or theft for you. We always tell you at once, and you can add to the report yourself.
partner-sees-not = What { $partner } does not see
partner-sees-not-money = Your bank account and your payments.
partner-sees-not-papers = Your letters, photos and receipts.
partner-sees-not-facts = What you tell us about a claim, and why we decide what we decide.
partner-stop = Do you want to stop this?
partner-stop-text = You can stop it at any time, in My Harmony or through our customer service. You do not have to say why. { $partner } then sees nothing any more at once, and your insurance stays the same.
partner-link = See or stop this
partner-not-you = Did you not ask for this? Then please call us at once: { $phone }.
partner-closed-title = { $partner } can no longer follow your insurance
partner-closed-intro = You have stopped it. Since { $at } { $partner } sees nothing of your insurance { $plan } any more, and can no longer report a claim for you.
partner-closed-stays = Your insurance does not change. What was already reported we go on handling as usual.
