# NL-PROV-04…06, NL-END-01: a rejected application needs no reason, ends on the day the letter is sent, and all premium goes back
2026-03-01 14:05  customer applies     as=noor plan=plus value=849.00 pays=one-off by=transfer
2026-03-04 12:00  customer pays        of=noor amount=298.50
2026-03-06 11:30  desk rejects         of=noor
                  expect cover         of=noor at="2026-03-07 00:00" is=off rule=NL-PROV-05
                  expect letters       of=noor kind=application-rejected count=1
                  expect refund        of=noor amount=298.50 rule=NL-PROV-06
# NEARLY NL-PROV-05, NL-END-01: until the midnight after the letter there is cover, and that is not taken back
                  expect cover         of=noor at="2026-03-06 23:59" is=provisional rule=NL-PROV-01
                  desk rejects         of=noor already=yes
2026-03-06 15:00  desk releases payments
                  desk accepts         of=noor refused=application-already-decided
2026-03-09 09:00  expect payments      state=settled count=1
                  expect balance       account=1000 amount=0.00
                  expect balance       account=1300 amount=0.00
                  expect sound
