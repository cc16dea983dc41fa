# NL-PROV-02, AMB-08: an application nobody decides lapses after fourteen days, with alarms, a letter and a refund
2026-03-01 14:05  customer applies     as=daan plan=plus value=849.00 pays=one-off by=transfer
2026-03-05 12:00  customer pays        of=daan amount=298.50
2026-03-06 09:00  expect open          of=daan amount=0.00
2026-03-15 23:59  expect cover         of=daan is=provisional rule=NL-PROV-01
                  expect task          kind=decide-application count=1
2026-03-16 09:00  expect cover         of=daan is=off rule=NL-PROV-02
                  expect phase         of=daan is=lapsed
                  expect letters       of=daan kind=application-lapsed count=1
                  expect task          kind=decide-application count=0
                  expect payments      state=ordered count=1
                  desk accepts         of=daan refused=application-provisional-over
                  desk releases payments
2026-03-18 09:00  expect payments      state=settled count=1
                  expect balance       account=1000 amount=0.00
                  expect balance       account=1300 amount=0.00
                  expect balance       account=1650 amount=0.00
                  expect sound
