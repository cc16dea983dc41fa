# NL-DUN-06, BE-DUN-06, AMB-11, AMB-16: 24 hours are 24 hours: in the night the clock goes back cover returns an hour earlier by the clock
2026-08-20 09:00  customer applies     as=pieter by=transfer
                  customer applies     as=lucas product=electronics-be business=yes by=transfer
2026-08-20 10:00  desk accepts         of=pieter
                  desk accepts         of=lucas
2026-10-24 15:30  customer pays        of=pieter amount=63.85 to_the_minute=yes
                  customer pays        of=lucas amount=17.25 to_the_minute=yes
# NEARLY NL-DUN-06, BE-DUN-06, AMB-11: the same minute on the clock the next day is an hour too late, not too soon
2026-10-26 09:00  expect cover         of=pieter at="2026-10-25 14:29" is=off
                  expect cover         of=lucas at="2026-10-25 14:29" is=suspended
                  expect cover         of=pieter at="2026-10-25 14:30" is=on rule=NL-DUN-06
                  expect cover         of=lucas at="2026-10-25 14:30" is=on rule=BE-DUN-06
                  expect sound
