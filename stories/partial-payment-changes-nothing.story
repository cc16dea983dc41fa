# AMB-16: a partial payment changes nothing about cover; the last cent does
2026-03-01 09:00  customer applies     as=pieter plan=xandocare value=849.00 by=transfer
2026-03-01 10:00  desk accepts         of=pieter
2026-04-10 10:00  customer pays        of=pieter amount=7.94
# NEARLY AMB-16: all but a cent is not enough
2026-04-14 12:00  expect cover         of=pieter at="2026-04-16 12:00" is=off rule=NL-DUN-04
2026-04-14 12:30  customer pays        of=pieter amount=0.01
2026-04-16 12:00  expect cover         of=pieter is=on
                  expect letters       of=pieter kind=cover-suspended count=0
                  expect sound
