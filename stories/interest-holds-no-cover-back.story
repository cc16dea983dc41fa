# NL-DUN-05, NL-DUN-06, LAW-NL-INT-01, LAW-NL-COL-10: interest is paid before premium, but amount and costs are enough for cover
2026-03-01 09:00  customer applies     as=nel plan=plus value=849.00 pays=one-off by=transfer
2026-03-01 10:00  desk accepts         of=nel
2026-04-16 12:00  expect letters       of=nel kind=cover-suspended count=1
                  expect open          of=nel amount=343.28
# NEARLY NL-DUN-05, NL-DUN-06: 91 days of 4 % over 298.50 come on top: of the money they are paid first, and cover is back all the same
2026-07-16 10:00  customer pays        of=nel amount=343.28
2026-07-18 12:00  expect cover         of=nel at="2026-07-16 23:59" is=off
                  expect cover         of=nel at="2026-07-17 00:00" is=on rule=NL-DUN-06
                  expect open          of=nel amount=2.98
# What is left is no reason for a new reminder
2026-09-30 12:00  expect letters       of=nel kind=reminder-nl count=1
                  expect sound
