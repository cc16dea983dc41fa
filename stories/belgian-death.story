# BE-END-11, AMB-38, AMB-74: a death does not end a Belgian policy; a month after the heirs' letter has reached us it ends
2026-03-02 09:00  customer applies     as=lucas product=electronics-be pays=yearly
2026-03-02 10:00  desk accepts         of=lucas
                  bank collects daily
2026-07-20 10:00  expect cover         of=lucas is=on
                  heirs end            of=lucas way=death happened=2026-05-31 by=post on=2026-07-18
                  expect ends          of=lucas at="2026-08-19 00:00" way=death rule=BE-END-11
# NEARLY BE-END-11, AMB-74: it counts from receipt, not from the death, and the last day of the month is covered
                  expect cover         of=lucas at="2026-08-18 23:59" is=on
                  expect cover         of=lucas at="2026-07-01 12:00" is=on
# NEARLY AMB-38: the letter must be one: the heirs cannot do it by telephone, nor the policyholder
                  expect quote         of=lucas from=heirs way=death by=phone refused=ending-not-in-writing
                  expect quote         of=lucas from=customer way=death refused=ending-sender-may-not
                  expect sound
