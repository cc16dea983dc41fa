# NL-PROV-09: only what the schedule names is insured; a phone replaced under warranty takes the place of the old one in it
2026-03-01 09:00  customer applies     as=sanne plan=plus
2026-03-02 10:00  desk accepts         of=sanne
                  bank collects daily
2026-05-10 12:00  customer changes     of=sanne swapped=warranty
                  expect schedule      of=sanne no=1 devices=1 premium=9.95
                  expect schedule      of=sanne at="2026-05-10 11:59" no=0
                  expect cover         of=sanne is=on
# NEARLY NL-PROV-09: a second device is not in it, and an application for none has nothing to name
                  customer changes     of=sanne item=2 swapped=repaired refused=schedule-item-unknown rule=NL-PROV-09
                  customer changes     of=sanne item=2 gone=sold refused=schedule-item-unknown rule=NL-PROV-09
                  expect schedule      of=sanne no=1 devices=1
                  expect sound
