# PRIV-06, NL-FRAUD-05, OFFICE-15: an incident is what two people stand behind, and it comes up at the next claim
2026-03-01 09:00  customer applies        as=fred plan=plus value=849.00
2026-03-01 09:05  customer applies        as=rik product=electronics-be
2026-03-01 10:00  desk accepts            of=fred
2026-03-02 10:00  desk accepts            of=rik
                  bank collects daily
2026-03-20 12:00  customer claims         as=false of=fred what_happened=dropped damage_arose_at="2026-03-20 11:00" discovered_at="2026-03-20 11:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
# NEARLY PRIV-06: a finding by one person is no incident, and a proposal is none yet
2026-03-21 10:00  desk finds              claim=false fraud=yes reason="The shop never sold it."
                  expect incidents        of=fred kind=fraud count=0
                  desk proposes incident  of=fred claim=false kind=fraud reason="The shop never sold it."
                  expect incidents        of=fred kind=fraud count=0
                  manager approves        of=fred
                  expect incidents        of=fred kind=fraud count=1
# PRIV-06: there already; ending the policy for it makes no second one
                  desk proposes incident  of=fred kind=fraud reason="Once more." refused=incident-there
2026-03-22 10:00  insurer ends            of=fred way=fraud
                  manager approves        of=fred
                  expect incidents        of=fred kind=fraud count=1
# BE-FRAUD-01: where nobody wrote one down, the ending for fraud is the incident
                  expect incidents        of=rik kind=fraud count=0
2026-03-22 11:00  insurer ends            of=rik way=fraud
                  manager approves        of=rik
                  expect incidents        of=rik kind=fraud count=1
                  expect incidents        of=rik kind=non-payment count=0
                  expect sound
