# BE-DUN-08, AMB-14, BE-DUN-06: a claim is not left aside for late premium; it is taken off the benefit, and cover comes back a day later
2026-03-02 09:00  customer applies     as=lucas product=electronics-be plan=complete value=849.00 bought=2026-02-20 by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-04-18 12:00  expect cover         of=lucas is=suspended rule=BE-DUN-04
                  expect open          of=lucas amount=14.40
                  customer claims      as=before of=lucas what_happened=dropped damage_arose_at="2026-04-16 14:05" discovered_at="2026-04-16 14:05" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
2026-04-20 10:00  desk states          claim=before repairable=no equivalent_found=no current_value=700.00 handing_over=handed_over
                  expect claim         claim=before verdict=covered
                  desk approves        claim=before
                  expect claim         claim=before approved=650.00
                  expect open          of=lucas amount=0.00
                  expect balance       account=1700 amount=-635.60
                  expect letters       claim=before kind=claim-decided count=1
# NEARLY BE-DUN-06, AMB-14: a minute before the 24 hours are over it is still suspended
2026-04-22 12:00  expect cover         of=lucas at="2026-04-21 09:59" is=suspended
                  expect cover         of=lucas at="2026-04-21 10:00" is=on rule=BE-DUN-06
                  expect sound
# NEARLY BE-DUN-08: what falls due today is not overdue
2026-05-04 12:00  customer applies     as=emma product=electronics-be plan=complete value=849.00 bought=2026-02-20 by=transfer
2026-05-04 13:00  desk accepts         of=emma
2026-05-10 09:00  customer pays        of=emma amount=7.20
2026-06-04 14:00  expect open          of=emma amount=7.20
                  customer claims      as=today of=emma what_happened=dropped damage_arose_at="2026-06-04 13:30" discovered_at="2026-06-04 13:30" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  desk states          claim=today repairable=no equivalent_found=no current_value=700.00 handing_over=handed_over
                  desk approves        claim=today
                  expect open          of=emma amount=7.20
                  expect sound
