# NL-PROV-04, NL-PROV-06: declining needs no reason, but only while provisional cover runs; once accepted nothing is given back for that
2026-03-01 14:05  customer applies     as=noor pays=yearly by=transfer
                  customer applies     as=late name="Tom Peters"
2026-03-02 10:00  desk accepts         of=noor
2026-03-04 12:00  customer pays        of=noor amount=87.45
# NEARLY NL-PROV-04, NL-PROV-06: accepted, and a day over the fourteen
2026-03-15 23:59  desk rejects         of=noor refused=application-already-decided rule=NL-PROV-04
                  expect refund        of=noor amount=0.00
2026-03-16 00:00  desk rejects         of=late refused=application-provisional-over
                  expect sound
