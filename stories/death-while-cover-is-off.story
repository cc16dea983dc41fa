# NL-END-06, NL-DUN-04, NL-DUN-10: a death while cover is off ends the policy; payment afterwards brings no cover back
2026-03-01 09:00  customer applies     as=nel by=transfer
2026-03-01 10:00  desk accepts         of=nel
2026-04-25 10:00  holder dies          of=nel on=2026-04-20
                  expect ends          of=nel at="2026-04-22 00:00" way=death
                  expect cover         of=nel at="2026-04-18 12:00" is=off rule=NL-DUN-04
                  expect cover         of=nel at="2026-04-22 00:00" is=off rule=NL-END-06
2026-04-26 10:00  customer pays        of=nel amount=53.52
# NEARLY NL-DUN-04, NL-END-06: paid in full, and 24 hours later there is nothing left to insure
2026-04-28 12:00  expect cover         of=nel is=off rule=NL-END-06
                  expect letters       of=nel kind=cover-reinstated count=0
                  expect open          of=nel amount=0.00
                  expect sound
