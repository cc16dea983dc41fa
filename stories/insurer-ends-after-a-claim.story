# NL-END-03, AMB-05, AMB-06: the insurer too may end it after a claim, with two months from the day the customer has the letter
2026-01-10 09:00  customer applies     as=sanne plan=plus mail=no
2026-01-10 10:00  desk accepts         of=sanne
                  bank collects daily
2026-01-30 09:00  customer claims      as=theft of=sanne what_happened=stolen damage_arose_at="2026-01-29 20:00" discovered_at="2026-01-29 20:00" theft_how=pickpocketing
2026-01-31 11:00  desk refuses         claim=theft reason="Taken from a pocket, without force"
# By post on Friday 27 February: there on Tuesday 3 March, because no post comes on Sunday and Monday.
2026-02-27 10:00  expect quote         of=sanne from=insurer way=insurer-after-claim ends="2026-05-04 00:00" rule=NL-END-03
# NEARLY AMB-06: proven to be there a day later, it ends a day later
2026-02-28 10:00  expect quote         of=sanne from=insurer way=insurer-after-claim on=2026-02-27 arrived=2026-03-04 ends="2026-05-05 00:00"
                  insurer ends         of=sanne way=insurer-after-claim on=2026-02-27
                  expect ends          of=sanne at="2026-05-04 00:00" way=insurer-after-claim rule=NL-END-03
# NEARLY NL-END-03, AMB-05: the insurer's month does not roll: on 1 March it is over, though 28 February was a Saturday
2026-03-01 00:00  expect quote         of=sanne from=insurer way=insurer-after-claim refused=ending-after-claim-over
                  customer ends        of=sanne way=insurer-after-claim refused=ending-sender-may-not
                  expect sound
