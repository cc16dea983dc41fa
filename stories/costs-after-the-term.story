# NL-DUN-05, NL-DUN-06, AMB-16, LAW-NL-COL-03: the costs that the letter states are owed after its term, and cover waits for them
2026-03-01 09:00  customer applies     as=pieter by=transfer
2026-03-01 10:00  desk accepts         of=pieter
# NEARLY NL-DUN-05: within the fourteen days only the premium is owed
2026-04-15 12:00  expect open          of=pieter amount=15.90
                  expect balance       account=8020 amount=0.00
2026-04-16 12:00  expect open          of=pieter amount=55.90
                  expect balance       account=8020 amount=-40.00
# NEARLY NL-DUN-06, AMB-16: the premium of the letter without its costs brings no cover back, nor all but a cent
2026-04-20 10:00  customer pays        of=pieter amount=7.95
2026-04-22 10:00  customer pays        of=pieter amount=39.99
2026-04-24 12:00  expect cover         of=pieter is=off rule=NL-DUN-04
                  customer pays        of=pieter amount=0.01
2026-04-26 12:00  expect cover         of=pieter at="2026-04-24 23:59" is=off
                  expect cover         of=pieter at="2026-04-25 00:00" is=on rule=NL-DUN-06
                  expect letters       of=pieter kind=cover-reinstated count=1
                  expect open          of=pieter amount=7.95
                  expect sound
