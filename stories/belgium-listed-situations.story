# BE-EXCL-13, AMB-45: carelessness alone is no reason; a listed situation and a person's finding are
2026-03-01 09:00  customer applies     as=lucas product=electronics-be plan=complete value=849.00
2026-03-02 10:00  desk accepts         of=lucas
2026-04-10 12:00  customer claims      as=car of=lucas what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:05" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
2026-04-11 09:00  desk states          claim=car repairable=yes repair_cost=220.00
                  expect claim         claim=car verdict=covered
                  desk states          claim=car risky_situation=left_on_vehicle
                  expect claim         claim=car verdict=needs-person
                  desk finds           claim=car gross_fault=yes reason="Left on the roof of the car, told so twice, and driven off"
                  expect claim         claim=car verdict=not-covered rule=BE-EXCL-13
                  desk refuses         claim=car reason="A listed situation, and a gross fault"
                  expect claim         claim=car is=closed approved=0.00
                  expect letters       claim=car kind=claim-decided count=1
                  expect sound
