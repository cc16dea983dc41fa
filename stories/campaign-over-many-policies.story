# AMB-56, OFFICE-12: a campaign announces a dearer premium once to each policy of its plan, each from its own renewal, with the right to leave
2026-03-01 09:00  customer applies     as=sanne plan=plus
                  customer applies     as=tom plan=plus name="Tom Peters"
                  customer applies     as=pieter plan=xandocare name="Pieter Jansen"
2026-03-01 10:00  desk accepts         of=sanne
                  desk accepts         of=tom
                  desk accepts         of=pieter
                  bank collects daily
2027-01-20 10:00  desk proposes campaign as=dearer plan=plus more=1.00 from=2027-03-01 until=2027-05-31
2027-01-21 10:00  expect schedule      of=sanne at="2027-03-01 00:00" premium=9.95
                  manager approves     campaign=dearer
2027-01-22 10:00  expect schedule      of=sanne at="2027-02-28 23:59" premium=9.95
                  expect schedule      of=sanne at="2027-03-01 00:00" premium=10.95
                  customer ends        of=tom way=adverse-change
                  expect ends          of=tom at="2027-03-01 00:00" way=adverse-change rule=AMB-56
# NEARLY AMB-56: the other plan is not concerned, and there is nothing to leave for
                  expect schedule      of=pieter at="2027-03-01 00:00" premium=7.95
                  customer ends        of=pieter way=adverse-change refused=ending-no-adverse-change
2027-03-01 09:00  expect open          of=sanne amount=10.95
                  expect sound
