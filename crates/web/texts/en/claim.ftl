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
