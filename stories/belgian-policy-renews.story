# BE-TERM-01, AMB-35, AMB-36, BE-END-02: a Belgian policy renews by the month; a month's notice runs to the premium due date after it
2026-03-31 09:00  customer applies     as=lucas product=electronics-be business=yes
2026-03-31 10:00  desk accepts         of=lucas
                  bank collects daily
2027-05-10 09:00  expect cover         of=lucas is=on
                  expect quote         of=lucas way=ordinary ends="2027-06-30 00:00" rule=BE-END-02
# NEARLY BE-TERM-01, AMB-35, AMB-36, BE-END-02: received on 30 April the month is over on 30 May, a day before the due date; on 1 May it is over after it
2027-05-11 09:00  expect quote         of=lucas way=ordinary on=2027-04-30 ends="2027-05-31 00:00"
                  expect quote         of=lucas way=ordinary on=2027-05-01 ends="2027-06-30 00:00"
                  expect sound
