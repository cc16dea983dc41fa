# LAW-TAX-05: who moves to Belgium has a policy there: the Dutch one ends at 00:00 of the first day in the new country
2026-03-01 09:00  customer applies     as=sanne
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
2026-05-10 12:00  customer changes     of=sanne to=BE on=2026-06-01
                  expect ends          of=sanne at="2026-06-01 00:00" way=moved-away rule=LAW-TAX-05
                  customer changes     of=sanne to=BE on=2026-06-01 already=yes
2026-05-20 12:00  customer changes     of=sanne street="Rue Neuve 12"
                  expect letters       of=sanne kind=contact-changed count=1
2026-05-31 09:00  customer applies     as=again of=sanne product=electronics-be device_of=sanne refused=device-insured-already
2026-06-01 09:00  customer applies     as=again of=sanne product=electronics-be device_of=sanne
                  expect cover         of=again is=provisional rule=BE-PROV-02
                  expect cover         of=sanne is=off
                  expect sound
