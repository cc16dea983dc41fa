# BE-CLAIM-01, BE-CLAIM-02, BE-CLAIM-03, BE-CLAIM-07: Belgium has the same days and hours, no theft, and the law's own terms for our answer and our payment
2026-03-02 14:05  customer applies     as=lucas product=electronics-be plan=complete value=849.00 bought=2026-02-20
2026-03-03 10:00  desk accepts         of=lucas
2026-03-04 09:00  desk releases collections
2026-03-10 12:00  bank credits
2026-03-24 23:59  customer claims      as=theft of=lucas what_happened=stolen damage_arose_at="2026-03-20 10:00" discovered_at="2026-03-20 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 refused=claim-theft-not-insured rule=BE-CLAIM-07
                  customer claims      as=intime of=lucas what_happened=dropped damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  desk states          claim=intime repairable=yes repair_cost=150.00 equivalent_price=600.00
# NEARLY BE-CLAIM-01: the last minute of the fourteenth day
                  expect claim         claim=intime verdict=covered
2026-03-25 00:00  customer claims      as=late of=lucas what_happened=dropped damage_arose_at="2026-03-10 20:00" discovered_at="2026-03-10 20:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  desk states          claim=late repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=late verdict=needs-person
                  desk finds           claim=late harm_late_report=0.00 reason="Nothing was lost by the day"
                  expect claim         claim=late verdict=covered rule=BE-CLAIM-01
                  customer claims      as=lost of=lucas what_happened=lost damage_arose_at="2026-03-24 12:00" discovered_at="2026-03-24 12:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
# NEARLY BE-CLAIM-07: what was only lost is no theft; it is reported, and a person says no
                  expect claim         claim=lost verdict=not-covered
2026-03-26 23:58  customer sends       claim=intime evidence=photo_damage,proof_of_purchase
# NEARLY BE-CLAIM-02, BE-CLAIM-03: 48 hours after the report the minute before is in time, for the proof of purchase too
                  expect claim         claim=intime verdict=covered
2026-03-27 00:00  customer sends       claim=late evidence=photo_damage,proof_of_purchase
                  expect claim         claim=late verdict=needs-person
                  desk finds           claim=late harm_late_evidence=20.00 reason="The repair had to wait, storage was paid"
                  expect claim         claim=late verdict=covered rule=BE-CLAIM-02
# PRIV-06: a second loss of one device within a year is looked at by a person before anything is approved.
                  desk approves        claim=late
# LAW-BE-INS-09: three months to answer. Two weeks before, somebody is told.
2026-06-08 09:00  expect task          kind=claim-term count=0
2026-06-12 09:00  expect task          kind=claim-term detail=answer count=1
                  desk refuses         claim=lost reason="Lost is not broken, and not insured"
                  expect claim         claim=lost is=closed approved=0.00
                  expect task          kind=claim-term count=0
                  expect sound
