# AMB-16, NL-DUN-04: a part that does not come within a week breaks the plan; a reminder goes with its whole term, and then cover stops
2026-03-01 09:00  customer applies     as=nel plan=plus value=849.00 pays=one-off by=transfer
2026-03-01 10:00  desk accepts         of=nel
2026-04-10 09:00  desk plans           of=nel parts=3 first=2026-04-20
2026-04-20 10:00  customer pays        of=nel amount=99.50
# The second part, of 20 May, does not come
2026-05-27 12:00  expect letters       of=nel kind=reminder-nl count=1
2026-05-30 12:00  expect letters       of=nel kind=reminder-nl count=2
                  expect letters       of=nel kind=plan-broken count=1
                  expect cover         of=nel at="2026-05-30 12:00" is=on
2026-07-01 12:00  expect cover         of=nel at="2026-07-01 00:00" is=off rule=NL-DUN-04
                  expect sound
