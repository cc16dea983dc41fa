# PRIV-24, ACT-08: the shop sees a policy only when the customer says so, reports only when they say that too, and nothing once it is taken back
2026-03-01 14:05  customer applies     as=sanne partner=phone-shop plan=plus value=849.00
2026-03-02 10:00  desk accepts         of=sanne
# NEARLY PRIV-24: that the shop brought her opens nothing to it
                  expect seen          of=sanne partner=phone-shop is=no
                  partner claims       as=none of=sanne what_happened=dropped damage_arose_at="2026-03-02 09:00" discovered_at="2026-03-02 09:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 refused=contract-unknown
2026-03-05 20:00  customer opens       of=sanne
                  customer opens       of=sanne already=yes
                  expect seen          of=sanne partner=phone-shop is=yes reports=no claim=none
2026-03-06 09:00  expect letters       of=sanne kind=partner-view-opened count=1
# NEARLY PRIV-24: who may look may not report
                  partner claims       as=none of=sanne what_happened=dropped damage_arose_at="2026-03-06 08:00" discovered_at="2026-03-06 08:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 refused=contract-unknown
2026-03-09 12:00  desk opens           of=sanne reports=yes
                  expect seen          of=sanne partner=phone-shop is=yes reports=yes
2026-03-10 18:00  partner claims       as=fall of=sanne what_happened=dropped damage_arose_at="2026-03-10 12:00" discovered_at="2026-03-10 12:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect seen          of=sanne partner=phone-shop is=yes claim=papers
# The customer hears of it, and goes on with it herself.
2026-03-10 19:00  expect letters       claim=fall kind=claim-acknowledged count=1
                  customer sends       claim=fall evidence=photo_damage,proof_of_purchase
2026-03-11 09:30  desk states          claim=fall repairable=no equivalent_price=600.00 settle_by=money cause_found=as_stated
                  expect claim         claim=fall verdict=covered rule=NL-COV-01
                  desk approves        claim=fall
                  expect seen          of=sanne partner=phone-shop is=yes claim=settling
2026-03-12 10:00  customer closes      of=sanne
                  customer closes      of=sanne already=yes
                  expect seen          of=sanne partner=phone-shop is=no
                  expect letters       of=sanne kind=partner-view-closed count=1
                  partner claims       as=again of=sanne what_happened=dropped damage_arose_at="2026-03-12 08:00" discovered_at="2026-03-12 08:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 refused=contract-unknown
                  expect claim         claim=fall is=paying
                  expect sound
