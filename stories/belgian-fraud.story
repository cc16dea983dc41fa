# BE-END-06, AMB-40, AMB-70: a Belgian policy ends for fraud with the day of the letter, and premium stays
2026-03-02 09:00  customer applies     as=fred product=electronics-be pays=yearly
2026-03-02 10:00  desk accepts         of=fred
                  bank collects daily
2026-05-10 11:00  insurer ends         of=fred way=fraud
# NEARLY BE-END-06, AMB-40: proposed on Sunday, approved on Monday: the letter of Monday counts
                  expect ends          of=fred at="2031-03-03 00:00" way=end-date
2026-05-11 09:00  manager approves     of=fred
                  expect ends          of=fred at="2026-05-12 00:00" way=fraud rule=BE-END-06
                  expect cover         of=fred at="2026-05-11 23:59" is=on
# NEARLY AMB-70: what any other ending would give back
                  expect refund        of=fred amount=0.00
                  expect sound
