# NL-DUN-08, AMB-14, NL-DUN-06: late premium is no reason to refuse a claim; it is taken off the benefit, and cover comes back a day later
2026-03-01 09:00  customer applies     as=pieter plan=plus value=849.00 by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-17 12:00  expect cover         of=pieter is=off rule=NL-DUN-04
                  expect open          of=pieter amount=59.90
2026-04-19 12:00  customer claims      as=before of=pieter what_happened=dropped damage_arose_at="2026-04-15 14:05" discovered_at="2026-04-15 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
2026-04-20 10:00  desk states          claim=before unforeseen_from_outside=yes repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  expect claim         claim=before verdict=covered
                  desk approves        claim=before
                  expect open          of=pieter amount=0.00
                  expect letters       claim=before kind=claim-decided count=1
2026-04-22 12:00  expect cover         of=pieter at="2026-04-21 09:59" is=off
                  expect cover         of=pieter at="2026-04-21 10:00" is=on rule=NL-DUN-06
                  expect sound
# NEARLY NL-DUN-08, AMB-14: premium that falls due today is not overdue, and stays to be paid
2026-05-01 12:00  customer applies     as=nora plan=plus value=849.00 by=transfer
2026-05-01 13:00  desk accepts         of=nora
2026-05-10 09:00  customer pays        of=nora amount=9.95
2026-06-01 14:00  expect open          of=nora amount=9.95
                  customer claims      as=today of=nora what_happened=dropped damage_arose_at="2026-06-01 13:30" discovered_at="2026-06-01 13:30" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=today unforeseen_from_outside=yes repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  desk approves        claim=today
                  expect open          of=nora amount=9.95
                  expect sound
