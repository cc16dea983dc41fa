# NL-PROV-01, NL-PROV-07: cover begins at the minute of the application; once accepted, the policy counts from that minute
2026-03-01 14:05  customer applies     as=sanne
                  expect cover         of=sanne is=provisional rule=NL-PROV-01
# NEARLY NL-PROV-01: a minute earlier nothing was insured
                  expect cover         of=sanne at="2026-03-01 14:04" is=off
2026-03-10 10:00  desk accepts         of=sanne
                  expect cover         of=sanne at="2026-03-01 14:05" is=on rule=NL-PROV-07
                  expect cover         of=sanne at="2026-03-01 14:05" known="2026-03-09 12:00" is=provisional
# NEARLY NL-PROV-07: acceptance does not reach behind the application
                  expect cover         of=sanne at="2026-03-01 14:04" is=off
                  expect sound
