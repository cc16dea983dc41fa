# NL-DUN-01…07, NL-DUN-10, AMB-12, AMB-16: reminder on day 31, no cover after its term, cover again 24 hours after payment in full
2026-03-01 09:00  customer applies     as=pieter plan=xandocare value=849.00 by=transfer
2026-03-01 10:00  desk accepts         of=pieter
# NEARLY NL-DUN-01, NL-DUN-02: on day 30 it is too soon to remind
2026-03-31 12:00  expect letters       of=pieter kind=reminder-nl count=0
2026-04-01 12:00  expect letters       of=pieter kind=reminder-nl count=1
# NEARLY NL-DUN-03, NL-DUN-04: on day 14 there is cover until midnight
2026-04-15 23:59  expect cover         of=pieter is=on rule=NL-PROV-07
2026-04-16 12:00  expect cover         of=pieter is=off rule=NL-DUN-04
                  expect letters       of=pieter kind=cover-suspended count=1
2026-04-20 10:00  customer pays        of=pieter amount=47.95
# The statement gives the date only: credited at 00:00 of 20 April (AMB-16).
2026-04-21 09:00  expect cover         of=pieter at="2026-04-18 12:00" is=off rule=NL-DUN-04
# NEARLY NL-DUN-06, NL-DUN-07: a minute before the 24 hours are over cover is still off, and stays off for ever
                  expect cover         of=pieter at="2026-04-20 23:59" is=off
                  expect cover         of=pieter at="2026-04-21 00:00" is=on rule=NL-DUN-06
                  expect cover         of=pieter at="2026-04-21 00:00" known="2026-04-20 12:00" is=off
                  expect letters       of=pieter kind=cover-reinstated count=1
                  expect sound
