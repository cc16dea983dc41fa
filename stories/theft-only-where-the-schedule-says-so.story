# NL-COV-10, FAQ-11: theft is reported only where the schedule covers it; pickpocketing is excluded everywhere
2026-03-01 09:00  customer applies     as=plain plan=xandocare value=849.00
                  customer applies     as=plus plan=plus value=849.00 name="Emma Bakker"
2026-03-02 10:00  desk accepts         of=plain
                  desk accepts         of=plus
2026-03-10 12:00  customer claims      as=no of=plain what_happened=stolen damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:30" refused=claim-theft-not-insured
                  customer claims      as=picked of=plus what_happened=stolen damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:30" theft_how=pickpocketing
                  expect claim         claim=picked verdict=not-covered rule=NL-EXCL-23
                  desk refuses         claim=picked reason="Taken from a pocket, without force"
2026-03-10 13:00  expect letters       claim=picked kind=claim-decided count=1
                  expect claim         claim=picked is=closed approved=0.00
                  expect sound
