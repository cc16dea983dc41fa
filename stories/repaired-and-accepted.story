# NL-CLAIM-08, NL-CLAIM-09, MONEY-07, MONEY-08: looked at, approved, repaired, accepted; the own share is paid after
2026-03-01 09:00  customer applies     as=sanne plan=plus
2026-03-02 10:00  desk accepts         of=sanne
                  bank collects daily
2026-04-10 12:00  customer claims      as=fall of=sanne what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=fall unforeseen_from_outside=yes repaired_elsewhere=no
# PRIV-26: only who is in the agreement; it looks first.
                  desk orders          claim=fall work=repair from=nobody refused=job-supplier-unfit rule=PRIV-26
                  desk orders          claim=fall work=repair from=phone-lab
                  expect letters       claim=fall kind=work-ordered count=1
2026-04-12 10:00  repairer finds       claim=fall repairable=yes repair_cost=200.00 equivalent_price=600.00 cause_found=as_stated
# NEARLY NL-CLAIM-08: nothing is handed over that was not approved
                  repairer delivers    claim=fall invoice=200.00 refused=job-not-approved
                  desk approves        claim=fall
                  expect claim         claim=fall approved=150.00
2026-04-15 10:00  repairer delivers    claim=fall invoice=200.01 refused=job-invoice-above-approved rule=MONEY-08
                  repairer delivers    claim=fall invoice=180.00
                  expect payments      state=ordered count=0
2026-04-16 09:00  customer does not accept claim=fall reason="The screen flickers."
2026-04-18 09:00  repairer delivers    claim=fall invoice=180.00
# Accepted: the insurer bears 130.00, the customer 50.00, and the repairer is owed 180.00.
2026-04-19 09:00  customer accepts     claim=fall
                  customer accepts     claim=fall already=yes
                  expect balance       account=1310 amount=50.00
                  expect balance       account=1725 amount=-180.00
                  expect letters       claim=fall kind=work-accepted count=1
2026-04-20 09:00  desk releases payments
2026-04-21 10:00  expect claim         claim=fall is=closed paid=0.00
                  expect balance       account=1725 amount=0.00
                  expect schedule      of=sanne devices=1
                  expect cover         of=sanne is=on
# MONEY-07: 14 days, then one reminder; a transfer with the claim's number pays it.
2026-05-04 12:00  expect letters       claim=fall kind=work-reminder count=1
                  customer pays        of=sanne claim=fall amount=50.00
2026-05-06 10:00  expect balance       account=1310 amount=0.00
                  expect sound
