# BE-END-03, AMB-36, AMB-73: the Belgian insurer's three months run to the first premium due date after them, at 00:00
2026-03-02 09:00  customer applies     as=lucas product=electronics-be
2026-03-02 10:00  desk accepts         of=lucas
                  bank collects daily
2026-06-10 09:00  expect quote         of=lucas from=insurer way=insurer-ordinary ends="2027-03-02 00:00" rule=BE-END-03
2027-03-01 10:00  insurer ends         of=lucas way=insurer-ordinary
                  expect ends          of=lucas at="2027-06-02 00:00" way=insurer-ordinary rule=BE-END-03
# NEARLY AMB-73: the last minute before the due date is covered
                  expect cover         of=lucas at="2027-06-01 23:59" is=on
# NEARLY BE-END-03, AMB-36: received on the 2nd it is the same due date, on the 3rd the next
2027-03-02 10:00  expect quote         of=lucas from=insurer way=insurer-ordinary ends="2027-06-02 00:00"
2027-03-03 10:00  expect quote         of=lucas from=insurer way=insurer-ordinary ends="2027-07-02 00:00"
                  expect sound
