# BE-END-13, BE-DUN-09, AMB-13, AMB-68: two debts unpaid after one notice: it may end, but not before fifteen days of suspension
2026-03-02 09:00  customer applies     as=shop product=electronics-be business=yes name="Atelier BV" by=transfer
2026-03-02 10:00  desk accepts         of=shop
2026-03-28 12:00  bank misses statements
2026-05-05 13:00  bank sends statements
2026-05-06 12:00  expect letters       of=shop kind=formal-notice-be count=1
# Fifteen days from 6 May: suspended from 22 May.
# NEARLY BE-DUN-09, AMB-13: while it is not suspended nothing is repeated
2026-05-21 23:59  insurer ends         of=shop way=repeated-non-payment refused=ending-not-repeated
2026-05-22 10:00  insurer ends         of=shop way=repeated-non-payment
                  manager approves     of=shop
                  expect ends          of=shop at="2026-06-07 00:00" way=repeated-non-payment rule=BE-END-13
# NEARLY BE-END-13, AMB-68: the first suspended day is not counted: on the fifteenth the policy still runs, suspended
                  expect cover         of=shop at="2026-06-06 23:59" is=suspended
                  expect cover         of=shop at="2026-06-07 00:00" is=off rule=BE-END-13
2026-06-07 09:00  expect letters       of=shop kind=insurance-ended count=1
                  expect sound
