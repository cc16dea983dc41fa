# BE-DUN-07, BE-DUN-08, BE-PROV-08, BE-TERM-02, AMB-14: damage of the suspended days is never paid; before and after, late premium is no reason
2026-03-02 09:00  customer applies     as=lucas product=electronics-be by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-04-20 10:00  customer pays        of=lucas amount=11.50
2026-04-22 12:00  customer claims      as=inside of=lucas what_happened=dropped damage_arose_at="2026-04-18 14:05" discovered_at="2026-04-18 14:05" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  expect claim         claim=inside verdict=not-covered
# NEARLY BE-DUN-07, BE-DUN-08, BE-PROV-08, BE-TERM-02, AMB-14: an hour after cover came back it is paid
                  customer claims      as=after of=lucas what_happened=dropped damage_arose_at="2026-04-21 01:00" discovered_at="2026-04-21 01:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  desk states          claim=after repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=after verdict=covered
                  expect sound
