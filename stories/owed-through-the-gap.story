# NL-DUN-05, NL-DUN-07, NL-DUN-10: premium is owed through the gap too; two reminders make one gap, which begins with the first
2026-03-01 09:00  customer applies     as=pieter by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-05-20 12:00  expect open          of=pieter amount=63.85
                  expect letters       of=pieter kind=reminder-nl count=2
                  expect cover         of=pieter at="2026-04-16 00:00" is=off rule=NL-DUN-04
# Three premiums and one amount of costs: not one for each letter (LAW-NL-COL-05)
                  expect balance       account=8020 amount=-40.00
# NEARLY NL-DUN-05, NL-DUN-10: with the first debt paid the second one keeps cover off
2026-05-20 13:00  customer pays        of=pieter amount=47.95
2026-05-22 12:00  expect open          of=pieter amount=15.90
                  expect cover         of=pieter is=off rule=NL-DUN-04
2026-05-22 13:00  customer pays        of=pieter amount=7.95
2026-05-24 12:00  expect cover         of=pieter is=on rule=NL-DUN-06
                  expect cover         of=pieter at="2026-05-22 23:59" is=off
                  expect sound
