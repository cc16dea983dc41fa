# NL-NOPAY-03, AMB-29: damage inside cover, reported in time but after the end, is weighed by a person; too late it is not paid
2026-03-01 09:00  customer applies     as=noor plan=xandocare value=849.00
2026-03-02 10:00  desk accepts         of=noor
2026-03-10 09:00  customer withdraws   of=noor
                  expect cover         of=noor at="2026-03-10 23:59" is=on
                  expect cover         of=noor at="2026-03-11 00:00" is=off
2026-03-20 09:00  customer claims      as=intime of=noor what_happened=dropped damage_arose_at="2026-03-09 10:00" discovered_at="2026-03-09 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=intime repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=intime verdict=needs-person
                  desk finds           claim=intime late_claim_declined=no reason="Inside cover, and reported within fourteen days of noticing"
                  expect claim         claim=intime verdict=covered rule=NL-COV-01
2026-03-30 09:00  customer claims      as=late of=noor what_happened=dropped damage_arose_at="2026-03-08 10:00" discovered_at="2026-03-08 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
# NEARLY AMB-29: too late as well, there is nothing to weigh
                  expect claim         claim=late verdict=not-covered rule=NL-NOPAY-03
                  expect sound
