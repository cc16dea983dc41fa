# AMB-56, AMB-73: in the Netherlands premium changes at a renewal only, announced a month before; until then the customer may leave for it
2026-03-01 09:00  customer applies     as=sanne
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
# NEARLY AMB-56: not in mid-term, and not a day too soon
2027-02-01 10:00  insurer announces    of=sanne premium=8.95 adverse=yes from=2027-03-10 refused=change-not-at-renewal rule=AMB-56
2027-02-02 10:00  insurer announces    of=sanne premium=8.95 adverse=yes from=2027-03-01 refused=change-too-soon date=2027-04-01
                  insurer announces    of=sanne premium=8.95 adverse=yes from=2027-04-01
                  expect schedule      of=sanne at="2027-03-31 23:59" premium=7.95
                  expect schedule      of=sanne at="2027-04-01 00:00" premium=8.95
2027-03-31 23:59  expect quote         of=sanne way=adverse-change ends="2027-04-01 00:00" rule=AMB-56
# NEARLY AMB-73: from the minute it counts it is too late to leave for it; an ordinary cancellation has its month
2027-04-01 00:00  expect quote         of=sanne way=adverse-change refused=ending-adverse-change-over
                  expect quote         of=sanne way=ordinary ends="2027-05-02 00:00"
2027-04-01 09:00  expect open          of=sanne amount=8.95
                  expect sound
