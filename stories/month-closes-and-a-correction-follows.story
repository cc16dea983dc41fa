# OFFICE-13: a closed month is told the same way for ever; premium taken back later goes into the next month, with tax (LAW-TAX-06)
# and the partner's commission (ACT-08)
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00 partner=phone-shop
2026-03-02 10:00  desk accepts         of=emma
2026-03-03 09:00  desk releases collections
2026-03-10 12:00  bank credits
2026-03-31 09:00  expect told          of=emma month=2026-03 gross=9.95 tax=1.73 commission=0.41
                  desk closes          month=2026-03 refused=month-not-ready
2026-04-02 10:00  desk closes          month=2026-03
                  desk closes          month=2026-03 already=yes
                  expect told          of=emma month=2026-03 gross=9.95 tax=1.73 late=0
# The policyholder died in March; it is learnt of in April. March stays as it was told.
2026-04-03 10:00  holder dies          of=emma on=2026-03-20
                  expect told          of=emma month=2026-03 gross=9.95 tax=1.73 late=0
                  expect told          of=emma month=2026-04 gross=-3.21 commission=-0.13
                  expect sound
