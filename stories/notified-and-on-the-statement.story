# LAW-SEPA-09: money that a notification tells of is booked at once, and the statement that shows it days later does not book it again
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00
2026-03-02 10:00  desk accepts         of=emma
2026-03-03 09:00  desk releases collections
2026-03-10 12:00  bank misses statements
                  bank credits
                  bank notifies
2026-03-11 09:00  expect open          of=emma amount=0.00
                  expect balance       account=1000 amount=9.95
                  expect balance       account=1900 amount=0.00
2026-03-12 09:00  bank returns         of=emma reason=MS02
                  bank notifies
2026-03-13 09:00  expect open          of=emma amount=9.95
                  expect balance       account=1000 amount=0.00
                  bank sends statements
2026-03-16 09:00  expect open          of=emma amount=9.95
                  expect balance       account=1000 amount=0.00
                  expect balance       account=1900 amount=0.00
                  expect sound
