# NL-PREM-01, LAW-SEPA-03, LAW-SEPA-07, LAW-SEPA-08, NL-DUN-06: premium by invoice and reference, another account, a debit that comes back, payment, and cover that is back
2026-03-01 09:00  customer applies     as=noor plan=plus value=849.00 by=transfer
2026-03-02 10:00  desk accepts         of=noor
2026-03-04 10:00  expect letters       of=noor kind=premium-invoice count=1
                  expect letters       of=noor kind=collection-announced count=0
2026-03-10 10:00  customer pays        of=noor amount=9.95 reference=yes
2026-03-12 10:00  expect open          of=noor amount=0.00
                  expect letters       of=noor kind=premium-invoice count=1
# From now on it is collected: what is open is invoiced no more.
2026-03-20 10:00  customer changes     of=noor iban=NL39RABO0300065264
                  expect letters       of=noor kind=mandate-confirmed count=1
2026-04-02 10:00  expect letters       of=noor kind=collection-announced count=1
                  expect letters       of=noor kind=premium-invoice count=1
                  desk releases collections
2026-04-08 12:00  bank credits
2026-04-09 10:00  expect open          of=noor amount=0.00
# The same holder names another account: the mandate stays, the bank is told with the next debit.
2026-04-20 10:00  customer changes     of=noor iban=NL20INGB0001234567
                  customer changes     of=noor iban=NL20INGB0001234567 already=yes
2026-05-02 10:00  desk releases collections
# She has her bank return it: it is not tried again but invoiced.
2026-05-07 12:00  bank returns         of=noor reason=MD06
2026-05-08 10:00  expect open          of=noor amount=9.95
                  expect letters       of=noor kind=premium-invoice count=2
2026-06-02 10:00  expect letters       of=noor kind=reminder-nl count=1
                  expect cover         of=noor is=on
2026-06-24 10:00  expect cover         of=noor is=off rule=NL-DUN-04
# She pays now what the portal shows: the premium that came back, and the costs of the reminder.
2026-06-24 11:00  customer pays        of=noor amount=49.95 reference=yes
2026-06-27 10:00  expect cover         of=noor is=on
# NEARLY LAW-SEPA-03: who takes the mandate back is invoiced from then on
2026-06-28 10:00  customer changes     of=noor debit=no
2026-07-02 10:00  expect letters       of=noor kind=premium-invoice count=4
                  expect sound
