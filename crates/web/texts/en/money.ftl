### English: short and kind.


## Collections

collect-due = Ready to collect
collect-due-text = The pre-notification has been sent and its term has passed.
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
statement-file-hint = camt.053, as downloaded from the bank.
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
suspense-policy = Belongs to policy
suspense-book = Book
suspense-return = Send back

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
ledger-closed = Month closed
ledger-open = Month open
ledger-zero = Sums to zero
ledger-not-zero = Does not sum to zero: { $sum }
