# NL-FRAUD-03, MONEY-12, OFFICE-15: what the investigation of fraud cost is asked back once it is found, and two people agree
2026-03-01 09:00  customer applies     as=fred plan=plus value=849.00
2026-03-01 10:00  desk accepts         of=fred
                  bank collects daily
2026-03-20 12:00  customer claims      as=false of=fred what_happened=dropped damage_arose_at="2026-03-20 11:00" discovered_at="2026-03-20 11:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
# NEARLY NL-FRAUD-03: without the finding nobody is asked for anything
2026-03-21 10:00  desk expects back    claim=false kind=investigation amount=180.00 reason="An expert looked." refused=recovery-no-fraud
                  desk finds           claim=false fraud=yes reason="The shop never sold it."
                  desk expects back    claim=false kind=investigation amount=180.00 reason="An expert looked."
# NEARLY OFFICE-15: what one person asks for is only proposed
                  expect letters       claim=false kind=fraud-debt count=0
                  manager approves     claim=false
                  expect letters       claim=false kind=fraud-debt count=1
# MONEY-11: nothing was paid, so nothing is reclaimed
                  desk expects back    claim=false kind=reclaim amount=0.01 reason="It was paid." refused=recovery-too-much
                  expect sound
