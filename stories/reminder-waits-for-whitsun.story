# AMB-71, NL-DUN-03: the last day to pay rolls over the weekend and Whit Monday; the days of cover never do
2026-04-08 09:00  customer applies     as=pieter by=transfer
2026-04-08 10:00  desk accepts         of=pieter
# Reminder on day 31, Saturday 9 May; day 14 is Saturday 23 May, so the last day is Tuesday 26 May.
2026-05-09 12:00  expect letters       of=pieter kind=reminder-nl count=1
# NEARLY AMB-71, NL-DUN-03: on Tuesday there is still time
                  expect cover         of=pieter at="2026-05-26 23:59" is=on
                  expect cover         of=pieter at="2026-05-27 00:00" is=off rule=NL-DUN-04
2026-05-26 10:00  customer pays        of=pieter amount=15.90
2026-05-27 09:00  expect cover         of=pieter is=on
                  expect letters       of=pieter kind=cover-suspended count=0
                  expect sound
