# AMB-16, NL-DUN-06: a payment that was booked under a wrong day is put right: the cover that it cost is back, and a claim is looked at again
2026-03-01 09:00  customer applies     as=pieter by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-20 10:00  customer pays        of=pieter amount=47.95
2026-04-22 12:00  customer claims      as=fall of=pieter what_happened=dropped damage_arose_at="2026-04-18 14:05" discovered_at="2026-04-18 14:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=fall repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=fall verdict=not-covered
# NEARLY AMB-16, NL-DUN-06: credited a day after the term it would still be too late, though for a shorter time
2026-04-23 10:00  expect follows       of=pieter fact=payment-received at="2026-04-16 09:00" cover="2026-04-17 09:00 off-on"
                  expect follows       of=pieter fact=payment-received at="2026-04-15 09:00" cover="2026-04-16 00:00 off-on"
                  desk corrects        of=pieter fact=payment-received at="2026-04-15 09:00"
                  expect cover         of=pieter at="2026-04-18 14:05" is=on
                  expect cover         of=pieter at="2026-04-18 14:05" known="2026-04-22 12:00" is=off
                  expect task          kind=decide-claim detail="cover corrected" count=1
# The costs were not owed: what was paid of them is kept for later premium
                  expect open          of=pieter amount=0.00
                  expect balance       account=8020 amount=0.00
                  expect sound
