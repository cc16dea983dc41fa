# AMB-12: the term counts from receipt: a letter that came back sets none, and a proof that it arrived later makes the term longer
2026-03-01 09:00  customer applies     as=pieter by=transfer mail=no
                  customer applies     as=noor by=transfer mail=no name="Noor Smit"
2026-03-01 10:00  desk accepts         of=pieter
                  desk accepts         of=noor
# Posted on Wednesday 1 April, presumed there on Saturday 4 April: Good Friday brings no post. Day 14 is Saturday 18, the last day Monday 20.
2026-04-01 12:00  expect cover         of=pieter at="2026-04-20 23:59" is=on
                  expect cover         of=pieter at="2026-04-21 00:00" is=off rule=NL-DUN-04
2026-04-10 12:00  post proves          of=noor on=2026-04-09
                  expect cover         of=noor at="2026-04-23 23:59" is=on
                  expect cover         of=noor at="2026-04-24 00:00" is=off rule=NL-DUN-04
# NEARLY AMB-12: a proof of an earlier day shortens nothing, and what arrived cannot have come back
                  post proves          of=noor on=2026-04-02
                  expect cover         of=noor at="2026-04-20 23:59" is=on
                  post returns         of=noor refused=reminder-arrived rule=AMB-12
                  post returns         of=pieter reason=moved
                  expect letters       of=pieter kind=cover-not-stopped count=0
                  expect cover         of=pieter at="2026-05-01 12:00" is=on
2026-04-15 10:00  desk reminds again   of=pieter
                  expect cover         of=pieter at="2026-05-01 12:00" is=on
                  expect cover         of=pieter at="2026-05-02 00:00" is=off rule=NL-DUN-04
                  expect sound
