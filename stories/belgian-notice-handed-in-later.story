# BE-DUN-02, BE-DUN-03, AMB-12: the Belgian term counts from the day the registered notice was handed in, as the slip shows it
2026-03-02 09:00  customer applies     as=lucas product=electronics-be by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-04-03 12:00  expect cover         of=lucas at="2026-04-18 00:00" is=suspended rule=BE-DUN-04
# Handed in on Friday 3 April: day 15 is Saturday 18 April, which rolls to Monday 20.
                  post takes in        of=lucas on=2026-04-03
# NEARLY BE-DUN-02, BE-DUN-03: on Monday there is cover until midnight
                  expect cover         of=lucas at="2026-04-20 23:59" is=on
                  expect cover         of=lucas at="2026-04-21 00:00" is=suspended rule=BE-DUN-04
# NEARLY AMB-12: when it was received makes no difference in Belgium
2026-04-09 12:00  post proves          of=lucas on=2026-04-08 refused=letter-counts-from-deposit rule=AMB-12
                  expect sound
