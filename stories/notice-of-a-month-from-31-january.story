# NL-END-09, AMB-04, AMB-42: after the first year a month's notice; from 31 January it ends with 28 February; the days left come back
2026-01-15 09:00  customer applies     as=sanne pays=yearly
2026-01-16 10:00  desk accepts         of=sanne
                  bank collects daily
2027-01-31 20:00  expect quote         of=sanne way=ordinary ends="2027-03-01 00:00" rule=NL-END-09 back_rule=AMB-42
                  customer cancels     of=sanne
                  expect ends          of=sanne at="2027-03-01 00:00" way=ordinary rule=NL-END-09
# 15 January 2027 to 15 January 2028 is 365 days; 320 are left: 87.45 × 320 / 365.
                  expect refund        of=sanne amount=76.67 rule=AMB-42
                  customer cancels     of=sanne already=yes
# NEARLY NL-END-09, AMB-04, AMB-42: in the last minute of the month there is still cover, and it is paid for
                  expect cover         of=sanne at="2027-02-28 23:59" is=on
                  expect cover         of=sanne at="2027-03-01 00:00" is=off rule=NL-END-09
2027-02-10 09:00  customer takes back  of=sanne
                  expect ends          of=sanne at="2031-01-16 00:00" way=end-date
                  expect letters       of=sanne kind=cancellation-withdrawn count=1
                  customer takes back  of=sanne refused=cancellation-none
                  expect sound
