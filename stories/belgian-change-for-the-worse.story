# BE-END-08, AMB-73, BE-TERM-03: a change for the worse, announced a month before, lets the customer leave when it takes effect
2026-03-02 09:00  customer applies     as=lucas product=electronics-be
2026-03-02 10:00  desk accepts         of=lucas
                  bank collects daily
2026-05-04 10:00  insurer announces    of=lucas premium=6.75 adverse=yes from=2026-06-02 refused=change-too-soon date=2026-06-05
                  insurer announces    of=lucas premium=6.75 adverse=yes from=2026-07-02
                  insurer announces    of=lucas premium=6.75 adverse=yes from=2026-07-02 already=yes
                  expect schedule      of=lucas at="2026-07-02 00:00" premium=6.75
2026-06-04 10:00  expect quote         of=lucas way=adverse-change ends="2026-07-02 00:00" rule=BE-END-08
                  customer ends        of=lucas way=adverse-change
                  expect ends          of=lucas at="2026-07-02 00:00" way=adverse-change
# NEARLY AMB-73: up to the minute in which it would count, cover runs at the old price
                  expect cover         of=lucas at="2026-07-01 23:59" is=on
                  customer takes back  of=lucas way=adverse-change
# NEARLY BE-END-08, BE-TERM-03: a day after the month it is too late, and the first year holds
2026-06-05 10:00  customer ends        of=lucas way=adverse-change refused=ending-adverse-change-over date=2026-06-04
                  expect quote         of=lucas way=ordinary ends="2027-03-02 00:00"
                  expect sound
