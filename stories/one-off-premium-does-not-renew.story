# NL-TERM-02, NL-TERM-04, NL-END-07, AMB-58: a policy paid at once runs to 24:00 of its end date and is not renewed
2026-03-01 09:00  customer applies     as=noor pays=one-off by=transfer
2026-03-02 10:00  desk accepts         of=noor
2026-03-05 12:00  customer pays        of=noor amount=238.50
                  expect ends          of=noor at="2029-03-02 00:00" way=end-date rule=NL-END-07
# NEARLY NL-TERM-02: there is no renewal that the insurer could stop
2027-03-05 12:00  expect quote         of=noor from=insurer way=insurer-ordinary refused=ending-no-renewal
# NEARLY NL-TERM-04, NL-END-07: on the end date itself there is cover until midnight
2029-03-01 23:59  expect cover         of=noor is=on
2029-03-02 00:00  expect cover         of=noor is=off rule=NL-END-07
2029-03-02 09:00  expect letters       of=noor kind=insurance-ended count=1
                  expect phase         of=noor is=ended
                  expect refund        of=noor amount=0.00
                  expect sound
