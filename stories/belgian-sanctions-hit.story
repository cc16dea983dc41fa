# BE-END-14, AMB-41: who turns out to be on a sanctions list loses the policy in that minute; money stands still
2026-03-02 09:00  customer applies     as=ivo product=electronics-be pays=yearly
2026-03-02 10:00  desk accepts         of=ivo
                  bank collects daily
# NEARLY BE-END-14: without a hit nobody ends a policy for that
2026-05-04 10:00  insurer ends         of=ivo way=sanctions refused=ending-not-listed rule=BE-SANC-03
2026-05-05 10:00  desk hits            of=ivo
                  insurer ends         of=ivo way=sanctions
2026-05-05 10:30  manager approves     of=ivo
                  expect ends          of=ivo at="2026-05-05 10:30" way=sanctions rule=BE-END-14
                  expect cover         of=ivo at="2026-05-05 10:29" is=on
                  expect cover         of=ivo is=off rule=BE-END-14
# NEARLY AMB-41: what would come back is blocked until somebody clears it
                  expect refund        of=ivo amount=0.00
2026-05-20 10:00  desk clears          of=ivo
# The day itself comes back too: 5 May 2026 to 2 March 2027 are 301 of 365 days: 63.25 × 301 / 365.
2026-05-21 10:00  expect refund        of=ivo amount=52.16
                  expect sound
