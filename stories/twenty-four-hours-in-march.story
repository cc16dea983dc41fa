# NL-DUN-06, AMB-16: in the night the clock goes forward 24 hours end an hour later by the clock
2026-01-20 09:00  customer applies     as=pieter by=transfer
2026-01-20 10:00  desk accepts         of=pieter
2026-03-28 15:30  customer pays        of=pieter amount=63.85 to_the_minute=yes
# NEARLY NL-DUN-06, AMB-16: at the same minute on the clock only 23 hours have gone by
2026-03-30 09:00  expect cover         of=pieter at="2026-03-29 15:30" is=off
                  expect cover         of=pieter at="2026-03-29 16:29" is=off
                  expect cover         of=pieter at="2026-03-29 16:30" is=on rule=NL-DUN-06
                  expect sound
