# NL-COV-06, NL-COV-07, NL-COV-09, AMB-48: without case and shield a fall is not covered; other damage is, less what that harmed
2026-03-01 09:00  customer applies     as=emma plan=plus-protect value=849.00 pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=emma
2026-03-05 12:00  customer pays        of=emma amount=268.50
2026-04-10 12:00  customer claims      as=fall of=emma what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:00" affects_function=yes case_and_shield_in_use=no holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect claim         claim=fall verdict=not-covered rule=NL-COV-07
                  desk refuses         claim=fall reason="Case and shield were not on the phone when it fell"
                  expect claim         claim=fall is=closed
2026-05-10 12:00  customer claims      as=coffee of=emma what_happened=liquid liquid_how=spilled damage_arose_at="2026-05-10 08:00" discovered_at="2026-05-10 08:00" affects_function=yes case_and_shield_in_use=no holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=coffee repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=coffee verdict=needs-person
                  desk finds           claim=coffee harm_no_case=0.00 reason="A case keeps no coffee out"
                  expect claim         claim=coffee verdict=covered rule=NL-COV-06
                  desk approves        claim=coffee
                  expect claim         claim=coffee approved=140.00
                  expect sound
