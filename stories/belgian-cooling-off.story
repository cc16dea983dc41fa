# BE-END-07, AMB-39, AMB-71: fourteen days from receiving the Belgian policy by post, rolling to a working day; everything comes back
2026-04-08 09:00  customer applies     as=lucas product=electronics-be pays=yearly by=transfer mail=no
                  customer applies     as=late product=electronics-be pays=yearly by=transfer mail=no name="Tom Peters"
2026-04-08 10:00  desk accepts         of=lucas
                  desk accepts         of=late
2026-04-15 12:00  customer pays        of=lucas amount=63.25
# Posted on 8 April, presumed there on the third working day, Monday 13; day 14 is Monday 27 April.
2026-04-27 23:59  customer withdraws   of=lucas
                  expect ends          of=lucas at="2026-04-28 00:00" way=cooling-off rule=BE-END-07
                  expect refund        of=lucas amount=63.25 rule=BE-END-07
# NEARLY BE-END-07, AMB-39, AMB-71: a minute later it is over
2026-04-28 00:00  customer withdraws   of=late refused=policy-cooling-off-over date=2026-04-27
                  expect sound
