# NL-DUN-02, NL-DUN-03: what is open is paid in parts, and while they come in time nobody is reminded
2026-03-01 09:00  customer applies     as=nel plan=plus value=849.00 pays=one-off by=transfer
2026-03-01 10:00  desk accepts         of=nel
2026-04-05 12:00  expect letters       of=nel kind=reminder-nl count=1
2026-04-10 09:00  desk plans           of=nel parts=2 first=2026-04-20
                  desk plans           of=nel parts=2 first=2026-04-20 already=yes
                  expect letters       of=nel kind=plan-agreed count=1
2026-04-20 10:00  customer pays        of=nel amount=149.25
2026-05-10 12:00  expect cover         of=nel at="2026-05-01 12:00" is=on
                  expect letters       of=nel kind=reminder-nl count=1
2026-05-20 10:00  customer pays        of=nel amount=149.25
2026-06-30 12:00  expect open          of=nel amount=0.00
                  expect letters       of=nel kind=cover-suspended count=0
                  expect sound
