# BE-END-09, BE-END-10, AMB-37: after a bankruptcy the insurer's notice works after three months, the trustee's at once, within them
2026-03-02 09:00  customer applies     as=shop product=electronics-be business=yes name="Atelier BV"
                  customer applies     as=other product=electronics-be business=yes name="Brasserie BV"
                  customer applies     as=dutch business=yes name="Bakkerij BV"
2026-03-02 10:00  desk accepts         of=shop
                  desk accepts         of=other
                  desk accepts         of=dutch
                  bank collects daily
2026-05-20 10:00  insurer ends         of=shop way=insurer-bankruptcy refused=ending-no-declaration
                  insurer ends         of=shop way=insurer-bankruptcy happened=2026-05-15
                  expect ends          of=shop at="2026-08-16 00:00" way=insurer-bankruptcy rule=BE-END-09
# NEARLY BE-END-09: on the last day of the three months there is cover
                  expect cover         of=shop at="2026-08-15 23:59" is=on
                  insurer ends         of=dutch way=insurer-bankruptcy happened=2026-05-15 refused=ending-not-in-country
2026-08-15 23:59  trustee ends         of=other way=trustee-bankruptcy happened=2026-05-15
                  expect ends          of=other at="2026-08-16 00:00" way=trustee-bankruptcy rule=BE-END-10
# NEARLY BE-END-10, AMB-37: a day later the trustee's three months are over
2026-08-16 00:00  expect quote         of=other from=trustee way=trustee-bankruptcy happened=2026-05-15 refused=policy-not-running
                  expect sound
