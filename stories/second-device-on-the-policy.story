# NL-PROV-09, AMB-63: a second device is insured from the minute it is in the schedule; when the first leaves, the policy goes on with it
2026-03-01 09:00  customer applies     as=sanne pays=yearly
2026-03-01 10:00  desk accepts         of=sanne
                  bank collects daily
2026-04-10 12:00  customer changes     of=sanne adds=tablet value=449.00
                  expect schedule      of=sanne no=1 devices=2 premium=141.90
                  expect schedule      of=sanne at="2026-04-10 11:59" devices=1 premium=87.45
2026-06-10 12:00  customer changes     of=sanne item=1 gone=sold on=2026-06-01
                  expect schedule      of=sanne devices=1 premium=54.45
# NEARLY AMB-63: with a device left the policy does not end, and what was paid too much for the other comes back
                  expect ends          of=sanne at="2031-03-02 00:00" way=end-date
                  expect cover         of=sanne is=on
                  customer changes     of=sanne item=1 gone=sold on=2026-06-01 already=yes
                  expect sound
