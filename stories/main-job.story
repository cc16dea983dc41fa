# The main job: from application to payout, every cent and date right
2026-03-02 14:05  customer applies     as=sanne plan=plus value=849.00 bought=2026-02-20
                  expect cover         of=sanne is=provisional rule=NL-PROV-01
                  expect letters       of=sanne kind=application-received count=1
                  expect task          kind=decide-application count=1
2026-03-03 10:00  desk accepts         of=sanne
                  expect cover         of=sanne at="2026-03-02 14:05" is=on rule=NL-PROV-07
                  expect letters       of=sanne kind=policy-issued count=1
                  expect task          kind=decide-application count=0
2026-03-04 09:00  expect open          of=sanne amount=9.95
                  expect letters       of=sanne kind=collection-announced count=1
                  desk releases collections
2026-03-10 12:00  bank credits
2026-03-11 09:00  expect open          of=sanne amount=0.00
                  expect balance       account=1000 amount=9.95
                  expect balance       account=1300 amount=0.00
                  expect balance       account=1650 amount=-1.73
                  expect sound
# The phone falls on a Saturday and is reported the same evening.
2026-03-14 19:30  customer claims      as=fall of=sanne what_happened=dropped damage_arose_at="2026-03-14 14:05" discovered_at="2026-03-14 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect letters       claim=fall kind=claim-acknowledged count=1
                  expect task          kind=decide-claim count=1
2026-03-16 09:30  desk states          claim=fall unforeseen_from_outside=yes repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  expect claim         claim=fall verdict=covered rule=NL-COV-01
                  desk approves        claim=fall
                  expect claim         claim=fall approved=550.00
                  expect letters       claim=fall kind=claim-decided count=1
2026-03-16 11:00  desk releases payments
2026-03-17 09:00  expect claim         claim=fall is=closed paid=550.00
                  expect letters       claim=fall kind=claim-paid count=1
                  expect balance       account=1000 amount=-540.05
                  expect balance       account=1700 amount=0.00
                  expect balance       account=1050 amount=0.00
                  expect sound
