# AMB-41, AMB-08: an application that nobody clears lapses without ever having been covered
2026-03-01 09:00  customer applies     as=ivan name="Ivan Verdacht"
# NEARLY AMB-41: in the last minute it could still be cleared, a minute later no more
2026-03-15 23:59  expect phase         of=ivan is=screening
2026-03-16 00:00  desk clears          of=ivan refused=application-provisional-over
2026-03-16 09:00  expect phase         of=ivan is=lapsed
                  expect cover         of=ivan at="2026-03-10 12:00" is=off
                  expect letters       of=ivan kind=application-lapsed count=1
                  expect sound
