# Belgium: applied for in French, accepted, an accident settled by current value against the device
2026-03-02 14:05  customer applies     as=lucas product=electronics-be plan=complete value=849.00 bought=2026-02-20
                  expect cover         of=lucas is=provisional rule=BE-PROV-02
                  expect letters       of=lucas kind=application-received count=1
2026-03-03 10:00  desk accepts         of=lucas
                  expect cover         of=lucas at="2026-03-02 14:05" is=on rule=BE-PROV-07
                  expect letters       of=lucas kind=policy-issued count=1
2026-03-04 09:00  expect open          of=lucas amount=7.20
                  desk releases collections
2026-03-10 12:00  bank credits
# LAW-TAX-08: 9.25 % of a net 6.59
2026-03-11 09:00  expect open          of=lucas amount=0.00
                  expect balance       account=1000 amount=7.20
                  expect balance       account=1650 amount=-0.61
                  expect sound
# BE-CLAIM-07: there is no theft cover, and no form for it.
2026-03-12 08:00  customer claims      as=none of=lucas what_happened=stolen damage_arose_at="2026-03-11 20:00" discovered_at="2026-03-11 21:00" refused=claim-theft-not-insured
# The phone falls on a Saturday; the crack shows itself on Sunday.
2026-03-15 19:30  customer claims      as=fall of=lucas what_happened=dropped damage_arose_at="2026-03-14 14:05" discovered_at="2026-03-15 09:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  expect letters       claim=fall kind=claim-acknowledged count=1
# Neither to be mended nor to be had (BE-COV-03): current value, when the device is with us (BE-CLAIM-06).
2026-03-16 09:30  desk states          claim=fall repairable=no equivalent_found=no current_value=700.00
                  expect claim         claim=fall verdict=needs-facts
2026-03-17 11:00  desk states          claim=fall handing_over=handed_over
                  expect claim         claim=fall verdict=covered rule=BE-COV-04
                  desk approves        claim=fall
                  expect claim         claim=fall approved=650.00
                  expect letters       claim=fall kind=claim-decided count=1
2026-03-17 12:00  desk releases payments
2026-03-18 09:00  expect claim         claim=fall is=closed paid=650.00
                  expect letters       claim=fall kind=claim-paid count=1
                  expect balance       account=1000 amount=-642.80
                  expect sound
