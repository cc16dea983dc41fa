# DOC-05: mandate and pre-notification
mandate-title = Your direct debit mandate
mandate-intro = You allow { $creditor } to collect the premium from your account. Please keep this confirmation.
mandate-reference = Mandate
creditor-id = Creditor identifier
creditor = Creditor
mandate-signed = Signed on
debits-title = What we will collect
mandate-announced = If the amount or the day changes, we tell you at least { $term } before.
mandate-rights-title = Your rights
mandate-right-refund = Do you disagree with a collection? You can ask your bank to pay the money back within 8 weeks.
mandate-right-stop = You can withdraw your mandate at any time. Please agree with us how you will pay the premium, because the insurance goes on.
mandate-change = Do you have a different account number? Change it in My Harmony.
announced-title = We will soon collect your premium
announced-intro = We will collect this premium from account { $account }:
announced-again = The last collection did not succeed. We will try again from account { $account }:
announced-enough = Please make sure that there is enough money in your account. Then there is nothing else to do.
announced-details = Details of the collection

# DOC-05
invoice-title = Invoice: your premium
invoice-intro = You pay your premium yourself, by bank transfer. This is the premium to pay now:
invoice-came-back = We could not collect your premium. We will not try again. Please transfer the amount yourself.
invoice-other-account = Your bank tells us that we cannot collect premium from your account: it may be closed or blocked. We will not try again there. Please transfer the amount yourself.
invoice-mandate-ended = We no longer use your direct debit mandate. Please transfer this amount yourself.
invoice-line = Premium from { $from } up to and including { $to }
invoice-tax = This includes { $tax } insurance tax.
invoice-by = If you pay on or before { $day }, you will not get a reminder.
invoice-soon = Please pay this amount as soon as you can, so that no reminder is needed.
invoice-else-title = Good to know
invoice-debit = Would you like us to collect the premium from your account in future? Enter your account in My Harmony.

# DOC-06: reminder, Netherlands
reminder-title = Reminder: your premium has not been paid yet
reminder-intro = We have not received your premium. Perhaps you forgot it, or the direct debit did not succeed. This is what you still have to pay:
reminder-term-title = Please pay { $amount } within { $term }
reminder-term = The { $term } start on the day after you receive this letter. We assume that you have it on { $received }. You can then pay up to and including { $last }. If the letter reaches you later, you also have until later.
reminder-consequences-title = If you do not pay in time
reminder-cover = You are then no longer insured for damage that happens after these { $term }. If you received the letter on the day above, that is from { $stops }. You will not get another reminder about this.
reminder-costs = You then also have to pay collection costs. These are exactly { $costs }. You do not pay them if you pay within the { $term }.
reminder-costs-vat = You then also have to pay collection costs. These are exactly { $costs }, of which { $vat } is VAT that we cannot deduct. You do not pay them if you pay within the { $term }.
reminder-earlier = Still open from earlier letters, with the costs of those
reminder-interest = We can then also ask statutory interest on the amount.
reminder-owed = You still have to pay the premium, also for the time in which you are not insured.
reminder-back = If you pay everything later, with the costs, you are insured again { $back } after we have received the money. We never pay for damage that happened in between, even if you pay later.
reminder-end = If collecting the premium fails repeatedly, we may end the insurance.
reminder-help-title = Can we help you?
reminder-paid = Have you already paid? Then you do not have to do anything. Our letter and your payment have crossed.
reminder-trouble = Can you not pay everything at once? Please call us. We will look for a solution together.
reminder-disagree = Do you disagree with the amount? Please tell us as soon as you can.
reminder-law = This letter is the reminder of article 7:934 and of article 6:96(6) of the Dutch Civil Code.

# DOC-06, Belgium: the free first reminder (LAW-BE-COL-02, -03)
first-title = A first reminder: your premium has not been paid yet
first-intro = We have not received your premium yet. Perhaps you forgot it, or the payment did not succeed. This is what you still have to pay:
first-term-title = Please pay { $amount } up to and including { $last }
first-term = This reminder is free. You pay no costs, and nothing changes in your insurance.
first-after = We then send you a registered letter. It says how many days you still have, and from when you are not insured if you do not pay then either.
first-costs = By the contract you then also pay { $costs } of collection costs.
first-law = This letter is the free first reminder of Book XIX of the Belgian Code of Economic Law.

# DOC-07: formal notice, Belgium
notice-title = Formal notice: your premium has not been paid yet
notice-intro = We have reminded you of your premium before, but have not received a payment. With this registered letter we give you formal notice. This is what you still have to pay:
notice-extra = Still open from earlier letters, with costs and interest
notice-term-title = Please pay { $amount } within { $term }
notice-term = We hand this letter to the post on { $deposited }. The { $term } start on the day after that. You can pay up to and including { $last }.
notice-suspended = Your cover is then suspended from { $from }. You are not insured for damage that happens after that.
notice-costs = You then also have to pay collection costs, as the contract says. These are exactly { $costs }. You do not pay them if you pay within the { $term }.
notice-owed = You still have to pay the premium.
notice-back = If you pay everything after that, the suspension ends, { $back } after we have received the money at the latest. We do not pay for damage that happened during the suspension.
notice-end = We reserve the right to end the contract if you do not pay. The earliest day for that is { $date }.
notice-later-premiums = You also owe the premiums that fall due during the suspension, as the law provides.
notice-law = This letter is the formal notice of article 70 of the Belgian law of 4 April 2014 on insurance.

# DOC-08: no cover, cover again
suspended-title = You are not insured now
suspended-intro = You received a letter from us about your premium. The time to pay is over and we have not received the money.
suspended-since-title = You are not insured from { $since }
suspended-since = We do not pay for damage that happens from that moment on. Not even if you pay later.
suspended-costs = Collection costs
suspended-interest = Statutory interest up to today
suspended-again-title = How to be insured again
suspended-again = Pay the whole amount of { $amount }. You are then insured again { $back } after we have received it. Paying a part is not enough.
suspended-end = If you do not pay, we may end the insurance.
reinstated-title = You are insured again
reinstated-intro = Thank you for paying { $amount }. We received it on { $at }.
reinstated-from-title = You are insured again from { $from }
reinstated-gap = Between { $gap } and { $from } you were not insured. We do not pay for damage that happened in that time.
reinstated-next = Please make sure that there is enough money in your account for the next collection. Then you stay insured.

# Late premium in parts, a pause, cover that had not stopped
plan-title = Your payment plan
plan-intro = We have agreed that you pay your late premium in parts. These are the parts and the days:
plan-part = On or before { $on }
plan-total = Together
plan-off = The plan does not bring your cover back by itself. You are insured again { $back } after we have received all of it. You may always pay sooner.
plan-meanwhile-title = What this means
plan-no-reminder = As long as you pay each part in time, you get no reminder of this amount and pay no interest on it.
plan-coming = Premium that falls due from now on is not in the plan. You pay that as usual.
plan-late = Is a part not there { $grace } after its day? Then the plan ends, and we ask you for the rest at once.
plan-trouble = Will you not manage a part? Please call us before that day. We will look for a solution together.
plan-pay-title = How to pay the first part
plan-broken-title = Your payment plan has ended
plan-broken-intro = We have not received a part of your payment plan. So the plan has ended. You still have to pay { $amount }.
plan-broken-next = Please pay this amount now. If you do not, we send you a reminder, which says how long you have and what happens then.
pause-title = No reminders for now
pause-complaint = You have complained to us about your premium. We will look into it first.
pause-error = We may have made a mistake with your premium. We will look into it first.
pause-dispute = You have told us that you disagree with what we ask. We will look into it first.
pause-hardship = You have told us that you cannot pay your premium for now. We give you some time.
pause-until = Up to and including { $until } you get no reminders from us about your premium.
pause-term = The last reminder that you had does not count any more. You do not lose your cover by it.
pause-off = This does not change by itself. You are insured again after you have paid all of it.
pause-owed = The premium itself stays owed, unless we tell you otherwise. You may always pay sooner.
not-stopped-letter = You stayed insured
not-stopped-intro = We wrote to you that you were not insured any more, because your premium was late. That was not right. Our reminder never reached you, so it does not count. We apologise.
not-stopped-intro-ours = We wrote to you that you were not insured any more, because your premium was late. That was not right: we sent our reminder by mistake, so it does not count. We apologise.
not-stopped-title = You have been insured all the time
not-stopped = Cover did not stop on { $told }. It goes on.
not-stopped-damage = Did something happen to your device in that time? Please report it. We will treat it as insured time.
not-stopped-open-title = Your premium
not-stopped-open = This premium has not been paid yet. If it stays open, you will get a new reminder with a new term.
stops-later-letter = Your cover stops later than we wrote
stops-later-intro = You received our reminder later than we had assumed. So you also have longer to pay.
stops-later-title = You are insured until { $stops }
stops-later = We wrote that you were not insured from { $told }. That was too early. If everything is not paid in time, cover stops at { $stops }.
