# NL-TERM-03, AMB-72, NL-END-09: a policy of 29 February has its first year behind it on 28 February, and pays on the last of each February
2028-02-29 09:00  customer applies     as=sanne
2028-02-29 10:00  desk accepts         of=sanne
                  bank collects daily
2028-03-29 12:00  expect letters       of=sanne kind=collection-announced count=2
2028-06-10 09:00  customer cancels     of=sanne
                  expect ends          of=sanne at="2029-02-28 00:00" way=ordinary rule=NL-END-09
# NEARLY NL-TERM-03, AMB-72: the notice is not void: it waits for the minimum duration, and the last minute is covered
                  expect cover         of=sanne at="2029-02-27 23:59" is=on
                  expect cover         of=sanne at="2029-02-28 00:00" is=off rule=NL-END-09
2029-02-28 09:00  expect phase         of=sanne is=ended
                  expect open          of=sanne amount=0.00
                  expect refund        of=sanne amount=0.00
                  expect sound
