# AMB-19, AMB-20: portal, phone, form, e-mail and letter all count from the day they reach us; somebody else needs proof
2026-01-15 09:00  customer applies     as=sanne plan=plus
2026-01-15 10:00  desk accepts         of=sanne
                  bank collects daily
2027-03-10 10:00  expect quote         of=sanne way=ordinary by=portal ends="2027-04-11 00:00"
                  expect quote         of=sanne way=ordinary by=phone ends="2027-04-11 00:00"
                  expect quote         of=sanne way=ordinary by=email ends="2027-04-11 00:00"
                  expect quote         of=sanne way=ordinary by=post on=2027-03-09 ends="2027-04-10 00:00"
# NEARLY AMB-19: an heir may not end a policy by telephone, nor the insurer
                  insurer ends         of=sanne way=insurer-ordinary by=phone refused=ending-not-in-writing
# NEARLY AMB-20: a new insurer without proof of authority is told what is missing
                  representative ends  of=sanne way=ordinary by=email refused=ending-no-authority rule=AMB-20
2027-03-11 10:00  representative ends  of=sanne way=ordinary by=email proof="Signed by S. de Vries on 8 March"
                  expect ends          of=sanne at="2027-04-12 00:00" way=ordinary
                  expect letters       of=sanne kind=cancellation-received count=1
2027-03-12 10:00  customer cancels     of=sanne by=phone already=yes
                  expect sound
