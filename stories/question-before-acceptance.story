# NL-PROV-03, NL-PROV-04: while provisional cover runs the applicant may be asked more; the answer puts the application back on the desk
2026-03-01 14:05  customer applies     as=lotte plan=plus value=849.00
2026-03-03 10:00  desk asks            of=lotte text="Is the phone for your own use or for your business?"
                  expect phase         of=lotte is=applied
                  expect letters       of=lotte kind=information-requested count=1
                  expect cover         of=lotte is=provisional rule=NL-PROV-01
2026-03-04 20:30  customer answers     of=lotte text="For myself."
                  expect task          kind=decide-application detail=answered count=1
# NEARLY NL-PROV-03: nothing is asked any more, and after acceptance nothing can be
                  customer answers     of=lotte text="Hello?" refused=application-nothing-asked rule=NL-PROV-03
2026-03-05 09:00  desk accepts         of=lotte
                  desk asks            of=lotte text="And one more thing?" refused=application-already-decided
                  expect cover         of=lotte at="2026-03-01 14:05" is=on rule=NL-PROV-07
                  expect sound
