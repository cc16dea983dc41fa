# BE-END-04, BE-END-05, BE-TERM-03, AMB-05: after a claim the customer may leave with one month, the insurer with three, also in the first year
2026-03-02 09:00  customer applies     as=lucas product=electronics-be
2026-03-02 10:00  desk accepts         of=lucas
                  bank collects daily
2026-04-10 09:00  customer claims      as=scratch of=lucas what_happened=dropped damage_arose_at="2026-04-09 10:00" discovered_at="2026-04-09 10:00" affects_function=no holder=insured_person circumstances="" recovered_elsewhere=0.00
# NEARLY BE-END-04: while the claim is open nobody can leave for it
                  expect quote         of=lucas way=after-claim refused=ending-claim-not-closed
2026-04-14 11:00  desk refuses         claim=scratch reason="A scratch that changes nothing"
2026-05-14 10:00  expect quote         of=lucas way=after-claim ends="2026-06-15 00:00" rule=BE-END-04
                  expect quote         of=lucas from=insurer way=insurer-after-claim ends="2026-08-15 00:00" rule=BE-END-05
# NEARLY BE-TERM-03, AMB-05: without the claim the first year would hold
                  expect quote         of=lucas way=ordinary ends="2027-03-02 00:00"
# 14 May is Ascension Day: the customer's month rolls to Friday, the insurer's does not.
# NEARLY BE-END-05: a day later it is over for the insurer, and not yet for the customer
2026-05-15 10:00  expect quote         of=lucas from=insurer way=insurer-after-claim refused=ending-after-claim-over
                  customer ends        of=lucas way=after-claim
                  expect ends          of=lucas at="2026-06-16 00:00" way=after-claim rule=BE-END-04
2026-05-16 10:00  expect quote         of=lucas way=after-claim refused=ending-after-claim-over
                  expect sound
