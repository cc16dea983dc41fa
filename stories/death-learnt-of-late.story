# NL-END-06, AMB-67, AMB-38: a death ends a Dutch policy at 24:00 of the day after, however late we learn of it; premium comes back
2026-03-01 09:00  customer applies     as=nel pays=yearly
2026-03-01 10:00  desk accepts         of=nel
                  bank collects daily
2026-09-20 10:00  holder dies          of=nel on=2026-08-10
                  expect ends          of=nel at="2026-08-12 00:00" way=death rule=NL-END-06
                  expect cover         of=nel at="2026-09-01 12:00" known="2026-09-15 12:00" is=on
                  expect cover         of=nel at="2026-09-01 12:00" is=off rule=NL-END-06
# 12 August 2026 to 1 March 2027 are 201 of 365 days: 87.45 × 201 / 365.
                  expect refund        of=nel amount=48.16 rule=AMB-42
# NEARLY NL-END-06, AMB-67: through the whole day after there is cover
                  expect cover         of=nel at="2026-08-11 23:59" is=on
                  expect cover         of=nel at="2026-08-12 00:00" is=off
                  holder dies          of=nel on=2026-08-10 already=yes
# NEARLY AMB-38: the date was wrong by ten days: what follows is shown, then done
2026-10-01 10:00  expect follows       of=nel fact=cancelled at="2026-08-20 00:00" cover="2026-08-12 00:00 off-on" charged=2.40
                  desk corrects        of=nel fact=cancelled at="2026-08-20 00:00"
                  expect ends          of=nel at="2026-08-22 00:00" way=death
                  expect cover         of=nel at="2026-08-15 12:00" is=on
                  expect sound
