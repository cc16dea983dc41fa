### English: short and kind.


## Reporting a claim

claim-new-title = Report a claim
claim-which = Which device is it about?
claim-no-device-text = Is that not right? Call us and we will take your report.
claim-progress-text = Question { $n } of about { $all }
claim-progress = Progress
claim-on = Continue
claim-so-far = Your answers
claim-change = change
claim-kept = We keep every answer at once. You can go on later.
claim-later = I will send this later
claim-part-answer = Answer
claim-part-date = Date
claim-part-time = Time
claim-part-amount = Amount
claim-part-words = In your own words

## Where it stands

claim-wanted = We still need something from you
claim-wanted-by = Please send us this by { $at }:
claim-wanted-late = Can you not make it in time? Send it later, or tell us why. We never refuse a claim only because something is late.
claim-files = Files
claim-payout = How the amount was worked out
claim-set-off = Premium still to be paid, set off
claim-payout-total = To be paid
claim-why = Why this decision
claim-why-text = These clauses of your conditions decided it.
claim-disagree = Do you disagree?
claim-told = What you told us
claim-trail = Progress
claim-papers = What we have from you
claim-sent-title = We have your report
report-narrative = What happened?
report-narrative-help = Tell us in your own words, as precisely as you can.
report-evidence-help = Do you not have it now? Then send it later; you have 48 hours, or longer if you need it.
report-none = None of these
report-ready = Is everything right?
report-ready-text = This is your report about { $device }. Read it once more and then send it.
report-later = You will send this later
report-later-text = After sending we tell you what we need, and by when.
report-send = Send report
claim-questions = Answer questions
claim-happened = What happened
claim-happened-at = When
claim-state-open = Being handled
claim-state-evidence = Waiting for you
claim-state-answer = A question for you
claim-state-approved = Approved
claim-state-paying = Being paid
claim-state-paid = Paid
claim-state-closed = Closed
claim-state-refused = Not covered
claim-now-evidence = We still need something from you
claim-now-evidence-text = Please send it to us by { $at }.
claim-now-answer = We have one more question
claim-now-answer-text = With your answer we can go on.
claim-now-decide = We are assessing your claim
claim-now-decide-text = There is nothing for you to do. You will hear from us once we have decided.
claim-now-settle = Your claim is approved
claim-now-settle-text = We arrange the repair, the replacement or the payment.
claim-now-pay = Your money is on its way
claim-now-pay-text = We transfer { $amount }. That takes a few working days at most.
claim-now-paid = Your claim is paid
claim-now-paid-text = We have transferred { $amount } to you.
claim-now-settled = Your claim is settled
claim-now-settled-text = Is something still not right? Please tell us.
claim-now-refused = This claim is not covered
claim-now-refused-text = Below you read why. Do you disagree? Please tell us.
claim-now-given-up = This report is closed
claim-now-given-up-text = Would you like to go on with it after all? Please contact us.
claim-trail-decide = We decide
claim-trail-settle = We repair, replace or pay
claim-trail-end = Done
clause-covers = This covers you.
clause-excludes = This takes cover away.
clause-met = This is met.
clause-not-met = This is not met.
clause-excepted = This does not apply to you, by an exception.
clause-no = This has no bearing here.
clause-unknown = We do not know this yet.

## Devices, drafts, help on the way

report-devices = Which devices were damaged or are gone in this event?
report-devices-help = Choose every device it is about. We look at each of them in one claim.
report-device-no = Device { $no }
report-too-many-files = These are too many files together. A report takes at most { $most }. What was there is kept; leave some out.
report-begun = Begun, not sent yet
report-begun-text = You last answered on { $at }. We have kept everything.
report-go-on = Go on
report-discard = Throw away
report-discard-text = Your answers and files are then gone. Your insurance does not change.
report-discard-button = Throw this report away
report-stolen = Was it stolen?
report-stolen-nl = Theft is not on this policy, so we cannot pay for it. You can check that on your policy schedule.
report-stolen-be = The insurance in Belgium does not cover theft, so we cannot pay for it.
report-stolen-police = Report it to the police, and keep the report.
report-stolen-other = Ask your home or travel insurance: they often cover theft. Then tell us that the device is gone, so that you pay no more premium for it.
report-police = What do the police need from you?
report-police-1 = The IMEI or serial number. You find it on your policy page in My Harmony.
report-police-2 = Where and when it happened, and what the offender looked like if you saw them.
report-police-3 = Where the device is now, if you can see that. Do not go there yourself.
report-proof = Can’t find your receipt?
report-proof-1 = Search your mail for the name of the shop.
report-proof-2 = Look in your account at the shop: the invoice is often there.
report-proof-3 = Ask the shop for a copy. Date, price and device must be readable.
report-photo = How do I take a good photo?
report-photo-1 = Lay the device in daylight, without flash.
report-photo-2 = Take one photo of the whole device and one of the damage from nearby.
report-photo-3 = Does the screen still work? Switch it on. You need not hide anything: we remove the place where the photo was taken.
report-theft-until = Do this before { $at }
report-theft-over = 24 hours have passed. Please still do this
report-theft-duties = Block the device from a distance if you can, report it to the police, and have your provider block the SIM card.
report-theft-late = Late is not a reason by itself to pay nothing: we only look at what harm it did.
imei-account = With Apple: sign in at account.apple.com and choose the device. The number is there.
imei-google = With Google: sign in at google.com/android/find and choose the i beside the device.

## What happened, told to the customer

claim-meanwhile = In the meantime
claim-trail-now = Now
claim-answer-by = You have our answer by { $at } at the latest.
claim-pay-by = We pay by { $at } at the latest.
claim-story-reported = You reported it
claim-story-evidence-added = We received a paper or photo
claim-story-evidence-requested = We asked you for more
claim-story-evidence-reminded = We reminded you of what we still need
claim-story-evidence-term-passed = The time to send it was over; you can still send it
claim-story-approved = We approved it
claim-story-refused = We decided that it is not covered
claim-story-job-ordered = We ordered the repair or the replacement
claim-story-job-delivered = The device is ready
claim-story-job-sent-back = You did not accept it: it is done again
claim-story-job-accepted = You accepted the device
claim-story-own-share-received = We received your own share
claim-story-old-device-came = We received the old device
claim-story-payment-sent = We sent the money
claim-story-payment-confirmed = The money was paid
claim-story-payment-returned = The money came back from the bank
claim-story-objected = You objected
claim-story-objection-answered = We answered your objection
claim-story-closed = The claim was closed
claim-story-reopened = The claim was opened again
