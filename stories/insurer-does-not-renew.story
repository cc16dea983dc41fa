# NL-END-10, AMB-04: the insurer may stop the renewal with two months' notice, not inside the first year
2026-03-01 09:00  customer applies     as=sanne
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
2026-06-01 10:00  expect quote         of=sanne from=insurer way=insurer-ordinary ends="2027-03-01 00:00" rule=NL-END-10
2027-01-01 10:00  insurer ends         of=sanne way=insurer-ordinary
                  expect ends          of=sanne at="2027-03-01 00:00" way=insurer-ordinary rule=NL-END-10
                  expect cover         of=sanne at="2027-02-28 23:59" is=on
# NEARLY NL-END-10, AMB-04: a day later the two months reach past the renewal, so that it is the next one
2027-01-02 10:00  expect quote         of=sanne from=insurer way=insurer-ordinary ends="2027-04-01 00:00"
                  customer takes back  of=sanne way=insurer-ordinary refused=cancellation-stays
                  expect sound
