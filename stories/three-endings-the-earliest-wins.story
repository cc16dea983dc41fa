# NL-END-11, NL-END-06: three endings at once: a cancellation, a non-renewal and a death; the earliest wins and the others stay
2026-03-01 09:00  customer applies     as=nel
2026-03-01 10:00  desk accepts         of=nel
                  bank collects daily
2026-12-20 10:00  insurer ends         of=nel way=insurer-ordinary
2026-12-21 10:00  customer cancels     of=nel
                  expect ends          of=nel at="2027-03-01 00:00" way=insurer-ordinary
2027-02-01 10:00  holder dies          of=nel on=2027-01-31
                  expect ends          of=nel at="2027-02-02 00:00" way=death rule=NL-END-06
# NEARLY NL-END-11: was there no death after all, the one received first of those that end together wins again
2027-02-05 10:00  desk corrects        of=nel fact=cancelled never=yes
                  expect ends          of=nel at="2027-03-01 00:00" way=insurer-ordinary rule=NL-END-10
                  expect cover         of=nel at="2027-02-04 12:00" is=on
                  expect cover         of=nel at="2027-02-04 12:00" known="2027-02-04 13:00" is=off
2027-03-01 09:00  expect phase         of=nel is=ended
                  expect sound
