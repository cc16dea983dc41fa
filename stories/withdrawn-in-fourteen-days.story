# NL-END-05, NL-GENC-01, AMB-71: withdrawal in the cooling-off period ends cover that day and gives all premium back; a day late it is refused
2026-03-01 09:00  customer applies     as=fleur plan=plus value=849.00 pays=yearly
2026-03-02 10:00  desk accepts         of=fleur
2026-03-03 09:00  desk releases collections
2026-03-09 12:00  bank credits
2026-03-16 22:00  customer withdraws   of=fleur
                  expect cover         of=fleur at="2026-03-16 23:59" is=on
                  expect cover         of=fleur at="2026-03-17 00:00" is=off rule=NL-END-05
                  expect letters       of=fleur kind=cancellation-received count=1
                  expect refund        of=fleur amount=109.45 rule=NL-END-05
                  desk releases payments
2026-03-18 09:00  expect balance       account=1000 amount=0.00
                  expect sound
2026-03-20 09:00  customer applies     as=late plan=plus value=849.00 name="Tom Peters"
2026-03-20 10:00  desk accepts         of=late
# NEARLY NL-END-05, AMB-71: day 14 is Good Friday, which rolls over Easter to Tuesday 7 April; a minute after that it is too late
2026-04-07 23:59  expect quote         of=late way=cooling-off ends="2026-04-08 00:00" rule=NL-END-05
2026-04-08 00:00  customer withdraws   of=late refused=policy-cooling-off-over date=2026-04-07
