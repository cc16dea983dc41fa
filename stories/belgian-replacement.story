# BE-CLAIM-04: the new device takes its place in the schedule when the customer accepts it, and the old one is the insurer's
2026-03-02 14:05  customer applies     as=lucas product=electronics-be plan=complete value=849.00 bought=2026-02-20
2026-03-03 10:00  desk accepts         of=lucas
                  bank collects daily
2026-04-10 19:30  customer claims      as=fall of=lucas what_happened=dropped damage_arose_at="2026-04-10 14:05" discovered_at="2026-04-10 14:10" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
2026-04-11 09:30  desk states          claim=fall repairable=no equivalent_found=yes equivalent_price=700.00
                  expect claim         claim=fall verdict=covered rule=BE-COV-04
                  desk approves        claim=fall
# What is approved is ordered by itself.
                  expect claim         claim=fall approved=650.00
                  expect letters       claim=fall kind=work-ordered count=1
# NEARLY BE-CLAIM-04: without its number the new device could not be insured
2026-04-14 10:00  repairer delivers    claim=fall invoice=700.00 refused=job-new-device-unnamed
                  repairer delivers    claim=fall invoice=700.00 new=yes
                  expect schedule      of=lucas no=0 devices=1
2026-04-15 09:00  customer accepts     claim=fall
                  expect schedule      of=lucas no=1 devices=1
                  expect cover         of=lucas is=on
                  expect balance       account=1310 amount=50.00
                  expect balance       account=1725 amount=-700.00
2026-04-16 09:00  desk releases payments
2026-04-18 10:00  expect claim         claim=fall is=closed paid=0.00
# 14 days for the own share and the old device; each is reminded of once.
2026-04-30 12:00  expect letters       claim=fall kind=work-reminder count=2
2026-05-02 10:00  desk receives old device claim=fall
                  desk receives old device claim=fall already=yes
                  customer pays        of=lucas claim=fall amount=50.00
2026-05-05 10:00  expect balance       account=1310 amount=0.00
                  expect sound
