# NL-COV-11, NL-COV-03: the number of claims and the total of a year are not capped; each claim has its limit and its excess
2026-03-01 09:00  customer applies     as=bram plan=xandocare value=849.00 pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=bram
2026-03-05 12:00  customer pays        of=bram amount=238.50
2026-04-10 12:00  customer claims      as=first of=bram what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=first repairable=yes repair_cost=550.00 equivalent_price=800.00
                  desk approves        claim=first
                  expect claim         claim=first approved=500.00
2026-06-10 12:00  customer claims      as=second of=bram what_happened=liquid liquid_how=fell_in damage_arose_at="2026-06-10 08:00" discovered_at="2026-06-10 08:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=second repairable=yes repair_cost=550.00 equivalent_price=800.00
                  desk approves        claim=second
                  expect claim         claim=second approved=500.00
                  expect sound
