### What a customer opens to the partner that brought them, and the partner's own pages.

letter-partner-view-opened = A partner can follow your insurance
letter-partner-view-closed = A partner can no longer follow your insurance
event-partner-view-opened = Opened to the partner
event-partner-view-closed = Closed to the partner
refusal-partner-view-over = This insurance is over, so there is nothing to open to a partner any more. Call us if we can help in another way.
refusal-partner-view-none = No partner belongs to this insurance that could follow it. Do you want somebody to act for you? Call us.

## The customer decides

share-title = What { $partner } may see
share-link = What { $partner } may see
share-desk = What the partner may see
share-lead = You took out this insurance through { $partner }. It sees nothing of it, unless you want it to. You can stop that at any time.
share-lead-desk = Only on the customer’s own request. The customer gets a letter that says what { $partner } sees and how to stop it.
share-may = What may the partner do?
share-may-look = See my policy and claims
share-may-look-hint = Your name, the device, whether it is covered, and how far a claim is. Nothing else.
share-may-report = Report damage or theft for me
share-may-report-hint = You hear of it at once and can add to the report. We decide as if you had reported it yourself.
share-report-needs-look = To report for you, { $partner } must also see the policy. Tick both, or neither.
share-send = Save
share-stop = Stop at once
share-stop-text = From that moment { $partner } sees nothing and reports nothing. You do not have to say why. What was reported we go on handling.
share-now-nothing = { $partner } sees nothing now.
share-now-look = Since { $at } { $partner } sees what is shown below.
share-now-report = Since { $at } { $partner } sees what is shown below, and may report for you.
share-seen = This is what { $partner } sees
share-seen-not = Not your bank account, payments, letters, photos, and not what you tell us about a claim.
share-looked = When { $partner } looked
share-looked-at = Moment
share-looked-none = Nobody of { $partner } has looked yet
share-none = No partner belongs to this insurance
share-none-text = You took it out with us directly. So there is nothing to open or to stop.
done-share-opened = Saved. You get a letter that says what the partner sees.
done-share-closed = Stopped. The partner sees nothing any more.

## The partner's pages

partner-customers = Customers
partner-customers-lead = Customers who let you follow their insurance. You see this to keep them informed, and for nothing else. Each look is written down, and the customer can see when you looked.
partner-no-customers = No customer has opened an insurance to you
partner-no-customers-text = A customer does that in My Harmony, on the page of the policy, or by asking our customer service.
partner-customer = Customer
partner-policy = Policy
partner-devices = Devices
partner-cover = Cover
partner-covered = Covered
partner-not-covered = Not covered now
partner-claims = Claims
partner-claims-none = Nothing was reported
partner-claim-number = Claim
partner-claim-reported = Reported on
partner-claim-stage = Status
partner-stage-papers = Waits for the customer’s papers
partner-stage-handling = Being handled
partner-stage-settling = Being settled
partner-stage-closed = Closed
partner-report = Report damage or theft
partner-may-not-report = The customer has not let you report for them.
partner-more = Next customers
claim-by-partner = { $partner } reported this for you.
