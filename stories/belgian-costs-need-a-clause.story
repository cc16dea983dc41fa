# BE-DUN-05, LAW-BE-COL-06: without a clause in the conditions no costs are asked; the premium stays owed
2026-03-02 09:00  customer applies     as=lucas product=electronics-be by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-04-18 12:00  expect cover         of=lucas is=suspended rule=BE-DUN-04
                  expect open          of=lucas amount=11.50
                  expect balance       account=8020 amount=0.00
# NEARLY BE-DUN-05, BE-DUN-06: what is owed is the premium of the notice, and it is enough
2026-04-20 10:00  customer pays        of=lucas amount=5.75
2026-04-22 12:00  expect cover         of=lucas is=on rule=BE-DUN-06
                  expect sound
