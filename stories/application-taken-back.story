# NL-PROV-08: without acceptance there is no cover: an applicant who takes the application back has it until that midnight
2026-03-01 14:05  customer applies     as=emma
                  customer applies     as=sure name="Tom Peters"
2026-03-04 09:00  customer gives up    of=emma
                  customer gives up    of=emma already=yes
                  expect phase         of=emma is=withdrawn
                  expect cover         of=emma at="2026-03-04 23:59" is=provisional
                  expect cover         of=emma at="2026-03-05 00:00" is=off rule=NL-PROV-08
                  desk accepts         of=emma refused=application-already-decided
# NEARLY NL-PROV-08: once accepted it is no application any more, and premium that is only late costs no cover yet
                  desk accepts         of=sure
                  customer gives up    of=sure refused=application-already-decided
2026-03-31 12:00  expect cover         of=sure is=on rule=NL-PROV-07
                  expect sound
