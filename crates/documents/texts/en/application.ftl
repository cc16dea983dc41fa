# DOC-01: application received
received-title = We have received your application
received-intro = Thank you for choosing { $plan } for your { $count ->
    [one] device
   *[other] devices
 }. Your application has reached us safely.
received-cover-title = You are insured from now on
received-cover = You have provisional cover from { $from } until { $until } at the latest. If something happens in that time, the conditions of { $plan } apply.
received-waiting-title = Your provisional cover has not started yet
received-waiting = Your application is not complete yet. Your provisional cover starts as soon as we have all the information the application asks for. It lasts until { $until } at the latest.
received-summary-title = Your application in short
received-next-look = We look at your application. We may ask you for more information.
received-next-answer = By { $date } at the latest you will hear whether we accept your application.
received-next-yes = If we accept it, you get your policy schedule. The insurance then counts from the moment of your application.
received-next-no-nl = If we do not accept it, the provisional cover ends on the day we write that to you. If you have already paid premium, you get all of it back.
received-next-no-be = If we do not accept it, the provisional cover lapses from the moment of your application. If you have already paid premium, you get all of it back.
application-link = See your application

# DOC-02: request for information
information-title = We need some more information from you
information-intro = Thank you for applying for { $plan }. Before we can decide, we need this from you:
information-by-title = Please send it by { $date }
information-by = Your provisional cover lasts until { $until } at the latest. If the information comes later, we may not be able to decide in time. The provisional cover then ends.
information-link = Send information

# DOC-03: rejection
rejected-title = We cannot offer you this insurance
rejected-intro = Thank you for applying for { $plan }. We have looked at it carefully. We are sorry to say that we do not accept your application.
rejected-reason = The reason is: { $reason }
rejected-no-reason = We understand that this is disappointing. We are free not to accept an application and do not have to give a reason. If you have questions about it, please call us.
rejected-cover-title = You are provisionally insured until { $until }
rejected-cover = After that you are no longer insured with us. You can still report damage that happened during the provisional cover.
rejected-cover-back-title = You are not insured
rejected-cover-back = The provisional cover lapses from the moment of your application. Did you have damage in the meantime? Please tell us. A member of our staff will look at it.
rejected-elsewhere = You can of course insure your device with another insurer.

# DOC-03, AMB-08: nobody decided in time
lapsed-title = Your provisional cover ends
lapsed-intro = You applied to us for { $plan }. We should have decided within 14 days. We did not manage to. We are sorry about that.
lapsed-again = Do you still want to insure your device with us? Then you can apply again. You will have provisional cover again.
lapsed-link = Apply again
never-covered = There was no provisional cover yet: a member of our staff had to look at your application first.
lapsed-title-no-cover = Your application has lapsed
lapsed-again-no-cover = Do you still want to insure your device with us? Then you can apply again.

# NL-PROV-05, AMB-09: an offer on other terms
offer-title = We can offer you other terms
offer-intro = Thank you for applying for { $plan }. We cannot accept your application as it is. We can insure you on other terms.
offer-premium = Premium
offer-excess = Excess per claim
offer-plan = Plan
offer-by-title = You can agree until { $until }
offer-by = If you do not answer, there will be no insurance.
offer-cover-ends = Your provisional cover lasts until { $until }. If you agree, you are insured from the day of your application.
offer-link = See the offer and answer
