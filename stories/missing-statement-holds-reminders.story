# A missing bank statement holds reminders and raises an alarm; the reminder counts from when it was sent
2026-03-01 09:00  customer applies     as=pieter plan=xandocare value=849.00 by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-03-28 12:00  bank misses statements
2026-04-06 12:00  expect letters       of=pieter kind=reminder-nl count=0
                  expect task          kind=missing-statement count=1
2026-04-06 13:00  bank sends statements
2026-04-07 12:00  expect letters       of=pieter kind=reminder-nl count=1
                  expect task          kind=missing-statement count=0
                  expect cover         of=pieter at="2026-04-21 23:59" is=on
                  expect cover         of=pieter at="2026-04-22 00:00" is=off rule=NL-DUN-04
                  expect sound
