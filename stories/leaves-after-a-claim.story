# NL-END-02, AMB-05, AMB-06, AMB-71: after a claim the customer may leave within a month, also in the first year, with a month's notice from receipt
2026-01-10 09:00  customer applies     as=sanne plan=plus
2026-01-10 10:00  desk accepts         of=sanne
                  bank collects daily
2026-01-20 09:00  expect quote         of=sanne way=after-claim refused=ending-claim-not-closed
2026-01-30 09:00  customer claims      as=theft of=sanne what_happened=stolen damage_arose_at="2026-01-29 20:00" discovered_at="2026-01-29 20:00" theft_how=pickpocketing
2026-01-31 11:00  desk refuses         claim=theft reason="Taken from a pocket, without force"
# A month from 31 January is Saturday 28 February, which rolls to Monday 2 March (AMB-71).
2026-03-02 23:59  expect quote         of=sanne way=after-claim ends="2026-04-03 00:00" rule=NL-END-02
# NEARLY AMB-05, AMB-06: an ordinary cancellation waits for the first year; one by post counts from its arrival
                  expect quote         of=sanne way=ordinary ends="2027-01-10 00:00"
                  expect quote         of=sanne way=after-claim on=2026-02-27 ends="2026-03-28 00:00"
                  customer ends        of=sanne way=after-claim
                  expect ends          of=sanne at="2026-04-03 00:00" way=after-claim rule=NL-END-02
                  customer takes back  of=sanne way=after-claim
# NEARLY NL-END-02, AMB-71: a minute later the month is over
2026-03-03 00:00  customer ends        of=sanne way=after-claim refused=ending-after-claim-over date=2026-03-02
                  expect sound
