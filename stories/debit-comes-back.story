# LAW-SEPA-12: a debit that comes back for lack of funds is tried once more; the second return leaves the reminder path
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00
2026-03-02 10:00  desk accepts         of=emma
2026-03-03 09:00  desk releases collections
2026-03-10 12:00  bank credits
2026-03-11 09:00  expect open          of=emma amount=0.00
2026-03-12 09:00  bank returns         of=emma reason=AM04
2026-03-13 09:00  expect open          of=emma amount=9.95
                  expect letters       of=emma kind=collection-announced count=2
                  expect balance       account=1000 amount=0.00
                  desk releases collections
2026-03-20 09:00  bank returns         of=emma reason=AM04
2026-03-25 09:00  expect letters       of=emma kind=collection-announced count=2
                  expect open          of=emma amount=9.95
2026-04-10 12:00  expect letters       of=emma kind=reminder-nl count=1
                  expect sound
