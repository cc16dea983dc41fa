# AMB-09, BE-PROV-03, BE-PROV-05: a Belgian offer on other terms leaves provisional cover until it is over or answered
2026-03-02 14:05  customer applies     as=lucas product=electronics-be
                  customer applies     as=nele product=electronics-be name="Nele Claes"
2026-03-04 11:00  desk offers          of=lucas premium=7.20
                  desk offers          of=nele premium=7.20
                  expect cover         of=lucas at="2026-03-16 23:59" is=provisional rule=BE-PROV-02
                  expect cover         of=lucas at="2026-03-17 00:00" is=off rule=BE-PROV-03
# NEARLY BE-PROV-03: agreed to in the last minute of day 14
2026-03-16 23:59  customer agrees      of=lucas
                  expect cover         of=lucas at="2026-03-20 12:00" is=on rule=BE-PROV-07
# NEARLY AMB-09: a minute later it is over
2026-03-17 00:00  customer agrees      of=nele refused=application-provisional-over
2026-03-17 09:00  expect phase         of=nele is=lapsed
                  expect sound
