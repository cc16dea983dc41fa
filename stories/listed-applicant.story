# AMB-41, NL-PROV-04: an applicant who is on a sanctions list is never covered, cannot be accepted, and money stands still
2026-03-01 09:00  customer applies     as=ivan name="Ivan Verdacht"
2026-03-02 10:00  desk hits            of=ivan
                  desk hits            of=ivan already=yes
                  desk accepts         of=ivan refused=application-not-cleared rule=AMB-41
2026-03-03 10:00  desk rejects         of=ivan
                  expect phase         of=ivan is=rejected
                  expect cover         of=ivan at="2026-03-02 12:00" is=off
# NEARLY AMB-41: once rejected, clearing comes too late
                  desk clears          of=ivan refused=application-already-decided
                  expect sound
