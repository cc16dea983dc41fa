# NL-CLAIM-04, NL-CLAIM-05, AMB-25: papers come within 48 hours of the report; late they are weighed, never refused for it
2026-03-01 09:00  customer applies     as=sanne plan=xandocare value=849.00 pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=sanne
2026-03-05 12:00  customer pays        of=sanne amount=238.50
2026-03-11 09:00  customer claims      as=intime of=sanne what_happened=dropped damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  customer claims      as=late of=sanne what_happened=dropped damage_arose_at="2026-03-10 20:00" discovered_at="2026-03-10 20:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect letters       claim=intime kind=claim-acknowledged count=1
                  expect task          kind=decide-claim detail=evidence count=2
# A reminder comes twelve hours before the end.
2026-03-13 08:59  expect letters       claim=intime kind=claim-acknowledged count=2
                  customer sends       claim=intime evidence=photo_damage,proof_of_purchase
                  desk states          claim=intime repairable=yes repair_cost=180.00 equivalent_price=600.00
# NEARLY NL-CLAIM-04, NL-CLAIM-05, AMB-25: the last minute is in time, for the photo and for the proof of purchase
                  expect claim         claim=intime verdict=covered rule=NL-COV-01
2026-03-13 09:00  customer sends       claim=late evidence=photo_damage,proof_of_purchase
                  desk states          claim=late repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=late verdict=needs-person
                  desk finds           claim=late harm_late_evidence=30.00 reason="The seller had thrown the invoice away by then"
                  expect claim         claim=late verdict=covered rule=NL-CLAIM-04
# PRIV-06: a second loss of one device within a year is looked at by a person before anything is approved.
                  desk approves        claim=late
                  expect claim         claim=late approved=100.00
                  expect sound
