# BE-DUN-01…07, BE-DUN-10, AMB-10, AMB-11: a free reminder first, the registered notice on day 31, fifteen days, suspension, back 24 hours after payment
2026-03-02 09:00  customer applies     as=lucas product=electronics-be by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-03-16 12:00  expect letters       of=lucas kind=first-reminder-be count=1
# NEARLY BE-DUN-10: the free reminder takes no cover away
                  expect cover         of=lucas at="2026-04-16 12:00" is=on
# NEARLY BE-DUN-01, BE-DUN-02, AMB-10: on day 30 after the due date it is too soon for the notice
2026-04-01 12:00  expect letters       of=lucas kind=formal-notice-be count=0
2026-04-02 12:00  expect letters       of=lucas kind=formal-notice-be count=1
# NEARLY BE-DUN-03, BE-DUN-04: on day 15 there is cover until midnight
2026-04-17 23:59  expect cover         of=lucas is=on rule=BE-PROV-07
2026-04-18 12:00  expect cover         of=lucas is=suspended rule=BE-DUN-04
                  expect letters       of=lucas kind=cover-suspended count=1
                  expect open          of=lucas amount=11.50
# NEARLY BE-DUN-05: what fell due since is owed, but it is not in that notice: paying the first is enough
2026-04-20 10:00  customer pays        of=lucas amount=5.75
2026-04-21 09:00  expect cover         of=lucas at="2026-04-21 00:00" is=on rule=BE-DUN-06
                  expect open          of=lucas amount=5.75
# NEARLY BE-DUN-06, BE-DUN-07, AMB-11: a minute before the 24 hours are over it is still suspended, for good
                  expect cover         of=lucas at="2026-04-20 23:59" is=suspended
                  expect letters       of=lucas kind=cover-reinstated count=1
                  expect sound
