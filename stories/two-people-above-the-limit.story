# OFFICE-15: a benefit above the limit needs a second person; a computer never refuses
2026-03-01 09:00  customer applies     as=sanne plan=plus device=laptop value=1899.00
2026-03-02 10:00  desk accepts         of=sanne
2026-03-10 12:00  customer claims      as=fall of=sanne what_happened=dropped damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=fall unforeseen_from_outside=yes repairable=no equivalent_price=1500.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  expect claim         claim=fall verdict=covered
                  desk approves        claim=fall
                  expect claim         claim=fall approved=0.00
                  manager approves     claim=fall
                  expect payments      state=ordered count=1
                  expect sound
