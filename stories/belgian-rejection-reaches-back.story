# BE-PROV-01, BE-PROV-04, BE-PROV-06, BE-END-01, AMB-07: a Belgian rejection undoes provisional cover from the start, and all premium goes back
2026-03-02 14:05  customer applies     as=lucas product=electronics-be plan=complete pays=one-off by=transfer
                  customer applies     as=noor pays=one-off by=transfer
2026-03-04 12:00  customer pays        of=lucas amount=324.00
                  expect cover         of=lucas is=provisional rule=BE-PROV-02
2026-03-05 10:00  customer claims      as=fall of=lucas what_happened=dropped damage_arose_at="2026-03-04 10:00" discovered_at="2026-03-04 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
2026-03-06 11:30  desk rejects         of=lucas
                  desk rejects         of=noor
                  expect phase         of=lucas is=rejected
                  expect cover         of=lucas at="2026-03-04 10:00" is=void rule=BE-PROV-04
                  expect cover         of=lucas at="2026-03-04 10:00" known="2026-03-05 12:00" is=provisional
                  expect cover         of=lucas at="2026-03-07 00:00" is=off rule=BE-END-01
                  expect refund        of=lucas amount=324.00 rule=BE-PROV-06
# NEARLY BE-PROV-04, AMB-07: a Dutch one rejected at the same moment keeps its cover until that midnight
                  expect cover         of=noor at="2026-03-06 23:59" is=provisional
# NEARLY BE-PROV-01, BE-END-01: on the day of the letter it is void, and only after it simply over
                  expect cover         of=lucas at="2026-03-06 23:59" is=void
# AMB-07: the loss of those days is for a person to weigh.
                  desk states          claim=fall repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=fall verdict=needs-person
                  expect sound
