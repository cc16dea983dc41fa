# NL-TERM-03, AMB-72: a cancellation in the first year counts for its end, not earlier; cooling-off and a claim let out before
2026-03-01 09:00  customer applies     as=sanne plan=plus
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
2026-06-10 09:00  customer cancels     of=sanne
                  expect ends          of=sanne at="2027-03-01 00:00" way=ordinary rule=NL-END-09
                  expect letters       of=sanne kind=cancellation-received count=1
# NEARLY NL-TERM-03, AMB-72: a month before the year is over the month of notice is the longer one
2026-07-01 09:00  customer takes back  of=sanne
2027-02-10 09:00  expect quote         of=sanne way=ordinary ends="2027-03-11 00:00"
                  expect quote         of=sanne way=ordinary on=2027-02-01 ends="2027-03-02 00:00"
                  expect sound
