# LAW-SEPA-09: a debit that the bank refuses is open again before any statement; no money moves, and a closed account is not tried again
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00
2026-03-02 10:00  desk accepts         of=emma
2026-03-03 09:00  desk releases collections
2026-03-05 11:00  bank refuses         of=emma reason=AC04
                  expect open          of=emma amount=9.95
                  expect task          kind=ask-new-account count=1
                  expect letters       of=emma kind=premium-invoice count=1
                  expect balance       account=1000 amount=0.00
2026-03-10 12:00  bank credits
2026-03-11 09:00  expect open          of=emma amount=9.95
                  expect balance       account=1000 amount=0.00
                  expect balance       account=1900 amount=0.00
                  expect sound
2026-03-25 09:00  expect letters       of=emma kind=collection-announced count=1
                  customer pays        of=emma amount=9.95
2026-03-27 09:00  expect open          of=emma amount=0.00
                  expect sound
