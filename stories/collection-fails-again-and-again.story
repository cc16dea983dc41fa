# NL-END-08, NL-DUN-09, AMB-13: two due dates unpaid after their reminder, or one for thirty days without cover, and two people may end it
2026-03-01 09:00  customer applies     as=pieter by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-16 12:00  expect cover         of=pieter is=off rule=NL-DUN-04
                  insurer ends         of=pieter way=repeated-non-payment refused=ending-not-repeated rule=AMB-13
# Due 1 March, lost cover on 16 April; due 1 April, reminded of on 2 May: its term is over on Monday 18 May (AMB-71).
# NEARLY AMB-13, NL-END-08: one arrear, and thirty days without cover not quite over
2026-05-16 23:59  insurer ends         of=pieter way=repeated-non-payment refused=ending-not-repeated rule=AMB-13
2026-05-17 00:00  insurer ends         of=pieter way=repeated-non-payment
# NEARLY NL-DUN-09: proposed by one, it ends nothing; cover is off, and the policy runs
                  expect phase         of=pieter is=running
2026-05-18 09:00  manager approves     of=pieter
                  expect ends          of=pieter at="2026-05-19 00:00" way=repeated-non-payment rule=NL-END-08
2026-05-19 09:00  expect letters       of=pieter kind=insurance-ended count=1
                  expect sound
