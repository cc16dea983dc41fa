# BE-FRAUD-03, OFFICE-15: with fraud found on one claim, what is pending under the same Belgian policy is not considered further; two people do that
2026-03-02 09:00  customer applies     as=fred product=electronics-be plan=complete value=849.00 bought=2026-02-20
2026-03-02 09:05  customer applies     as=rik product=electronics-be plan=complete value=849.00 bought=2026-02-20
2026-03-03 10:00  desk accepts         of=fred
                  desk accepts         of=rik
                  bank collects daily
2026-04-10 12:00  customer claims      as=approved of=fred what_happened=dropped damage_arose_at="2026-04-09 10:00" discovered_at="2026-04-09 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  customer sends       claim=approved evidence=photo_damage,proof_of_purchase
                  desk states          claim=approved repairable=yes repair_cost=150.00 equivalent_price=600.00
2026-04-20 12:00  customer claims      as=false of=fred what_happened=dropped damage_arose_at="2026-04-19 10:00" discovered_at="2026-04-19 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
2026-04-21 12:00  customer claims      as=pending of=fred what_happened=dropped damage_arose_at="2026-04-20 10:00" discovered_at="2026-04-20 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  customer claims      as=other of=rik what_happened=dropped damage_arose_at="2026-04-20 10:00" discovered_at="2026-04-20 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  customer sends       claim=pending evidence=photo_damage,proof_of_purchase
                  desk states          claim=pending repairable=yes repair_cost=150.00 equivalent_price=600.00
                  expect claim         claim=pending verdict=covered
# NEARLY BE-FRAUD-03: without the finding nothing is left aside
                  desk leaves aside    claim=false reason="They are all the same phone." refused=recovery-no-fraud
2026-04-22 10:00  desk finds           claim=false fraud=yes reason="The receipt was made up."
                  expect claim         claim=false verdict=not-covered rule=BE-FRAUD-03
# BE-FRAUD-03: from then on nobody approves what is pending, though the wording finds it covered
                  desk approves        claim=pending refused=claim-fraud-on-policy rule=BE-FRAUD-03
                  desk leaves aside    claim=false reason="The receipt was made up."
# NEARLY OFFICE-15: one person only proposes it
                  expect claim         claim=pending is=decided
                  manager approves     claim=false
                  expect claim         claim=pending is=closed approved=0.00
                  expect letters       claim=pending kind=claim-decided count=1
# NEARLY BE-FRAUD-03: what was approved before stays approved, and another's claim is nobody's fraud
                  expect claim         claim=approved is=approved
                  expect claim         claim=other is=open
                  desk leaves aside    claim=false reason="Once more." refused=claim-none-pending
# OFFICE-15: the customer can object, and it is looked at by somebody who did not decide
2026-04-23 10:00  customer objects     claim=pending words="This one was true."
                  desk upholds         claim=pending reason="Whoever proposed it tries." refused=objection-decided-before
                  expect sound
