# BE-END-07, AMB-71: on 21 July no post comes in Belgium: the policy is there a day later, and cooling-off lasts a day longer
2026-07-17 09:00  customer applies     as=lucas product=electronics-be mail=no by=transfer
2026-07-17 10:00  desk accepts         of=lucas
# Posted on Friday 17: Monday 20, Wednesday 22 and Thursday 23 July are three working days; day 14 is Thursday 6 August.
# NEARLY BE-END-07, AMB-71: without the holiday it would have been Wednesday 5 August
2026-08-06 23:59  expect quote         of=lucas way=cooling-off ends="2026-08-07 00:00" rule=BE-END-07
2026-08-07 00:00  customer withdraws   of=lucas refused=policy-cooling-off-over date=2026-08-06
                  expect sound
