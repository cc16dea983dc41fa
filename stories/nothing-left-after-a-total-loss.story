# AMB-63, AMB-42: once a total loss is paid in money nothing is left to insure: the policy ends then, and the days left come back
2026-03-01 09:00  customer applies     as=sanne plan=plus pays=yearly
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
2026-04-10 12:00  customer claims      as=fall of=sanne what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=fall unforeseen_from_outside=yes repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  desk approves        claim=fall
# NEARLY AMB-63: approved is not paid: until then the phone is in the schedule
                  expect schedule      of=sanne devices=1
                  expect ends          of=sanne at="2031-03-02 00:00" way=end-date
2026-04-13 11:00  desk releases payments
# The machine takes it out with the payment, from the day the bank debited it; nobody has to ask for it.
2026-04-14 10:00  expect claim         claim=fall is=closed paid=550.00
                  expect ends          of=sanne at="2026-04-13 00:00" way=nothing-left rule=AMB-63
                  customer changes     of=sanne gone=benefit-paid on=2026-04-14 refused=policy-not-running
# 13 April 2026 to 1 March 2027 are 322 of 365 days: 109.45 × 322 / 365.
                  expect refund        of=sanne amount=96.56
                  expect sound
