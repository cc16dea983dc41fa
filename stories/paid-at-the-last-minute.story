# NL-DUN-03, NL-DUN-04, AMB-16: who pays in full in the last minute of day 14 keeps cover; a minute later it is lost
2026-03-01 09:00  customer applies     as=intime by=transfer
                  customer applies     as=late by=transfer name="Tom Peters"
2026-03-01 10:00  desk accepts         of=intime
                  desk accepts         of=late
2026-04-15 23:59  customer pays        of=intime amount=7.95 to_the_minute=yes
2026-04-16 00:00  customer pays        of=late amount=47.95 to_the_minute=yes
2026-04-17 09:00  expect cover         of=late at="2026-04-16 00:00" is=off rule=NL-DUN-04
                  expect cover         of=late at="2026-04-16 23:59" is=off
                  expect cover         of=late at="2026-04-17 00:00" is=on rule=NL-DUN-06
# NEARLY AMB-16, NL-DUN-04: no hour without cover for who paid a minute earlier
                  expect cover         of=intime at="2026-04-16 00:00" is=on
                  expect letters       of=intime kind=cover-suspended count=0
                  expect sound
