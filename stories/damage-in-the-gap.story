# NL-DUN-07, NL-DUN-08, AMB-14: damage that arises while cover is off is never paid, also after payment; damage outside it is not refused for late premium
2026-03-01 09:00  customer applies     as=pieter plan=plus value=849.00 by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-20 10:00  customer pays        of=pieter amount=59.90
2026-04-22 12:00  customer claims      as=inside of=pieter what_happened=dropped damage_arose_at="2026-04-18 14:05" discovered_at="2026-04-18 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect claim         claim=inside verdict=not-covered
# NEARLY NL-DUN-08, AMB-14, NL-DUN-07: a day before and a day after the gap the phone is covered, late premium or not
                  customer claims      as=after of=pieter what_happened=dropped damage_arose_at="2026-04-21 14:05" discovered_at="2026-04-21 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=after unforeseen_from_outside=yes repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  expect claim         claim=after verdict=covered
                  customer claims      as=before of=pieter what_happened=dropped damage_arose_at="2026-04-15 14:05" discovered_at="2026-04-15 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=before unforeseen_from_outside=yes repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=before verdict=covered
                  expect sound
