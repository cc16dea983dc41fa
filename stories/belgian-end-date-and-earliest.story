# BE-END-12, BE-END-15, BE-END-02: a Belgian policy paid at once runs to its end date; of several endings the earliest wins
2026-03-02 09:00  customer applies     as=lucas product=electronics-be pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=lucas
2026-03-05 10:00  customer pays        of=lucas amount=258.75
                  expect ends          of=lucas at="2031-03-03 00:00" way=end-date rule=BE-END-12
2031-01-20 10:00  customer cancels     of=lucas
                  expect ends          of=lucas at="2031-02-20 00:00" way=ordinary rule=BE-END-02
# NEARLY BE-END-15: heirs who write in time for the end date alone come after the cancellation, which stands
2031-02-10 10:00  heirs end            of=lucas way=death happened=2031-02-01 by=post
                  expect ends          of=lucas at="2031-02-20 00:00" way=ordinary
# NEARLY BE-END-12: taken back, the heirs' letter is later than the end date, and that one ends it
2031-02-11 10:00  customer takes back  of=lucas
                  expect ends          of=lucas at="2031-03-03 00:00" way=end-date rule=BE-END-12
2031-03-02 23:59  expect cover         of=lucas is=on
2031-03-03 09:00  expect cover         of=lucas is=off rule=BE-END-12
                  expect phase         of=lucas is=ended
                  expect sound
