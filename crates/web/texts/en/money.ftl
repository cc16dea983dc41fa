### English: short and kind.

## Collections

collect-due = Ready to collect
collect-due-text = Announced to the customer; the bank debits on the day shown.
collect-on = Collected on
collect-kind = Kind
collect-count = Number
collect-total = Total
collect-none = There is nothing to collect
collect-none-text = Premiums appear here as soon as they may be collected.
collect-release = Release
collect-of = { $n ->
        [one] { $n } collection
       *[other] { $n } collections
    }
collect-release-text = The file is then ready for the bank. This cannot be undone.
collect-release-button = Release the collection file
collect-batches = Released collections
batch-file = File
batch-count = Number
batch-total = Total
batch-status = Status
batch-released = { $at }, { $name }
batch-none = No file has been made yet

## Statements

statement-file = The bank’s file
statement-file-hint = camt.053, camt.054 or pain.002, as downloaded from the bank.
statement-file-limits = XML, up to 10 MB. The same file twice does no harm.
statement-new = Read a statement
statement-send = Read in
statement-read = Statements read
statement-day = Day
statement-account = Account
statement-entries = Entries
statement-balance = Closing balance
statement-none = No statement has been read yet
suspense-title = Money without a place
suspense-none = All money has its place.
suspense-policy = Belongs to policy or claim
suspense-book = Book

## Payments out

payout-ready = Ready to pay
payout-for = For
payout-to = To
payout-why = What for
payout-amount = Amount
payout-none = There is nothing to pay
payout-none-text = Approved benefits and refunds appear here.
payout-release = Release
payout-of = { $n ->
        [one] { $n } payment
       *[other] { $n } payments
    }
payout-release-text = The payment file is then ready for the bank. This cannot be undone.
payout-release-button = Release the payment file
payout-batches = Released payments

## Ledger

ledger-balances = Balances
ledger-postings = Postings
ledger-account = Account
ledger-debit = Debit
ledger-credit = Credit
ledger-balance = Balance
ledger-day = Day
ledger-about = About
ledger-none = Nothing has been posted yet
ledger-zero = Sums to zero
ledger-not-zero = Does not sum to zero: { $sum }

## Releases

collect-as-announced = as announced
collect-moved = announced for { $day }
batch-done = processed
batch-under-way = { $n } under way
batch-made = Released: { $n }, { $amount } in all. Fetch the file below.
batch-files = These are { $n } files.
batch-waiting = Still waiting: { $n }. Release again for the next files.
batch-left-out = Not in the file: { $n }.
payout-waits = waits for release
payout-known = known account
payout-unknown = no account yet
payment-kind-refund = Refund
payment-kind-return = Back to the payer
payment-kind-benefit = Benefit
payment-kind-supplier = Repairer or supplier

## Statements as read

statement-file-missing = Choose the bank’s file.
statement-complete = complete
statement-gap = does not follow
statement-suspense = { $n } without a place
statement-imported = Read in: { $n } entries.
statement-placed = { $matched } placed, { $suspense } without a place.
suspense-nobody = unknown
suspense-number-wrong = This policy or claim number is not right.

## Books

ledger-as-of = Balances at the end of { $day }
ledger-day-choose = Up to and including
ledger-event = Posting
account-0900 = Taken over
account-1000 = Bank
account-1010 = Own bank account
account-1050 = Payments in transit
account-1300 = Owed by policyholders
account-1310 = Own share of customers
account-1600 = Insurer, current account
account-1610 = Insurer, premium not received yet
account-1650 = Insurance tax
account-1700 = Claims payable
account-1710 = Refunds payable
account-1720 = To be sent back
account-1725 = Repairers and suppliers
account-1730 = Partners
account-1900 = Suspense
account-4000 = Bank charges
account-4100 = Commission for partners
account-4900 = Written off
account-8000 = Commission
account-8010 = Fee
account-8020 = Collection costs
account-8030 = Bank interest
posting-premium-due = Premium due
posting-premium-reversed = Premium reversed
posting-payment-received = Payment received
posting-payment-returned = Payment returned
posting-refund-ordered = Refund ordered
posting-refund-released = Refund released
posting-refund-returned = Refund returned
posting-benefit-approved = Benefit approved
posting-lateness-owed = Owed because we were late
posting-benefit-released = Benefit released
posting-benefit-returned = Benefit returned
posting-order-settled = Order settled
posting-work-accepted = Repair or replacement accepted
posting-supplier-released = Payment to a repairer released
posting-supplier-rejected = Payment to a repairer rejected
posting-supplier-returned = Payment to a repairer came back
posting-own-share-received = Own share received
posting-own-share-waived = Own share waived
posting-unmatched = Unmatched
posting-suspense-matched = Matched from suspense
posting-costs-due = Collection costs due
posting-costs-waived = Collection costs waived
posting-interest-due = Interest due
posting-interest-waived = Interest waived
posting-premium-set-off = Premium set off against a benefit
posting-opening-balance = Opening balance
posting-refund-rejected = Refund rejected by the bank
posting-benefit-rejected = Benefit rejected by the bank
posting-suspense-returned = To be sent back to the payer
posting-return-released = Sent back to the payer
posting-return-rejected = Sending back rejected by the bank
posting-return-returned = What was sent back came back
posting-suspense-written-off = Written off
posting-bank-charged = Charged by the bank
posting-bank-interest = Interest from the bank
posting-insurer-settled = Settled with the insurer
posting-insurer-received = Insurer’s part received
posting-tax-paid = Insurance tax paid
posting-remuneration-drawn = Remuneration drawn
posting-partner-commission-due = Partner’s commission
posting-partner-commission-reversed = Partner’s commission taken back
posting-partner-paid = Partner paid
money-accounts = Accounts by insurer

## What a release would do

collect-preview = In the file
collect-preview-text = The bank wants each day and each kind apart.
collect-sequence-OOFF = one-off
collect-sequence-FRST = first
collect-sequence-RCUR = recurring
collect-sequence-FNAL = last
collect-left = Left out
collect-left-text = These wait on. They come after all others, and go along as soon as it is possible.
collect-left-none = Nothing is left out
collect-left-what = Policy
collect-left-why = Why
collect-calendar = Days on which banks settle
collect-day = Day
collect-open = can be debited
collect-too-near = too near for a file made now
collect-closed = banks closed

## Payments that are looked at

payout-to-check = look at it first
payout-was-checked = looked at
payout-claim = Claim
payout-check-title = Look at a payment
payout-check-why = Why a second person looks at this
payout-check-text = Have you made sure that this payment is right and goes to the right person? Then another colleague can release it.
payout-check-button = I have looked: it is right
payout-checked = Somebody has looked at this. Another colleague can release it.
payout-doubt-above-limit = The amount is higher than one person may pay.
payout-doubt-other-name = The name of the account has nothing in common with the policyholder or who is insured.
payout-doubt-new-account = The account of this policy was changed in the last 14 days.
payout-doubt-blocked = The account is blocked. Nothing is paid to it as long as it is.
done-payment-checked = Noted. Another colleague can release it now.

## Blocked accounts

block-title = Blocked accounts
block-text = Nothing is paid to these accounts.
block-none = No account is blocked
block-new = Block an account
block-iban = Account number (IBAN)
block-reason = Why?
block-reason-fraud = used in a fraud
block-reason-sanctions = holder on a sanctions list
block-reason-authority = order of an authority
block-reason-wrong-holder = not the account of whom it was given for
block-note = What do we know?
block-note-hint = For our own file.
block-button = Block
block-end = End the block
block-since = since { $at }, by { $name }
block-on = blocked
block-ended = ended { $at }
done-blocked = Done.

## Payments that failed

payout-again = New try. The last one failed: { $why } ({ $code }).
payout-held = held
payout-earlier = Earlier try
bank-reason-ac01 = the account number is wrong
bank-reason-ac03 = the account number is wrong
bank-reason-ac04 = the account is closed
bank-reason-ac06 = the account is blocked
bank-reason-ac07 = the account is closed
bank-reason-ac14 = a bank on the way does not take part
bank-reason-ac15 = the account has another number now
bank-reason-ag01 = this kind of payment is not allowed on the account
bank-reason-am02 = the amount is higher than the bank allows
bank-reason-am04 = there was not enough money on the account
bank-reason-am05 = the bank takes it for the same payment sent twice
bank-reason-be01 = name and account do not belong together
bank-reason-be06 = the bank does not know the payee
bank-reason-cnor = the bank of the payee cannot be reached
bank-reason-cust = it was cancelled at the customer’s request
bank-reason-dupl = the bank takes it for the same payment sent twice
bank-reason-ff01 = the bank could not read our file
bank-reason-focr = it came back because we asked for it
bank-reason-fr01 = the bank suspects fraud
bank-reason-frad = the bank suspects fraud
bank-reason-md07 = the holder of the account has died
bank-reason-ms02 = the payee does not want it
bank-reason-ms03 = the bank gives no reason
bank-reason-narr = the bank gives its reason in its own words
bank-reason-rc01 = the code of the bank (BIC) is wrong
bank-reason-rr01 = the law asks for details of who pays
bank-reason-rr02 = the law asks for name or address of who pays
bank-reason-rr03 = the law asks for name or address of the payee
bank-reason-rr04 = the law does not allow it
bank-reason-tech = something went wrong technically
bank-reason-other = the bank gives another reason
