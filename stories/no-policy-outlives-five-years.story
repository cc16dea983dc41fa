# NL-TERM-04, NL-END-07, NL-END-11: a policy that renews comes to its end after sixty months, whatever was cancelled for later
2026-03-01 09:00  customer applies     as=sanne pays=yearly
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
                  expect ends          of=sanne at="2031-03-02 00:00" way=end-date
2031-02-10 09:00  customer cancels     of=sanne
# NEARLY NL-END-11: the month of notice would last longer than the policy may
                  expect ends          of=sanne at="2031-03-02 00:00" way=end-date rule=NL-END-07
2031-03-02 09:00  expect cover         of=sanne is=off rule=NL-END-07
                  expect phase         of=sanne is=ended
                  expect sound
