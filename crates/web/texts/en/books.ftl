### The books: short and exact.

## Month close

proposal-close-month = Close a month of the books
refusal-month-not-next = { $month } cannot be closed yet. Close { $next } first: months close in order.
refusal-month-not-ready = { $month } cannot be closed yet: something on the checklist is not in order. Put it right and propose it again.
refusal-partner-unknown = No partner with the code { $partner } may bring policyholders now. Leave the code out, or ask the partner for a new link.
refusal-export-too-long = This cannot be written as one sheet. Choose a shorter period, or CSV.
desk-nav-insurers = Insurers
desk-nav-tax = Insurance tax
desk-nav-close = Month close

## Month

month-closed = Closed
month-open = Open: figures may still change
month-choose = Month
month-before = Month before
month-after = Month after

## Close

close-text = This is looked at before the month closes. After that nothing is posted to it any more; what becomes known later is posted in the open month and says which day it belongs to.
close-checklist = Checklist
close-check = What
close-finding = Finding
close-found = Found
close-fine = in order
close-look = please look
close-blocks = not yet
close-none = There is no month to close yet
close-through = booked up to { $day }
close-no-statement = no statement yet
close-count = { $n }: { $amount }
close-waits = Waits for a second person
close-waits-text = A colleague decides on the proposal.
close-propose = Close the month
close-propose-text = A colleague has to approve. A closed month cannot be opened again.
close-propose-button = Propose to close
close-proposed-by = proposed by { $name }
close-month = Month
close-at = Closed
close-by = By
close-closed = Closed months
close-none-yet = No month has been closed yet
done-close-proposed = Proposed. A colleague decides.
check-over = The month is over
check-statements = Bank statements are read to its end
check-bank = Ledger and bank agree: difference
check-zero = All postings sum to zero
check-suspense = Money without a place
check-collections = Collections not released
check-payments = Payments not released
check-stuck = Stuck

## Insurers

insurer-by-month = Premium by month
insurer-name = Insurer
insurer-part = Part
insurer-shares = How the insurers share it
current-title = Account current
current-what = What
current-opening = Owed at the beginning
current-closing = Owed at the end
current-owed = Owed to the insurer
current-owed-us = Owed by the insurer
current-late = of which { $amount } belongs to a closed month
current-not-received = Not owed yet: premium that did not come in
bordereau-title = Premium bordereau
bordereau-lines = Lines of the bordereau
bordereau-what = What
bordereau-due = Fell due
bordereau-back = Taken back
bordereau-late = Of which of closed months
bordereau-sum = Together
bordereau-gross = Gross
bordereau-tax = Tax
bordereau-commission = Commission
bordereau-fee = Fee
bordereau-insurer = Insurer
bordereau-policy = Policy
bordereau-period = Period
bordereau-day = Booked
bordereau-version = { $product }, { $plan }, endorsement { $no }
bordereau-none = No premium in this month
bordereau-none-text = Premium appears here when it falls due.
bordereau-more = { $n } more lines are in the file.
partner-title = Partners
partner-name = Partner
partner-lines = { $n } lines
partner-commission = Commission
partner-none = No partner earned anything in this month
export-bordereau-xlsx = Bordereau and account current, XLSX
export-bordereau-csv = Bordereau, CSV
export-current-csv = Account current, CSV
export-xlsx = Figures, XLSX
export-csv = Figures, CSV
settle-title = A payment without a place
settle-entry = On { $day }, { $amount } left the account. What was it?
settle-insurer = Settled with the insurer
settle-tax = Insurance tax paid
settle-remuneration = Our remuneration drawn
settle-done = Booked.
refusal-settlement-not-out = This money came in; only money that left the account can be settled here. Match it with a policy instead.

## Tax

tax-countries = Countries
country-nl = Netherlands
country-be = Belgium
tax-rate = Rate
tax-base = Premium without tax
tax-due = Tax due
tax-base-back = Premium taken back
tax-back = Set off
tax-to-pay = To be paid
tax-paid = Paid in this period
tax-owed = Owed at the end
tax-none = No tax in this period
tax-none-text = Tax falls due with the premium.
tax-text = Tax counts from the day the premium falls due. What is taken back is set off in the period in which that was decided.
tax-per-month = By month
tax-per-quarter = By quarter

## Ledger

ledger-belongs = belongs to { $day }
ledger-open = Open items
ledger-xaf = Audit file (XAF)
ledger-owed-by-age = Owed by policyholders, by age
ledger-suspense-by-age = Money without a place, by age
age-up-to = up to { $n } days
age-older = older

## Columns of exports

col-policy = Policy
col-schedule = Endorsement
col-product = Product
col-version = Conditions
col-plan = Plan
col-kind = Kind
col-due = Due date
col-from = From
col-to = Until (exclusive)
col-booked-on = Booked on
col-belongs-on = Belongs to
col-partner = Partner
col-gross = Gross
col-tax = Tax
col-net = Net
col-commission = Commission
col-fee = Fee
col-insurer = Insurer
col-contract = Contract
col-event = Event
col-what = What
col-number = Number
col-amount = Amount
col-of-closed-months = Of closed months
col-rate = Rate (%)
col-base = Premium without tax
col-base-back = Premium taken back
col-tax-back = Tax set off
col-to-pay = To be paid
col-open = Open
col-age-30 = Up to 30 days
col-age-60 = 31 to 60 days
col-age-90 = 61 to 90 days
col-age-365 = 91 to 365 days
col-age-older = Older
col-account = Account
col-account-name = Name
col-debit = Debit
col-credit = Credit
col-balance = Balance
col-posting = Posting
col-about = About
col-agreement = Agreement
col-stream = Stream
