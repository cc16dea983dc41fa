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
desk-considered = { $n ->
        [one] { $n } clause considered, does not apply
       *[other] { $n } clauses considered, do not apply
    }
desk-decide = Decision
desk-approve = Approve
desk-refuse = Refuse
desk-arithmetic = Arithmetic
desk-needs-approval = This decision then goes to a colleague for approval.
decide-finding = Finding
decide-finding-yes = Yes
decide-finding-no = No
decide-finding-open = Not judged yet
decide-settle = How do we settle it?
decide-settle-repair = Repair
decide-settle-replace = Replacement
decide-settle-pay = Payment
decide-amount = Amount of the loss
decide-amount-hint = Repair costs, or the price of an equivalent product.
decide-reason = Reason
decide-reason-hint = With a refusal the customer reads this text.
decide-question = What do we still want to know?
decide-question-hint = The customer reads this word for word and has 48 hours.
finding-insufficient-care = Was there insufficient care?
finding-intent = Was there intent?
finding-harm = Did the late report harm our interests?
finding-fraud = Is there intent to mislead?

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
