### English: short and kind.

## Files from the bank

kept-title = Files that wait for you
kept-one = A bank file that is odd
kept-none = No file waits
kept-text = It can be read, but something is not as it should be. Nothing in it is booked until you decide.
kept-file = File
kept-kind = Kind
kept-odd = What is odd
kept-came = Read in
kept-decided = Decided
kept-machine = by itself
kept-waits = waits
kept-booked = booked
kept-dismissed = put aside
kept-fetch = Fetch the file
kept-release = Book it all the same
kept-release-text = What can be booked is booked now, each amount once. What could not be booked stays named here.
kept-release-button = Book this file
kept-dismiss = Put it aside
kept-dismiss-text = Nothing is booked. Ask the bank for a right file and read that one in.
kept-dismiss-button = Put aside
kept-reason = Why
kept-now = This file is odd. It is kept, and nothing is booked yet.
status-rejected = The bank refuses { $n } orders.
status-rejected-text = The debts are open again; what must be paid out waits in its list.
task-release-file = Decide on a bank file that is odd

## Money without a place; a reported death

suspense-amount = Amount
suspense-all = all of it
suspense-other = It belongs to no policy
suspense-what = What it is
suspense-what-charges = Charges of the bank
suspense-what-interest = Interest of the bank
suspense-what-written-off = Written off
suspense-reason = Why
suspense-place = Book it so
suspense-placed = Booked to no policy
suspense-undo = Put back
suspense-back = Send it back to the payer
suspense-back-text = All of it goes back to { $name }, to the account it came from ({ $account }). Another colleague releases it with the payments; until then you can put it back.
suspense-back-button = Send back
suspense-came-back = This was sent back to the payer, and the bank returned it (reason { $reason }).
suspense-what-to-payer = Goes back to the payer
task-reported-death = The bank reports a death: find out and speak to the heirs
death-title = A death reported by the bank
death-text = The bank sent a collection back because the account holder has died. Until you decide, nothing is collected and nobody is reminded.
death-none = No death is reported on this policy.
death-end = The policyholder has died
death-end-text = Record the notice of the heirs; the policy then ends by its rules.
death-end-button = Record the death
death-clear = The policyholder lives, or it is settled with the heirs
death-clear-text = Reminders go on. For collections a new mandate is needed.
death-clear-button = Go on
event-death-cleared = Reported death looked into
