# NL-TERM-01, AMB-58: after a year the policy renews month by month, on the day it began, or on the last of a shorter month
2026-01-31 09:00  customer applies     as=sanne
2026-01-31 10:00  desk accepts         of=sanne
                  bank collects daily
# The next renewals are 28 February and 31 March (GEN-TIME-04): the insurer's two months reach to the second.
2027-01-31 09:00  expect quote         of=sanne from=insurer way=insurer-ordinary ends="2027-03-31 00:00" rule=NL-END-10
# NEARLY AMB-58: received a day later they reach to 30 April, and up to 00:00 of that day there is cover
2027-02-01 09:00  expect quote         of=sanne from=insurer way=insurer-ordinary ends="2027-04-30 00:00" rule=NL-END-10
# NEARLY NL-TERM-01: over the end of a short month nothing ends
2027-02-28 12:00  expect cover         of=sanne at="2027-02-27 23:59" is=on
                  expect cover         of=sanne is=on
                  expect letters       of=sanne kind=collection-announced count=14
                  expect sound
