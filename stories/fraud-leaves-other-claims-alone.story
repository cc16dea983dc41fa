# NL-FRAUD-01, NL-FRAUD-02: the Dutch conditions have no sentence about other claims: each is decided by itself
2026-03-01 09:00  customer applies     as=fred plan=plus value=849.00
2026-03-01 10:00  desk accepts         of=fred
                  bank collects daily
2026-03-20 12:00  customer claims      as=false of=fred what_happened=dropped damage_arose_at="2026-03-20 11:00" discovered_at="2026-03-20 11:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
2026-03-21 12:00  customer claims      as=other of=fred what_happened=dropped damage_arose_at="2026-03-21 11:00" discovered_at="2026-03-21 11:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk finds           claim=false fraud=yes reason="The shop never sold it."
                  expect claim         claim=false verdict=not-covered rule=NL-FRAUD-02
# NEARLY BE-FRAUD-03: it is Belgian only
                  desk leaves aside    claim=false reason="He lied once." refused=claim-not-left-aside
                  customer sends       claim=other evidence=photo_damage,proof_of_purchase
                  desk states          claim=other repairable=no equivalent_price=600.00
                  desk approves        claim=other
                  expect claim         claim=other approved=550.00
                  expect sound
