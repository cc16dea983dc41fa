# AMB-12, NL-DUN-04: a reminder that should not have been sent is annulled: it takes no cover away, as if it had never been
2026-03-01 09:00  customer applies     as=pieter by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-17 12:00  expect cover         of=pieter is=off rule=NL-DUN-04
                  expect letters       of=pieter kind=cover-suspended count=1
                  expect follows       of=pieter fact=reminder-sent never=yes cover="2026-04-16 00:00 off-on"
                  desk corrects        of=pieter fact=reminder-sent never=yes
                  expect cover         of=pieter at="2026-04-16 12:00" is=on
# NEARLY AMB-12, NL-DUN-04: what was believed is still told, and the premium is still owed
                  expect cover         of=pieter at="2026-04-16 12:00" known="2026-04-17 11:00" is=off
                  expect open          of=pieter amount=15.90
                  desk corrects        of=pieter fact=reminder-sent never=yes already=yes
                  expect letters       of=pieter kind=cover-not-stopped count=1
                  expect sound
