# NL-DUN-02, NL-DUN-05, NL-DUN-06: while a complaint is looked at nobody is reminded; waived costs hold no cover back
2026-03-01 09:00  customer applies     as=nel plan=plus value=849.00 pays=one-off by=transfer
2026-03-01 10:00  desk accepts         of=nel
2026-03-20 09:00  desk holds           of=nel until=2026-04-30 reason=complaint
                  desk holds           of=nel until=2026-04-30 reason=complaint already=yes
                  expect letters       of=nel kind=reminders-paused count=1
2026-04-30 12:00  expect letters       of=nel kind=reminder-nl count=0
2026-05-02 12:00  expect letters       of=nel kind=reminder-nl count=1
2026-05-20 12:00  expect cover         of=nel at="2026-05-20 00:00" is=off rule=NL-DUN-04
2026-05-21 10:00  customer pays        of=nel amount=298.50
2026-05-25 12:00  expect cover         of=nel at="2026-05-25 00:00" is=off
2026-05-26 09:00  desk waives          of=nel
2026-05-28 12:00  expect cover         of=nel at="2026-05-27 09:00" is=on rule=NL-DUN-06
                  expect open          of=nel amount=0.00
                  expect sound
