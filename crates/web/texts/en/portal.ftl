### English: short and kind.


## My overview

my-title = My overview
my-hello = Hello { $name }
my-to-do = To do
my-devices = My insured devices
my-report = Report a claim
my-another = Insure another device
my-claims = Open claims
my-none = You have no insured device yet
my-none-text = Have you just applied? Your policy appears here once we have accepted it.

## One policy

policy-title = Your policy
policy-plan = Plan
policy-device = Device
policy-cover = Cover over time
policy-premiums = Premium
policy-due = Due on
policy-amount = Amount
policy-status = Status
policy-no-premium = No premium is due yet
policy-schedule = Download policy schedule
policy-documents = Documents

## Claims

claims-title = My claims
claims-none = You have reported nothing
claims-none-text = Let us hope it stays that way. If something does happen, report it as soon as you can.
my-next-collection = { $amount } will be collected on { $date }
my-covered-until = Covered until { $at }
my-overdue = { $amount } is open
my-overdue-text = Premium for { $device }. See here how to pay.
policy-number = Policy number
policy-excess = Excess per claim
policy-premium-monthly = Premium a month
policy-premium-yearly = Premium a year
policy-premium-once = Premium, once
policy-account = Account for the premium
policy-mandate = Mandate reference
policy-mandate-stopped = (no longer used)
policy-ends = Ends on
policy-letter = { $name }, { $date }
policy-cancel = Cancel this insurance
premium-to-come = Not due yet
premium-collecting = To be collected on { $date }
premium-open = To be paid
premium-paid = Paid
premium-taken-back = Cancelled
letter-application-received = Confirmation of your application
letter-information-requested = Question about your application
letter-application-rejected = Word about your application
letter-application-lapsed = Your application has lapsed
letter-policy-issued = Policy schedule
letter-mandate-confirmed = Confirmation of your mandate
letter-collection-announced = Notice of collection
letter-premium-invoice = Invoice
letter-reminder-nl = Reminder
letter-first-reminder-be = Free reminder
letter-formal-notice-be = Formal notice
letter-cover-suspended = Your cover is suspended
letter-cover-reinstated = Your cover is back
letter-plan-agreed = Your payment plan
letter-plan-broken = Your payment plan has ended
letter-reminders-paused = No reminders for now
letter-cover-not-stopped = Your cover did not stop, or stops later
letter-cancellation-received = Confirmation of your cancellation
letter-claim-acknowledged = Receipt of your claim
letter-claim-decided = Decision on your claim
letter-claim-paid = Payment of your claim
letter-objection-answered = Answer to your objection
letter-fraud-debt = We ask for money back

letter-work-ordered = Repair or replacement ordered
letter-work-ready = Your device is ready
letter-work-handed-over = Do you have your device back?
letter-order-told = News of an order
letter-work-accepted = You accepted your device
letter-work-reminder = Something is still open in your claim
letter-applicant-link = Link for your application
letter-sign-in-help = Link for your password
letter-security-notice = Word about your account
cancel-title = Cancel your insurance
cancel-text = You cancel the insurance of { $device }. First see what that means.
cancel-button = Cancel now
cancel-withdraw-title = Withdraw from the contract
cancel-withdraw-text = You are still within the cooling-off period. You may withdraw from the insurance of { $device } without giving a reason.
cancel-withdraw-button = Confirm withdrawal
cancel-ends = Cover ends on
cancel-back = What comes back to you
cancel-until-then = Until that moment you stay insured, and the premium goes on.
