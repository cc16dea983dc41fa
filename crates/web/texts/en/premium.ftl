### Premium: paying, what comes, what was, and the mandate. English: short and kind.


## The premium page

money-page = Pay and overview
money-title = Your premium
money-pay = Pay now
money-pay-line = Premium of { $day }: { $amount }
money-pay-costs = Collection costs: { $amount }
money-pay-interest = Statutory interest: { $amount }
money-pay-reclaimed = Paid back to you twice, by us and by your bank: { $amount }
money-pay-account = Account
money-pay-holder = In the name of
money-pay-reference = Reference
money-pay-text = Copy the reference exactly into your transfer. Then we know at once that you have paid. It usually takes one working day before you see the payment here.
money-code = Scan the code with your bank’s app.
money-code-alt = QR code for the transfer. The same details stand beside it.
money-nothing-open = Everything is paid. There is nothing to do.
money-reminded = You have a reminder for { $amount }. Please pay by { $day }.
money-reminded-text = If it is not paid by then, you are not insured from { $at }. If you pay later, you are insured again { $back } after your payment.
money-collecting = We collect { $amount } on { $day }
money-collecting-text = You do not have to transfer this yourself.
money-credit = You have paid { $amount } too much
money-credit-text = We use it for your next premium.
money-refund = You get { $amount } back
money-refund-account = We do not know yet to which account. Please tell us.
money-refund-ordered = A colleague checks it. Then it goes to the bank.
money-refund-sent = It is on its way to your account.
money-method = How you pay
money-how = Way
money-how-often = How often
money-every-month = every month
money-every-year = every year
money-once = once
money-by-debit = direct debit
money-by-transfer = bank transfer, after our invoice
money-change = Change account or way to pay
money-coming = The next twelve months
money-coming-text = As your insurance is now. If something changes, so does this overview.
money-coming-none = No more premium is to come
money-period = For
money-from-to = { $from } to { $to }
money-net = Premium
money-tax = Insurance tax
money-movements = What happened so far
moved-due = Premium
moved-extra = Extra premium because of a change
moved-costs = Collection costs
moved-interest = Statutory interest
moved-waived = Costs or interest dropped
moved-reversed = Premium cancelled
moved-collected = Paid by direct debit
moved-transferred = Paid by you
moved-came-back = Direct debit returned
moved-failed = Direct debit did not succeed
moved-refunded = Paid back to you
moved-reminded = Reminder sent
moved-mandate = Mandate given or changed
moved-mandate-ended = Mandate ended

## The mandate

mandate-history = Your mandates
mandate-none = There has been no mandate yet
mandate-when = Date
mandate-what = What
mandate-reference = Reference
mandate-signed = signed on { $day }
mandate-step-given = Mandate given
mandate-step-amended = Another account
mandate-step-stopped = Can no longer be used, says the bank
mandate-step-revoked = Taken back
mandate-step-lapsed = Lapsed: not used for 36 months
mandate-stop-title = Stop direct debit
mandate-stop-text = We then collect nothing more. What is already at the bank may still come. From now on you get an invoice and transfer the premium yourself. Your insurance goes on.
mandate-stop-button = Stop direct debit
done-mandate-stopped = Direct debit has stopped. From now on you pay yourself, after our invoice.
payer-account = Account
apply-pay = How do you want to pay?
apply-pay-debit = Direct debit
apply-pay-transfer = Transfer it myself after an invoice

# What is owed on top of premium
charge-title = Collection costs and interest
charge-what = What
charge-since = From
charge-open = Open
charge-waived = Waived
charge-costs = Collection costs
charge-interest = Interest
