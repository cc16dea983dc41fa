# OFFICE-15, FAQ-17: an objection is looked at by somebody who did not decide; upheld, the claim is decided again
2026-03-01 09:00  customer applies     as=nora plan=plus value=849.00
2026-03-01 10:00  desk accepts         of=nora
                  bank collects daily
2026-03-20 12:00  customer claims      as=lent of=nora what_happened=dropped damage_arose_at="2026-03-20 11:00" discovered_at="2026-03-20 11:00" affects_function=yes holder=borrower circumstances="" damaged_before=no recovered_elsewhere=0.00
# NEARLY OFFICE-15: nothing is decided yet, so there is nothing to object to
                  customer objects     claim=lent words="My sister had my leave." refused=objection-nothing-decided
2026-03-21 10:00  desk states          claim=lent repairable=no
                  desk refuses         claim=lent reason="Somebody else used it."
                  expect letters       claim=lent kind=claim-decided count=1
2026-03-21 11:00  customer objects     claim=lent words="My sister had my leave."
                  customer objects     claim=lent words="And she lives here." refused=objection-waits
# NEARLY OFFICE-15: whoever refused it does not answer
                  desk dismisses       claim=lent reason="It stays." refused=objection-decided-before
2026-03-21 13:00  manager dismisses    claim=lent reason="She lives elsewhere."
                  expect letters       claim=lent kind=objection-answered count=1
2026-03-22 09:00  customer objects     claim=lent words="She moved in last year: see the register."
                  manager upholds      claim=lent reason="She lives at the same address."
                  expect letters       claim=lent kind=objection-answered count=2
                  desk states          claim=lent holder=insured_person unforeseen_from_outside=yes equivalent_price=600.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
                  expect claim         claim=lent verdict=covered
                  expect sound
