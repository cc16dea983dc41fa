# NL-CLAIM-01, AMB-24, GEN-HARM-01: a report after the fourteen days is never refused for it; what it harmed comes off, by a person
2026-03-01 09:00  customer applies     as=sanne plan=xandocare value=849.00 pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=sanne
2026-03-05 12:00  customer pays        of=sanne amount=238.50
# Noticed on Monday 6 April, in time up to and with Monday 20 April.
2026-04-20 21:00  customer claims      as=intime of=sanne what_happened=dropped damage_arose_at="2026-04-06 10:00" discovered_at="2026-04-06 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=intime repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=intime verdict=covered rule=NL-COV-01
2026-05-04 09:00  customer claims      as=late of=sanne what_happened=dropped damage_arose_at="2026-04-18 10:00" discovered_at="2026-04-18 12:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=late repairable=yes repair_cost=180.00 equivalent_price=600.00
# NEARLY NL-CLAIM-01, AMB-24: the fourteenth day is a Saturday, so that Monday is still in time
                  expect claim         claim=late verdict=covered
2026-05-06 09:00  customer claims      as=later of=sanne what_happened=dropped damage_arose_at="2026-04-19 10:00" discovered_at="2026-04-19 12:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=later repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=later verdict=needs-person
                  desk finds           claim=later harm_late_report=30.00 reason="The screen was used on, the crack reached the frame"
                  expect claim         claim=later verdict=covered rule=NL-CLAIM-01
                  desk approves        claim=later
                  expect claim         claim=later approved=100.00
                  expect sound
