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
