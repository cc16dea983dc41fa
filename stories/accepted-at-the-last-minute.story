# NL-PROV-02, AMB-08: fourteen days and not a minute more, with alarms on days 10 and 13; the last day is an hour short in March
2026-03-15 14:05  customer applies     as=daan
                  customer applies     as=late name="Tom Peters"
2026-03-24 09:00  expect task          kind=decide-application detail="" count=2
2026-03-25 09:00  expect task          kind=decide-application detail="day 10" count=2
2026-03-28 09:00  expect task          kind=decide-application detail="day 13" count=2
# NEARLY NL-PROV-02, AMB-08: in the last minute of day 14, the night in which summer time has begun, it is accepted
2026-03-29 23:59  desk accepts         of=daan
                  expect cover         of=daan is=on rule=NL-PROV-07
                  expect cover         of=late is=provisional
2026-03-30 00:00  desk accepts         of=late refused=application-provisional-over rule=NL-PROV-02
                  expect cover         of=late is=off rule=NL-PROV-02
2026-03-30 09:00  expect phase         of=late is=lapsed
                  expect letters       of=late kind=application-lapsed count=1
                  expect phase         of=daan is=running
                  expect sound
