# LAW-SEPA-12: the bank says that the account holder has died (MD07): nothing is collected and nobody is reminded until a person has looked
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00
2026-03-02 10:00  desk accepts         of=emma
2026-03-03 09:00  desk releases collections
2026-03-10 12:00  bank credits
2026-03-12 09:00  bank returns         of=emma reason=MD07
2026-03-13 09:00  expect open          of=emma amount=9.95
                  expect task          kind=reported-death count=1
2026-06-01 09:00  expect letters       of=emma kind=reminder-nl count=0
                  expect letters       of=emma kind=collection-announced count=1
                  expect cover         of=emma is=on
                  expect task          kind=reported-death count=1
                  expect sound
