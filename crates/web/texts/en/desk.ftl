### English: short and kind.

## Frame of the desk

desk-brand = desk
desk-nav-work = Work list
desk-nav-approvals = Approvals
desk-nav-insurance = Insurance
desk-nav-applications = Applications
desk-nav-policies = Policies
desk-nav-claims = Claims
desk-nav-money = Money
desk-nav-collections = Collections
desk-nav-statements = Statements
desk-nav-payments = Payments out
desk-nav-ledger = Ledger
desk-nav-house = House
desk-nav-stuck = Stuck
desk-nav-rules = Rules

## Work list

work-title = Work list
work-lists = Lists
work-task = What
work-due = Due
work-rule = Rule
work-owner = Whose
work-nobody = nobody
work-none = Everything is done
work-none-text = Nothing waits on this list.

## Lists

list-file = Number
list-about = About
list-status = Status
list-since = Since
list-due = Due
list-none = Nothing here
list-none-text = You will see it here as soon as something comes in.
list-not-found = Nothing found
list-not-found-text = Search for the whole number, the e-mail address or the IMEI number.
list-search-hint = Number, e-mail or IMEI

## One application

application-title = Application
application-checks = Checks
application-person = Applicant
application-device = Device and purchase
application-proof = Proof of purchase
application-offer = Insurance
application-days-left = { $n ->
        [one] { $n } day left
       *[other] { $n } days left
    }
application-ends = Provisional cover until { $at } at the latest
application-decide = Decision
application-accept = Accept
application-ask = Ask for something
application-ask-send = Send the question
application-question = What do we still want to know?
application-question-hint = The applicant reads this word for word.
application-reject = Reject
application-reject-text = Cover ends at the close of the day on which the letter is sent. All premium goes back. No reason is needed.
application-reject-send = Reject the application
application-note = Note for our own file
application-note-hint = Is not sent.
application-blocked-screening = The result of the sanctions check must be there first.

## One policy

desk-known-at = See the cover as known at an earlier moment
desk-known-show = Show
desk-tasks = To do
desk-policy = Policy
desk-holder = Policyholder
event-title = What happened
event-what = Event
event-counts = Counts from
event-known = Known since
event-none = Nothing yet

## One claim

desk-facts = Facts
desk-fact-unknown = unknown
desk-evidence = Evidence
desk-evidence-none = Nothing has come in yet.
desk-clauses = Clauses
desk-presumed-list = { $n ->
        [one] { $n } thing is presumed
       *[other] { $n } things are presumed
    }
desk-considered = { $n ->
        [one] { $n } clause considered, does not apply
       *[other] { $n } clauses considered, do not apply
    }
desk-decide = Decision
desk-refuse = Refuse
desk-arithmetic = Arithmetic
desk-needs-approval = This decision then goes to a colleague for approval.
decide-finding = Finding
decide-finding-open = Not judged yet
decide-reason = Reason
decide-reason-hint = With a refusal the customer reads this text.

## Approvals

approvals-text = Whoever proposes something does not approve it.
approvals-none = Nothing to approve
approvals-none-text = Proposals by colleagues appear here.
approvals-by = Proposed by { $name }, { $at }
approvals-approve = Approve
approvals-decline = Decline
approvals-not-yours = You proposed this yourself, or it is beyond your authority.

## Stuck

stuck-text = These contracts could not go on. The rest of the day went on as usual.
stuck-none = Nothing is stuck
stuck-none-text = As it should be.
stuck-since = Since { $at }, { $n ->
        [one] tried once
       *[other] tried { $n } times
    }
stuck-again = Try again

## Rules

rule-see = See also

## Lists and what stands on them

pages-of = { $from }–{ $to } of { $count }
list-open = { $amount } owed
list-blocked = money blocked
policies-all = All
policies-open = Running
policies-over = Over
claims-open = Not closed
phase-screening = being screened
phase-applied = applied for
phase-running = running
phase-ended = ended
phase-rejected = rejected
phase-lapsed = lapsed
claim-phase-open = open
claim-phase-decided = to be judged
claim-phase-approved = approved
claim-phase-paying = being paid
claim-phase-closed = closed

## Tasks

task-decide-application = Decide on an application
task-clear-screening = Judge a sanctions match
task-find-refund-account = Find the account for a refund
task-decide-claim = Decide on a claim
task-answer-objection = Answer an objection
task-missing-statement = A bank statement is missing
task-match-entry = Place money that nobody could match
task-ask-new-account = Ask for a new account number
task-redeliver-letter = Deliver a letter again
task-decide-change = Decide on a change

## Who

role-policyholder = customer
role-acceptance = acceptance
role-claims = claims
role-finance = finance
role-complaints = complaints
role-privacy-manager = privacy
role-product-manager = products
role-auditor = audit
role-manager = management
role-operator = operations
role-partner = partner
role-repairer = repairer
role-insurer = insurer
role-machine = the system
role-anonymous = visitor
channel-portal = My Harmony
channel-desk = desk
channel-phone = phone
channel-email = e-mail
channel-post = post
channel-partner = partner
channel-bank = bank
channel-machine = system
channel-api = interface
language-nl = Dutch
language-en = English
language-fr = French
person-name = Name
person-born = Born
person-user = User
person-kind = Insures as
person-consumer = consumer
person-business = business
person-address = Address
person-phone = Phone
person-email = E-mail
person-reached = Letters go by
person-by-email = e-mail
person-by-post = post
person-language = Language
person-forgotten = forgotten on request
item-imei = IMEI
item-serial = Serial number
item-bought = Bought
item-value = Purchase value
item-excess = Excess
offer-wording = Wording
offer-premium = Premium
offer-pays = Payment
offer-applied = Applied for
offer-agreement = Power of attorney
frequency-monthly = a month
frequency-yearly = a year
frequency-one-off = once
pays-mandate = direct debit, mandate { $reference }
pays-mandate-stopped = direct debit stopped
pays-transfer = transfer

## One application, its checks

application-answered = Answer of { $at }
application-asked = Question of { $at }, not answered yet
application-as-policy = All that happened on this policy
application-screen-text = A name on a sanctions list is alike. Is it the same person?
application-screen-clear = No, somebody else
application-screen-hit = Yes, block money
check-sanctions = Sanctions lists
check-person = Known to us
check-authority = Within our authority
check-waits = not asked yet
check-nothing = nothing found
check-judge = to be judged
check-hit = is on a list
check-known = known
check-within = yes
check-above = too high
check-there = there
check-missing = missing
check-limit = We may accept up to { $amount }.
check-by-person = By a person, { $at }
check-by-machine = Automatically, { $at }
check-same-device = same device
check-weigh = Weigh it yourself: nobody is rejected automatically (PRIV-06).
check-other-policy = same customer
check-ended-for-non-payment = ended for non-payment
check-ended-for-fraud = ended for fraud
check-incident = incident
check-same-account = same account
check-same-address = same address
check-rejected-before = rejected before
check-open-debt = premium open
check-many-claims = many claims in a year
enter-title = Enter an application
enter-text = For somebody who calls or writes. Without an e-mail address all letters go by post.
enter-channel = How did the application come in?
enter-channel-phone = Phone
enter-channel-post = Post
enter-channel-email = E-mail
enter-language = In which language do we write?
enter-language-nl = Dutch
enter-language-en = English
enter-language-fr = French
enter-send = Record the application

## One policy, its money and its end

policy-phase = Where it stands
policy-open = Owed
policy-credit = Credit
policy-money = Money
premium-reminded = reminded
reminder-title = Reminders
reminder-sent = Sent
reminder-last-day = Last day
reminder-in-time = paid in time
reminder-late = paid late
reminder-unpaid = not paid
collection-title = Direct debits
collection-announced = announced
collection-released = at the bank
collection-credited = credited
collection-returned = came back
collection-withdrawn = withdrawn
refund-title = Refunds
refund-ordered = waits for release
refund-no-account = account unknown
refund-released = at the bank
refund-settled = carried out
sent-email = e-mail
sent-print = post
sent-registered = registered
end-title = Enter a cancellation
end-text = Enter what came in by phone, post or e-mail. The end follows from the wording; the customer gets a confirmation.
end-received = Day received
end-send = End the insurance

## What happened to a policy

event-applied = Applied for
event-screened = Screened
event-information-requested = Question asked
event-information-received = Answer received
event-decision-warned = Warned: not decided yet
event-accepted = Accepted
event-rejected = Rejected
event-lapsed = Lapsed without a decision
event-cancelled = Cancelled
event-end-announced = End announced
event-mandate-given = Mandate given
event-mandate-stopped = Mandate stopped
event-mandate-amended = Account of the mandate changed
event-premium-fell-due = Premium fell due
event-collection-announced = Direct debit announced
event-collection-released = Direct debit sent to the bank
event-collection-withdrawn = Direct debit withdrawn
event-payment-received = Payment received
event-collection-returned = Direct debit came back
event-reminder-sent = Reminder sent
event-cover-stop-announced = Told that cover stopped
event-cover-return-announced = Told that cover is back
event-premium-reversed = Premium taken back
event-refund-ordered = Refund ordered
event-refund-released = Refund sent to the bank
event-taken-over = Taken over from another administrator
event-opened = What was open at the takeover
event-refund-settled = Refund carried out
event-refund-returned = Refund did not arrive

## One claim

desk-cover-yes = There was cover
desk-cover-no = There was no cover
desk-cover-at = At { $at } (rule { $rule }).
desk-presumed = presumed until somebody finds otherwise
desk-evidence-until = expected by { $at }
desk-evidence-open = expected
desk-state = Questions that are open
desk-state-send = Record and decide again
desk-waits = This proposal waits for a colleague.
desk-again = Apply the wording again
desk-set-off = { $amount } of this pays what is overdue on the policy: { $overdue } of premium, costs and interest. The rest is paid out. Is the debt disputed? Hold the reminders on the policy first; then nothing is set off.
desk-approve-amount = Approve { $amount }
desk-refuse-send = Refuse the claim
desk-pay = Order the payment
desk-pay-text = Leave empty to pay to the account the premium comes from.
desk-pay-send = Order the payment
desk-ask = Ask for evidence
desk-other = State or correct something else
desk-other-show = Answer this question
desk-payments = Payments
decide-time = (time)
decide-fact = Which question?
decide-why = Why?
decide-why-hint = Needed with a finding. Is kept sealed.
decide-evidence = What do we need?
decide-evidence-hint = The customer is told and has 48 hours.
decide-payee-name = Name of the account holder
decide-iban = Account number (IBAN)
outcome-applies = Applies.
outcome-breached = Not complied with.
outcome-excepted = An exception saves it.
outcome-does-not-apply = Does not apply.
outcome-met = Met.
outcome-not-met = Not met.
outcome-unknown = Not known yet.
verdict-none = Not decided yet.
verdict-stale = The facts have changed: let the wording be applied again.
verdict-covered = Covered: { $remedy }, { $amount }.
verdict-not-covered = Not covered. Only a person refuses.
verdict-routed-manufacturer = The manufacturer’s warranty comes first.
verdict-routed-seller = The seller comes first.
verdict-needs-person = Only a person’s judgement is missing.
verdict-needs-facts = Facts are still missing.
remedy-repair = repair
remedy-replacement = replacement
remedy-payment = payment
payment-ordered = waits for release
payment-sent = at the bank
payment-confirmed = carried out
payment-returned = came back
claim-event-reported = Reported
claim-event-facts-stated = Facts stated
claim-event-finding-stated = Finding stated
claim-event-evidence-added = Evidence received
claim-event-evidence-requested = Evidence asked for
claim-event-evidence-reminded = Reminded of evidence
claim-event-evidence-term-passed = Term for evidence passed
claim-event-decided = Decided by the wording
claim-event-approved = Approved
claim-event-refused = Refused
claim-event-reserve-set = Reserve set
claim-event-set-off = Overdue premium set off
claim-event-payment-ordered = Payment ordered
claim-event-payment-sent = Payment sent to the bank
claim-event-payment-confirmed = Payment carried out
claim-event-job-ordered = Repair or replacement ordered
claim-event-job-delivered = Device ready, invoice in
claim-event-job-sent-back = Not accepted by the customer
claim-event-job-accepted = Accepted by the customer
claim-event-job-stopped = Order stopped
claim-event-approval-lapsed = Approval lapsed: the facts changed
claim-event-own-share-received = Own share received
claim-event-own-share-waived = Own share waived
claim-event-own-share-reminded = Reminder of the own share
claim-event-old-device-reminded = Reminder of the old device
claim-event-old-device-came = Old device received
claim-event-payment-returned = Payment came back
claim-event-closed = Closed
claim-event-reopened = Opened again
claim-event-objected = Objection made
claim-event-objection-answered = Objection answered
claim-event-referred-to-insurer = Laid before the insurer
claim-event-insurer-answered = Answer of the insurer
claim-event-recovery-expected = Money asked back
claim-event-recovery-received = Money came back
claim-event-recovery-given-up = Not expected back any more

## Proposals and runs

proposal-approve-payout = Pay a claim
proposal-recover = Ask back what fraud cost
proposal-contract = Decision on a policy
done-proposed = Proposed. A colleague approves it.
run-contract = Daily run of the policy
run-claim = Daily run of the claim

## People of the desk

desk-nav-users = Staff
users-invite = Invite somebody
users-send = Send the invitation
users-email = E-mail address
users-role = What may this person do?
users-role-acceptance = Acceptance
users-role-claims = Claims
users-role-finance = Finance
users-role-complaints = Complaints
users-role-privacy-manager = Privacy
users-role-product-manager = Products
users-role-manager = Management
users-role-auditor = Audit (looks only)
users-role-operator = Operations
users-language = Language
users-language-nl = Dutch
users-language-en = English
users-language-fr = French
users-active = active
users-invited = invited
users-disabled = disabled
users-disable = Disable
users-enable = Enable again

# What is open on a claim, and who said what.
who-customer = customer
who-desk = desk
who-repairer = repairer
who-police = police
who-engine = Harmony
who-schedule = schedule
desk-who = Who can say: { $who }.
desk-shown-by = Shown by: { $evidence }.
desk-stated = { $who }, { $at }
desk-shown = shown by: { $evidence }
desk-amount-waits = The amount still waits for:
desk-open-clauses = { $n ->
    [one] 1 clause is still open
   *[other] { $n } clauses are still open
}
desk-settled-clauses = { $n ->
    [one] 1 clause is settled already
   *[other] { $n } clauses are settled already
}
verdict-covered-so-far = Covered, as far as is known now; the amount is still open.

# Conditions that are published, and what they would have answered.
desk-nav-products = Products
products-title = What is published
products-version = Version
products-revision = Revision
products-published = Published
products-sold = Sold now
products-none = Nothing is published yet
products-many = There are too many claims to count on a page. On the command line:
products-changed = { $n } of { $all } claims would come out differently.
products-borne = Borne: { $before } as decided, { $after } under this version.
products-same = Nothing would change.
products-verdicts = Answers
products-verdict = Answer before → after
products-items = Items
products-clauses = By clause or step
products-clause = Clause or step
products-difference = Difference
products-claims = Claims
products-claim = Claim
products-before = Before
products-after = After
desk-report-claim = Report a claim for who calls

task-claim-term = Our term on a claim is about to end
claim-event-term-near = Warned: our own term is about to end
claim-event-term-missed = Our own term was missed
desk-clock-answer-by = Answer with reasons by { $at }.
desk-clock-answer-missed = The answer was due by { $at }. In Belgium this can cost a fixed sum and a sum a day.
desk-clock-payment-by = Pay by { $at }.
desk-clock-payment-missed = Payment was due by { $at }. In Belgium interest at twice the legal rate is owed since then.

# What comes after a decision
after-title = After the decision
after-disagree = Objection and insurer
after-no-objection = There is no objection.
after-objected = Objection of { $at }, answer due { $by }
after-upheld = Upheld on { $at }: the claim is decided again. { $reason }
after-not-upheld = Not upheld on { $at }. { $reason }
after-barred = You decided on this claim yourself. A colleague who did not answers the objection.
after-answer = Answer to the objection
after-answer-hint = The customer reads this text.
after-uphold = Uphold and decide again
after-dismiss = Do not uphold
after-object-for = Record an objection for the customer
after-object = What does the customer say?
after-object-hint = In the customer’s own words. Is kept sealed.
after-object-send = Record the objection
after-reopen-title = Open the claim again
after-reopen = Why?
after-reopen-hint = For instance: there are new facts. What was refused is open again.
after-reopen-send = Open again
after-asked = Laid before the insurer on { $at }: { $amount }.
after-agreed = Agreed on { $on } up to { $amount }.
after-not-agreed = Not agreed on { $on }.
after-refer-text = This decision comes to { $total }. Without the insurer we may settle up to { $most }.
after-refer = Lay before the insurer
after-agreed-amount = Amount
after-agreed-on = Day of the answer
after-insurer-words = Who answered, and what?
after-insurer-words-hint = Is kept sealed.
after-insurer-send = Record the answer
after-money = Money that comes back
after-no-money = No money is expected back.
after-money-comes = When it comes in, Finance books it on the claim number, with the bank statements.
after-recoveries = To come back
after-kind = Why
after-amount = Amount
after-received = Received
after-left = Open
after-kind-third-party = Recovery from who is liable
after-kind-salvage = Sale of what the insurer got
after-kind-reclaim = Benefit back because of fraud
after-kind-investigation = Costs of the fraud investigation
after-expect-title = Ask for money back
after-expect-text = What a customer has to pay back for fraud needs that finding first, and a colleague looks at it, too. The customer then gets a letter.
after-from = From whom
after-ground = Why
after-ground-hint = For fraud this text stands in the letter.
after-expect-send = Record
after-give-up-title = Expect nothing more
after-no = Which amount
after-given-up = Why?
after-give-up-send = Expect nothing more

desk-work-title = Repair and replacement
desk-work-none = There is nothing to repair or replace now.
desk-work-ordered = Ordered
desk-work-accepted = Accepted
desk-work-old = Old device awaited until
desk-work-repairer = Quote and invoice
desk-work-stop = Stop the order
desk-work-accept = The customer accepts it
desk-work-pay = Pay again
desk-work-old-device = The old device came in
desk-work-share-title = Own share
desk-work-share = The customer still owes { $amount }.
desk-work-waive = Do not ask for it any more
work-waive-reason = Why is it not asked for any more? The insurer bears it.
desk-work-order-repair = Order a repair of { $device }
desk-work-order-replacement = Order another device for { $device }
desk-work-look = The repairer looks at the device and says what a repair would cost. It repairs it when you have approved that.
desk-work-nobody = Nobody in the agreement does this for this device.
desk-work-from = From whom?
desk-work-privacy = They get name, address, telephone and the device, and nothing more.
desk-work-order = Order
job-state-ordered = in the works
job-state-delivered = ready
job-state-accepted = accepted
job-state-stopped = stopped
repair-title = Repair orders
repair-order-title = Order: { $what }
repair-none = No orders now
repair-none-text = New orders appear here as soon as we place them.
repair-order = Order
repair-work = What
repair-device = Device
repair-serial = Serial number
repair-serial-hint = Only if the device got another number.
repair-imei = IMEI
repair-model = Make and model
repair-model-hint = Of the device the customer has from now on, if it is another one.
repair-new-hint = Of the new device.
repair-new-number-hint = Of the new device. An IMEI or a serial number is enough.
desk-settled-approved = Approved: { $remedy }, { $amount }.
desk-settled-refused = Refused.
repair-invoice = Your invoice, tax included
repair-approved = Approved. You may ask { $amount } at most.
repair-not-approved = Not approved yet. Look at the device and tell us what you found; then we decide. Please do not repair before that.
repair-privacy = Use these data only for this order.
repair-found = What did you find?
repair-found-text = Does it cost more than was approved, or can it not be repaired? Tell us here first, then we look again.
repair-found-send = Send what you found
repair-done = Ready?
repair-done-text = The customer is told and asked to accept it. Then we pay you.
repair-done-send = Ready, send the invoice
repair-hand-over = Handed over at your counter?
repair-hand-over-text = Only if the customer has looked at it and signed that they accept it. Keep what was signed.
repair-hand-over-send = The customer signed for it
claim-todo-quote = wait for the repairer’s quote
claim-todo-accept = see that the customer accepts the device
claim-event-job-handed-over = Handed over, says the repairer
claim-event-hand-over-denied = Not received, says the customer
task-collect-own-share = Own share was not paid
task-await-old-device = Old device did not come
task-denied-hand-over = Customer did not get the device
desk-work-handed = Handed over
desk-work-handed-until = the customer can say otherwise until { $at }
desk-work-denied = the customer says they did not get it: call the customer and the repairer
repair-handed-over = Handed over. The customer was told. We pay you as soon as they accept it, or after { $at } if they say nothing.
repair-denied = The customer says they did not get the device. Please call us, or hand it over now.
users-firm = Works for
users-firm-hint = Somebody of a repairer or partner sees only what is that repairer’s or partner’s.
users-firm-harmony = Harmony
users-role-hint = Only for colleagues of Harmony.
