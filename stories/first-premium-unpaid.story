# AMB-15, NL-PROV-08: a first premium that fails takes the same road as any other: cover is not undone backwards
2026-03-01 09:00  customer applies     as=daan
2026-03-01 10:00  desk accepts         of=daan
2026-03-02 09:00  desk releases collections
2026-03-10 12:00  bank returns         of=daan reason=AC04
2026-03-12 09:00  expect open          of=daan amount=7.95
                  expect task          kind=ask-new-account count=1
2026-04-16 12:00  expect cover         of=daan is=off rule=NL-DUN-04
# NEARLY AMB-15, NL-PROV-08: nothing was ever paid, and yet the first weeks were covered
                  expect cover         of=daan at="2026-03-10 12:00" is=on rule=NL-PROV-07
                  expect cover         of=daan at="2026-04-15 23:59" is=on
2026-04-17 10:00  customer changes     of=daan iban=NL91ABNA0417164300
                  expect task          kind=ask-new-account count=0
                  expect sound
