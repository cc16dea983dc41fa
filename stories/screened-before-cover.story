# AMB-41: no cover while a person must look at the screening; clear works back to the application
2026-03-01 09:00  customer applies     as=ivan plan=plus value=849.00 name="Ivan Verdacht"
                  expect cover         of=ivan is=off
                  expect phase         of=ivan is=screening
                  expect task          kind=clear-screening count=1
                  desk accepts         of=ivan refused=application-not-cleared
2026-03-03 10:00  desk clears          of=ivan
                  expect cover         of=ivan at="2026-03-01 09:00" is=provisional rule=NL-PROV-01
                  expect cover         of=ivan at="2026-03-01 09:00" known="2026-03-02 09:00" is=off
                  desk accepts         of=ivan
                  expect cover         of=ivan is=on rule=NL-PROV-07
# NEARLY AMB-41: somebody with almost the same name is on no list and is covered at once
2026-03-04 09:00  customer applies     as=ivana name="Ivana Verdacht"
                  expect cover         of=ivana is=provisional
                  expect task          kind=clear-screening count=0
                  expect sound
