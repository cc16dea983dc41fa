### English: short and kind.


## Reporting a claim

claim-new-title = Report a claim
claim-which = Which device is it about?
claim-no-device-text = Is that not right? Call us and we will take your report.
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
claim-payout-total = To be paid
claim-why = Why this decision
claim-why-text = These clauses of your conditions decided it.
claim-disagree = Do you disagree?
claim-told = What you told us
claim-trail = Progress
claim-papers = What we have from you
claim-sent-title = We have your report
