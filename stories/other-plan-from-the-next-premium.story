# NL-PREM-05: another plan counts from the next premium due date, at its price; the days before keep the old one
2026-01-31 09:00  customer applies     as=sanne plan=xandocare
2026-01-31 10:00  desk accepts         of=sanne
                  bank collects daily
2026-02-10 12:00  customer changes     of=sanne plan=plus
                  customer changes     of=sanne plan=plus already=yes
# NEARLY NL-PREM-05: due on the last of a short month, up to its first minute it is the old plan
                  expect schedule      of=sanne at="2026-02-27 23:59" plan=xandocare premium=7.95
                  expect schedule      of=sanne at="2026-02-28 00:00" plan=plus premium=9.95
                  customer changes     of=sanne plan=gold refused=unknown-plan
2026-02-28 09:00  expect open          of=sanne amount=9.95
                  expect sound
