# AMB-12, NL-DUN-04: a letter that turns out not to have arrived, or later, took no cover away yet, and who was told otherwise is told
2026-03-01 09:00  customer applies     as=pieter by=transfer mail=no
                  customer applies     as=noor by=transfer mail=no name="Noor Smit"
2026-03-01 10:00  desk accepts         of=pieter
                  desk accepts         of=noor
2026-04-22 12:00  expect cover         of=pieter at="2026-04-21 12:00" is=off rule=NL-DUN-04
                  expect letters       of=pieter kind=cover-suspended count=1
                  post returns         of=pieter reason=moved
                  expect cover         of=pieter at="2026-04-21 12:00" is=on
                  expect letters       of=pieter kind=cover-not-stopped count=1
                  post proves          of=noor on=2026-04-14
                  expect cover         of=noor at="2026-04-28 23:59" is=on
                  expect cover         of=noor at="2026-04-29 00:00" is=off rule=NL-DUN-04
                  expect letters       of=noor kind=cover-not-stopped count=1
# NEARLY AMB-12, NL-DUN-04: what is not paid by the day that holds takes cover away, and that is told again
2026-05-02 12:00  expect cover         of=noor at="2026-05-01 12:00" is=off rule=NL-DUN-04
                  expect letters       of=noor kind=cover-suspended count=2
                  expect sound
