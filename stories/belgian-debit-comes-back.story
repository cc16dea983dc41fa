# AMB-16, BE-DUN-06: a direct debit counts when it is credited; when it comes back later, a new notice is needed
2026-03-02 09:00  customer applies     as=lucas product=electronics-be
2026-03-02 10:00  desk accepts         of=lucas
2026-03-03 09:00  desk releases collections
2026-03-10 12:00  bank credits
2026-03-20 12:00  bank returns         of=lucas reason=MD06
2026-03-21 09:00  expect open          of=lucas amount=5.75
# NEARLY AMB-16: no gap reaches back to the days on which it was paid
2026-05-30 12:00  expect cover         of=lucas at="2026-03-15 12:00" is=on
                  expect cover         of=lucas at="2026-04-02 12:00" is=on
                  expect sound
