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
