# BE-PROV-01, BE-PROV-03, BE-PROV-05, BE-PROV-07, AMB-08: a Belgian application may be asked about and declined without a reason for fourteen days, then it lapses
2026-03-02 14:05  customer applies     as=lucas product=electronics-be pays=one-off by=transfer
                  customer applies     as=nele product=electronics-be name="Nele Claes"
2026-03-05 12:00  customer pays        of=lucas amount=258.75
2026-03-10 10:00  desk asks            of=lucas text="Who uses the phone?"
# NEARLY BE-PROV-05: in the last minute it can still be declined, with no reason at all
2026-03-16 23:59  desk rejects         of=nele
                  expect phase         of=nele is=rejected
                  expect cover         of=lucas is=provisional
2026-03-17 00:00  desk rejects         of=lucas refused=application-provisional-over
                  expect cover         of=lucas is=off rule=BE-PROV-03
2026-03-17 09:00  expect phase         of=lucas is=lapsed
                  expect refund        of=lucas amount=258.75 rule=BE-PROV-06
# NEARLY BE-PROV-06, BE-PROV-07: premium of an accepted application stays; it counts from the application and not from acceptance
2026-03-18 09:00  customer applies     as=omar product=electronics-be name="Omar Haddad" pays=one-off by=transfer
2026-03-19 12:00  customer pays        of=omar amount=258.75
2026-03-25 10:00  desk accepts         of=omar
                  expect refund        of=omar amount=0.00
                  expect cover         of=omar at="2026-03-18 09:00" is=on rule=BE-PROV-07
                  expect cover         of=omar at="2026-03-18 08:59" is=off
                  expect sound
