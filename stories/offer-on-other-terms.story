# AMB-09, NL-PROV-05: an offer on other terms ends provisional cover that day; who agrees is covered from the application all the same
2026-03-01 14:05  customer applies     as=noor
                  customer applies     as=tom name="Tom Peters" pays=one-off by=transfer
                  customer applies     as=late name="Late Lena"
2026-03-04 11:00  desk offers          of=noor premium=9.95 excess=75.00
                  desk offers          of=noor premium=9.95 excess=75.00 already=yes
                  desk offers          of=noor premium=8.95 refused=offer-waits
                  desk offers          of=late premium=9.95
                  expect phase         of=noor is=offered
                  expect letters       of=noor kind=offer-made count=1
                  expect cover         of=noor at="2026-03-05 00:00" is=off rule=NL-PROV-05
2026-03-07 09:00  customer agrees      of=noor
                  expect schedule      of=noor premium=9.95 excess=75.00
                  expect cover         of=noor at="2026-03-06 12:00" is=on rule=NL-PROV-07
                  expect cover         of=noor at="2026-03-06 12:00" known="2026-03-06 13:00" is=off
                  customer agrees      of=noor already=yes
# NEARLY AMB-09: an offer that changes nothing is none; one that is declined, or answered a day late, brings no policy
2026-03-07 10:00  desk offers          of=tom premium=238.50 refused=offer-changes-nothing
                  customer pays        of=tom amount=238.50
2026-03-09 11:00  desk offers          of=tom excess=100.00
2026-03-10 11:00  customer declines    of=tom
                  expect phase         of=tom is=withdrawn
                  expect cover         of=tom at="2026-03-09 23:59" is=provisional
                  expect cover         of=tom at="2026-03-10 00:00" is=off rule=NL-PROV-05
                  expect refund        of=tom amount=238.50 rule=NL-PROV-06
2026-03-16 00:00  customer agrees      of=late refused=application-provisional-over
                  expect sound
