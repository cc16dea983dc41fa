# NL-END-04, AMB-40: for fraud the insurer ends it at once, cover with the day of the letter; two people decide, nothing comes back
2026-03-01 09:00  customer applies     as=fred pays=yearly
2026-03-01 10:00  desk accepts         of=fred
                  bank collects daily
2026-05-10 11:00  insurer ends         of=fred way=fraud
                  expect ends          of=fred at="2031-03-02 00:00" way=end-date
# NEARLY NL-END-04: whoever proposed it cannot approve it, and declined it is nothing
                  manager approves     of=fred same_person=yes refused=denied
                  manager declines     of=fred
                  expect ends          of=fred at="2031-03-02 00:00" way=end-date
2026-05-12 11:00  insurer ends         of=fred way=fraud
2026-05-13 15:00  manager approves     of=fred
                  expect ends          of=fred at="2026-05-14 00:00" way=fraud rule=NL-END-04
                  expect refund        of=fred amount=0.00
# NEARLY AMB-40: until the midnight of that day there is cover
                  expect cover         of=fred at="2026-05-13 23:59" is=on
                  expect cover         of=fred at="2026-05-14 00:00" is=off rule=NL-END-04
                  customer ends        of=fred way=fraud refused=ending-sender-may-not
                  expect sound
